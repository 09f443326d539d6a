import { dialog } from 'electron'
import type { ScreenLanguage } from '../../shared/domain/settings.ts'
import en from '../../shared/locales/en.json'
import ru from '../../shared/locales/ru.json'
import zh from '../../shared/locales/zh-CN.json'

const SENTENCES = { 'zh-CN': zh, ru, en } as const

/** The vault cannot be opened, so there is no window to say it in: the system's own box says what to do. */
export async function showStartFailure(
  code: string,
  language: ScreenLanguage,
  folder: string
): Promise<void> {
  const sentences: Readonly<Record<string, string>> = SENTENCES[language].failure
  await dialog.showMessageBox({
    type: 'error',
    title: 'Closeout',
    message: sentences[code] ?? code,
    detail: folder
  })
}
