import { useNow } from '@vueuse/core'
import { computed, type ComputedRef } from 'vue'
import type { IsoDate } from '../../shared/domain/calendar.ts'
import { todayIn } from '../formats/dates.ts'

const MINUTE_MS = 60_000

/** Today in the reader's own zone; changes at midnight while the window stays open. */
export function useToday(): ComputedRef<IsoDate> {
  const now = useNow({ interval: MINUTE_MS })
  return computed(() => todayIn(now.value))
}
