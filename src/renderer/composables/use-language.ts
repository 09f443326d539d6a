import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { ScreenLanguage } from '../../shared/domain/settings.ts'

/** The language the screen is in now. */
export function useLanguage(): ComputedRef<ScreenLanguage> {
  const { locale } = useI18n()
  return computed(() => locale.value as ScreenLanguage)
}
