export const SCREEN_LANGUAGES = ['zh-CN', 'ru', 'en'] as const
export type ScreenLanguage = (typeof SCREEN_LANGUAGES)[number]

export interface Settings {
  readonly language: ScreenLanguage | 'system'
  readonly theme: 'light' | 'dark' | 'system'
}

export const DEFAULT_SETTINGS: Settings = { language: 'system', theme: 'system' }

/** The language of the screen for the system's preferred ones, best first; English where none of ours is among them. */
export function chooseLanguage(preferred: readonly string[]): ScreenLanguage {
  for (const tag of preferred) {
    const found = SCREEN_LANGUAGES.find((own) => own.slice(0, 2) === tag.slice(0, 2).toLowerCase())
    if (found !== undefined) return found
  }
  return 'en'
}
