import { useIntervalFn } from '@vueuse/core'
import { onScopeDispose, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import { dueIdOf } from '../../shared/domain/due-source.ts'
import { bridge } from '../bridge/bridge.ts'
import { hintOfNumber } from '../components/due/number-hint.ts'
import { useHomeWords } from '../components/home/use-home-words.ts'
import { useDossiersStore } from '../stores/dossiers.ts'
import { useOperatorsStore } from '../stores/operators.ts'
import { useSettingsStore } from '../stores/settings.ts'
import { goToPlace } from './go-to-place.ts'
import { useLanguage } from './use-language.ts'
import { useToday } from './use-today.ts'

const HOUR_MS = 3_600_000
/** More at once are a heap: one notification then stands for all. */
const MOST_NOTICES = 3

/** Tells of what is due through the system, at the start, every hour and at midnight; each once a day. For the app alone. */
export function useDueNotices(): void {
  const { t, n } = useI18n()
  const router = useRouter()
  const dossiers = useDossiersStore()
  const operators = useOperatorsStore()
  const settings = useSettingsStore()
  const language = useLanguage()
  const today = useToday()
  const words = useHomeWords(() => today.value)
  const told = new Set<string>()

  function pressing() {
    return dossiers.live
      .flatMap((summary) => summary.dues.map((due) => ({ summary, due })))
      .filter(
        ({ due }) => due.on <= today.value && (due.laterUntil === null || due.laterUntil <= today.value)
      )
      .map((one) => ({ ...one, key: `${today.value}/${one.summary.id}/${dueIdOf(one.due.source)}` }))
      .filter(({ key }) => !told.has(key))
  }

  function tell(): void {
    if (dossiers.stage !== 'ready' || !settings.settings.hasNotifications) return
    const found = pressing()
    for (const { key } of found) told.add(key)
    if (found.length > MOST_NOTICES) {
      void bridge.notifyDue({
        title: t('due.notice.many', { n: n(found.length) }, found.length),
        body: t('due.notice.manyText'),
        opens: null
      })
      return
    }
    for (const { summary, due } of found) {
      const operator = operators.nameOf(summary.operator, language.value)
      void bridge.notifyDue({
        title: words.due(due),
        body: [words.dayOfDue(due)?.text, `${operator} ${hintOfNumber(summary.phoneNumber)}`]
          .filter((part) => part !== undefined)
          .join(' · '),
        opens: { dossierId: summary.id, dueId: dueIdOf(due.source) }
      })
    }
  }

  // Not before the list is drawn: ten thousand dossiers are looked through for it.
  const tellSoon = () => void requestIdleCallback(tell, { timeout: 1000 })
  watch(
    [() => dossiers.stage, () => dossiers.sync, today, () => settings.settings.hasNotifications],
    tellSoon
  )
  useIntervalFn(tell, HOUR_MS)
  onScopeDispose(
    bridge.onDueOpened((opens) => {
      if (opens === null) void router.push('/')
      else {
        void router
          .push({ name: 'timeline', params: { id: opens.dossierId } })
          .then(() => goToPlace(`dueChanges/${opens.dueId}`))
      }
    })
  )
}
