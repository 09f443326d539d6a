import { nativeTheme } from 'electron'
import type { AboutApp } from '../../shared/bridge/contract.ts'
import type { Operator } from '../../shared/domain/operator.ts'
import type { Settings } from '../../shared/domain/settings.ts'
import { readSettings, saveSettings } from '../settings-file.ts'
import type { Handlers } from './handle.ts'

type AppHandlers = Pick<Handlers, 'app:about' | 'settings:read' | 'settings:save' | 'operator:list'>

export interface AppServices {
  readonly about: AboutApp
  readonly operators: readonly Operator[]
  readonly settingsPath: string
}

export function appHandlers({ about, operators, settingsPath }: AppServices): AppHandlers {
  return {
    'app:about': () => about,
    'settings:read': () => readSettings(settingsPath),
    'settings:save': async (settings: Settings) => {
      nativeTheme.themeSource = settings.theme
      return saveSettings(settingsPath, settings)
    },
    'operator:list': () => operators
  }
}
