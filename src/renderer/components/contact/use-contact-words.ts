import { useI18n } from 'vue-i18n'
import type { Contact } from '../../../shared/domain/contact.ts'
import { useFormats } from '../../composables/use-formats.ts'
import { useLanguage } from '../../composables/use-language.ts'
import { clocksOf } from '../../formats/clocks.ts'

export interface ContactWords {
  /** `Call: 0890, Olga P.` */
  readonly title: (contact: Contact) => string
  /** Clocks, length, promise and number in one line. */
  readonly second: (contact: Contact) => string
  readonly clocks: (contact: Contact) => readonly string[]
}

/** What lists say about a contact. */
export function useContactWords(): ContactWords {
  const { t, n } = useI18n()
  const formats = useFormats()
  const language = useLanguage()
  const clocks = ({ at }: Contact) => clocksOf(at, language.value)

  function title({ direction, channel, counterpart, person }: Contact): string {
    const deed = t(`contacts.deed.${direction}.${channel}`)
    const who = [counterpart, person].filter((part) => part !== '')
    return who.length === 0 ? deed : t('contacts.titled', { deed, who: who.join(t('contacts.comma')) })
  }

  function second(contact: Contact): string {
    const { minutes, promisedBy, reference } = contact
    return [
      ...clocks(contact),
      ...(minutes === null ? [] : [t('contacts.minutesOf', { n: n(minutes) }, minutes)]),
      ...(promisedBy === null
        ? []
        : [t('contacts.promisedUntil', { date: formats.date(promisedBy, 'sentence') })]),
      ...(reference === '' ? [] : [t('contacts.numbered', { number: reference })])
    ].join(' · ')
  }

  return { title, second, clocks }
}
