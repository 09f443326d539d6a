import { shallowRef, type ShallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { CalendarEvent } from '../../../shared/domain/calendar-file.ts'
import type { DossierSummary } from '../../../shared/domain/dossier-summary.ts'
import { dueIdOf } from '../../../shared/domain/due-source.ts'
import { bridge } from '../../bridge/bridge.ts'
import { useLanguage } from '../../composables/use-language.ts'
import { useToday } from '../../composables/use-today.ts'
import { useDossiersStore } from '../../stores/dossiers.ts'
import { useOperatorsStore } from '../../stores/operators.ts'
import { useHomeWords } from '../home/use-home-words.ts'
import { hintOfNumber } from './number-hint.ts'

export interface CalendarExport {
  /** Every due date of one dossier, or of all, into a calendar file. */
  readonly save: (dossierId: string | null) => Promise<void>
  /** The name it was saved under. */
  readonly saved: Readonly<ShallowRef<string | null>>
  /** Code of the sentence why not. */
  readonly failure: Readonly<ShallowRef<string | null>>
}

export function useCalendarExport(): CalendarExport {
  const { t } = useI18n()
  const dossiers = useDossiersStore()
  const operators = useOperatorsStore()
  const language = useLanguage()
  const today = useToday()
  const words = useHomeWords(() => today.value)
  const saved = shallowRef<string | null>(null)
  const failure = shallowRef<string | null>(null)

  function eventsOf({ id, revision, operator, phoneNumber, dues }: DossierSummary): readonly CalendarEvent[] {
    const name = operators.nameOf(operator, language.value)
    return dues
      .filter(({ isUndated }) => !isUndated)
      .map((due) => ({
        uid: `${dueIdOf(due.source)}.${id}@closeout`,
        sequence: revision,
        on: due.on,
        title: `${words.due(due)} · ${name} ${hintOfNumber(phoneNumber)}`
      }))
  }

  async function save(dossierId: string | null): Promise<void> {
    saved.value = null
    failure.value = null
    const chosen = dossiers.live.filter(({ id }) => dossierId === null || id === dossierId)
    const answer = await bridge.saveCalendar({
      name: t('due.calendarName'),
      events: chosen.flatMap(eventsOf)
    })
    if (answer === null) return
    if (answer.ok) saved.value = answer.value.fileName
    else failure.value = answer.code
  }

  return { save, saved, failure }
}
