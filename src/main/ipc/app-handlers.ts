import { nativeTheme, shell } from 'electron'
import type { AboutApp } from '../../shared/bridge/contract.ts'
import type { Settings } from '../../shared/domain/settings.ts'
import { readSettings, saveSettings } from '../settings-file.ts'
import type { Handlers } from './handle.ts'

type AppHandlers = Pick<
  Handlers,
  'app:about' | 'app:show-vault' | 'app:settled' | 'settings:read' | 'settings:save'
>

export interface AppServices {
  readonly about: AboutApp
  readonly settingsPath: string
  /** What a change of the settings changes at once. */
  readonly onSettings: (settings: Settings) => void
  readonly settled: () => void
}

export function appHandlers({ about, settingsPath, onSettings, settled }: AppServices): AppHandlers {
  return {
    'app:about': () => about,
    'app:show-vault': () => {
      shell.showItemInFolder(about.vaultFolder)
      return null
    },
    'app:settled': () => {
      settled()
      return null
    },
    'settings:read': () => readSettings(settingsPath),
    'settings:save': async (settings: Settings) => {
      nativeTheme.themeSource = settings.theme
      onSettings(settings)
      return saveSettings(settingsPath, settings)
    }
  }
}
