import type { LawRule } from '../../domain/law-rule.ts'
import type { Result } from '../../domain/result.ts'
import type { Settings } from '../../domain/settings.ts'
import type { VaultFailure } from './vault-failure.ts'

export interface AboutApp {
  readonly version: string
  readonly platform: string
  readonly systemLanguages: readonly string[]
  readonly vaultFolder: string
}

/** The app itself, its settings and the rules of law it carries. */
export interface AppRequests {
  'app:about': (nothing: null) => AboutApp
  /** Shows the vault's folder in the system's file manager. */
  'app:show-vault': (nothing: null) => null
  /** Answers `app:closing`: nothing waits to be saved any more. */
  'app:settled': (nothing: null) => null
  'settings:read': (nothing: null) => Settings
  'settings:save': (settings: Settings) => Result<Settings, VaultFailure>
  'law:list': (nothing: null) => readonly LawRule[]
}
