import { basename } from 'node:path'
import { type BrowserWindow, dialog } from 'electron'

/** `mayReplace` = the dialog itself has asked about an existing file of that name. */
export interface ChosenTarget {
  readonly path: string
  readonly mayReplace: boolean
}

/** The system's own dialogs: the only places where a path enters the app by the user's hand. */
export interface FileDialogs {
  readonly chooseFiles: () => Promise<readonly string[] | null>
  /** One file with one of these extensions. */
  readonly chooseFile: (...extensions: readonly [string, ...string[]]) => Promise<string | null>
  readonly chooseFolder: () => Promise<string | null>
  readonly chooseTarget: (suggestedPath: string) => Promise<ChosenTarget | null>
}

export function fileDialogs(window: () => BrowserWindow): FileDialogs {
  return {
    async chooseFiles() {
      const chosen = await dialog.showOpenDialog(window(), {
        properties: ['openFile', 'multiSelections', 'showHiddenFiles']
      })
      return chosen.canceled || chosen.filePaths.length === 0 ? null : chosen.filePaths
    },
    async chooseFile(...extensions) {
      const chosen = await dialog.showOpenDialog(window(), {
        properties: ['openFile', 'showHiddenFiles'],
        filters: [{ name: extensions.join(', ').toUpperCase(), extensions: [...extensions] }]
      })
      return chosen.filePaths[0] ?? null
    },
    async chooseFolder() {
      const chosen = await dialog.showOpenDialog(window(), {
        properties: ['openDirectory', 'createDirectory']
      })
      return chosen.filePaths[0] ?? null
    },
    async chooseTarget(suggestedPath) {
      const extension = /\.([a-z0-9]{1,8})$/i.exec(basename(suggestedPath))?.[1]
      const chosen = await dialog.showSaveDialog(window(), {
        defaultPath: suggestedPath,
        properties: ['createDirectory'],
        filters: extension === undefined ? [] : [{ name: extension.toUpperCase(), extensions: [extension] }]
      })
      if (chosen.canceled || chosen.filePath === '') return null
      // GTK's dialog does not ask unless told to, and the app's own question is the better one: it names the pack.
      return { path: chosen.filePath, mayReplace: process.platform !== 'linux' }
    }
  }
}
