export const SCREEN_LANGUAGES = ['zh-CN', 'ru', 'en'] as const
export type ScreenLanguage = (typeof SCREEN_LANGUAGES)[number]

export interface Settings {
  readonly language: ScreenLanguage | 'system'
  readonly theme: 'light' | 'dark' | 'system'
  readonly zoomPercent: number
  /** The pages shown before the first use have been read or skipped. */
  readonly hasSeenWelcome: boolean
  /** Whether due dates are shown as notifications of the system. */
  readonly hasNotifications: boolean
}

export const DEFAULT_SETTINGS: Settings = {
  language: 'system',
  theme: 'system',
  zoomPercent: 100,
  hasSeenWelcome: false,
  hasNotifications: true
}

/** The sizes Ctrl + and Ctrl − go through; the steps grow as those of a browser do. */
export const ZOOM_PERCENTS = [80, 90, 100, 110, 125, 150, 175, 200] as const

/** The next size up or down; the same where there is none. */
export function zoomBeside(percent: number, direction: 'in' | 'out'): number {
  return direction === 'in'
    ? (ZOOM_PERCENTS.find((one) => one > percent) ?? percent)
    : (ZOOM_PERCENTS.findLast((one) => one < percent) ?? percent)
}

/** The language of the screen for the system's preferred ones, best first; English where none of ours is among them. */
export function chooseLanguage(preferred: readonly string[]): ScreenLanguage {
  for (const tag of preferred) {
    const found = SCREEN_LANGUAGES.find((own) => own.slice(0, 2) === tag.slice(0, 2).toLowerCase())
    if (found !== undefined) return found
  }
  return 'en'
}
