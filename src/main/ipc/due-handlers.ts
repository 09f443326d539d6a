import { join } from 'node:path'
import type { BrowserWindow } from 'electron'
import { calendarFile } from '../../shared/domain/calendar-file.ts'
import type { FileDialogs } from '../window/file-dialogs.ts'
import { showNotice } from '../window/due-notices.ts'
import { writeChosenFile } from '../write-chosen-file.ts'
import type { Handlers } from './handle.ts'

type DueHandlers = Pick<Handlers, Extract<keyof Handlers, `due:${string}`>>

export interface DueServices {
  readonly dialogs: FileDialogs
  readonly window: () => BrowserWindow | null
  readonly now: () => string
  readonly documentsFolder: string
}

/** Due dates leave the page: into a calendar file, or as a notification of the system. */
export function dueHandlers({ dialogs, window, now, documentsFolder }: DueServices): DueHandlers {
  return {
    'due:save-calendar': async ({ name, events }) => {
      const target = await dialogs.chooseTarget(join(documentsFolder, 'closeout.ics'))
      return target === null ? null : writeChosenFile(target, calendarFile(events, name, now()))
    },
    'due:notify': ({ title, body, opens }, caller) => {
      showNotice({ title, body }, window, () => caller.notify('due:opened', opens))
      return null
    }
  }
}
