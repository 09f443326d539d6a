import { usePreferredDark } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { AboutApp, VaultFailure } from '../../shared/bridge/contract.ts'
import type { Result } from '../../shared/domain/result.ts'
import { chooseLanguage, DEFAULT_SETTINGS, type Settings } from '../../shared/domain/settings.ts'
import { bridge } from '../bridge/bridge.ts'

/** Language, theme and what the app knows about itself. */
export const useSettingsStore = defineStore('settings', () => {
  const settings = shallowRef<Settings>(DEFAULT_SETTINGS)
  const about = shallowRef<AboutApp | null>(null)
  const prefersDark = usePreferredDark()
  let lastCall = 0

  const language = computed(() => {
    const wanted = settings.value.language
    return wanted === 'system' ? chooseLanguage(about.value?.systemLanguages ?? navigator.languages) : wanted
  })
  const isDark = computed(() =>
    settings.value.theme === 'system' ? prefersDark.value : settings.value.theme === 'dark'
  )

  async function start(): Promise<void> {
    const call = ++lastCall
    const [read, told] = await Promise.all([bridge.readSettings(), bridge.aboutApp()])
    about.value = told
    if (call === lastCall) settings.value = read
  }

  /** Shows the change at once; when it cannot be saved, shows what holds again. */
  async function save(change: Partial<Settings>): Promise<Result<Settings, VaultFailure>> {
    const call = ++lastCall
    const before = settings.value
    settings.value = { ...before, ...change }
    const answer = await bridge.saveSettings(settings.value)
    if (call === lastCall) settings.value = answer.ok ? answer.value : before
    return answer
  }

  return { settings, about, language, isDark, start, save }
})
