import { computed, shallowRef, type ComputedRef, type ShallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import { liveExhibits, namesFor, type Dossier } from '../../shared/domain/dossier.ts'
import type { DossierSummary } from '../../shared/domain/dossier-summary.ts'
import { formatExhibitNumber } from '../../shared/domain/exhibit.ts'
import { shownName } from '../../shared/domain/file-name.ts'
import { formatPhoneNumber } from '../../shared/domain/phone-number.ts'
import type { Command } from '../commands/command.ts'
import { digitsOf, fold, readQuery, scoreOf } from '../commands/match.ts'
import type { Shortcut } from '../commands/shortcut.ts'
import { placeOfRecord } from '../history/place-of.ts'
import { useCommandsStore } from '../stores/commands.ts'
import { useDossiersStore } from '../stores/dossiers.ts'
import { useOperatorsStore } from '../stores/operators.ts'
import { goToPlace } from './go-to-place.ts'
import { useCurrentDossier } from './use-current-dossier.ts'
import { useFormats } from './use-formats.ts'
import { useLanguage } from './use-language.ts'

const GROUPS = ['deed', 'exhibit', 'contact', 'entry', 'dossier', 'go', 'app'] as const
type Group = (typeof GROUPS)[number]

export interface PaletteItem {
  readonly id: string
  readonly group: Group
  readonly title: string
  readonly detail?: string
  readonly shortcut?: Shortcut
  /** Folded, the title first. */
  readonly texts: readonly string[]
  readonly run: () => unknown
}

export interface PaletteGroup {
  readonly group: Group
  readonly items: readonly PaletteItem[]
}

/** More than one looks through; the rest is found by another letter. */
const MOST_OF_A_GROUP = 8
const MOST_RECENT = 5

export interface Palette {
  readonly query: ShallowRef<string>
  readonly groups: ComputedRef<readonly PaletteGroup[]>
}

/** What the palette finds: commands, dossiers, and what the open dossier holds. */
export function usePalette(): Palette {
  const { t } = useI18n()
  const commands = useCommandsStore()
  const dossiers = useDossiersStore()
  const operators = useOperatorsStore()
  const current = useCurrentDossier()
  const language = useLanguage()
  const contents = useContents()
  const router = useRouter()
  const query = shallowRef('')

  const ofCommands = computed(() =>
    commands.all
      .filter((command) => command.isKeyOnly !== true && (command.isPossible?.() ?? true))
      .map((command) => commandItem(command, t(command.title, command.named ?? {})))
  )
  /** Made once for all letters typed: there may be ten thousand. */
  const ofDossiers = computed(() =>
    dossiers.live
      .filter((dossier) => dossier.id !== current.value?.id)
      .toSorted((a, b) => (a.changedAt < b.changedAt ? 1 : -1))
      .map(dossierItem)
  )
  const ofContents = computed(() => (current.value === undefined ? [] : contents(current.value)))

  function dossierItem(dossier: DossierSummary): PaletteItem {
    const { subscriber, phoneNumber, contractNumber } = dossier
    const title = formatPhoneNumber(phoneNumber)
    const operator = operators.nameOf(dossier.operator, language.value)
    const names = namesFor(subscriber, language.value)
    const all = [subscriber.latin, subscriber.cyrillic, subscriber.chinese, operator, contractNumber]
    return {
      id: dossier.id,
      group: 'dossier',
      title,
      detail: [operator, ...names].join(' · '),
      texts: [fold(title), digitsOf(phoneNumber), ...all.filter((text) => text !== '').map(fold)],
      run: () => router.push({ name: 'dossier', params: { id: dossier.id } })
    }
  }

  const groups = computed((): readonly PaletteGroup[] => {
    // Nobody sees it: with ten thousand dossiers every change would cost the time of making all their lines anew.
    if (!commands.isPaletteOpen) return []
    const asked = readQuery(query.value)
    const found =
      asked.length === 0
        ? [...ofCommands.value, ...ofDossiers.value.slice(0, MOST_RECENT)]
        : best([...ofCommands.value, ...ofContents.value, ...ofDossiers.value], query.value)
    return GROUPS.map((group) => ({
      group,
      items: found
        .filter((item) => item.group === group)
        .slice(0, asked.length === 0 ? Infinity : MOST_OF_A_GROUP)
    })).filter(({ items }) => items.length > 0)
  })

  return { query, groups }
}

function commandItem({ id, group, shortcut, run }: Command, title: string): PaletteItem {
  return {
    id,
    group,
    title,
    ...(shortcut === undefined ? {} : { shortcut }),
    texts: [fold(title)],
    run
  }
}

function best(items: readonly PaletteItem[], typed: string): readonly PaletteItem[] {
  const query = readQuery(typed)
  return items
    .flatMap((item) => {
      const score = scoreOf(query, item.texts)
      return score === null ? [] : [{ item, score }]
    })
    .toSorted((a, b) => b.score - a.score)
    .map(({ item }) => item)
}

/** Exhibits, contacts and entries of the open dossier. */
function useContents(): (dossier: Dossier) => readonly PaletteItem[] {
  const { t } = useI18n()
  const router = useRouter()
  const formats = useFormats()

  return (dossier) => {
    const params = { id: dossier.id }
    const goTo = async (name: 'contacts' | 'ledger', place: string) => {
      await router.push({ name, params })
      await goToPlace(place)
    }
    const item = (facts: Omit<PaletteItem, 'texts'>, ...more: readonly string[]): PaletteItem => ({
      ...facts,
      texts: [facts.title, facts.detail ?? '', ...more].filter((text) => text !== '').map(fold)
    })
    return [
      ...liveExhibits(dossier).map((exhibit) =>
        item(
          {
            id: exhibit.id,
            group: 'exhibit',
            title: `${formatExhibitNumber(exhibit.number)} ${exhibit.caption}`,
            detail: shownName(exhibit.file.originalName),
            run: () => router.push({ name: 'exhibit', params: { ...params, exhibitId: exhibit.id } })
          },
          ...exhibit.formerNumbers.map(formatExhibitNumber)
        )
      ),
      ...dossier.contacts.map((contact) =>
        item(
          {
            id: contact.id,
            group: 'contact',
            title: [contact.counterpart, contact.person].filter((text) => text !== '').join(' · '),
            detail: formats.moment(contact.at),
            run: () => goTo('contacts', placeOfRecord('contacts', contact.id))
          },
          contact.reference,
          contact.said,
          contact.promised
        )
      ),
      ...dossier.payments.entries.map((entry) =>
        item(
          {
            id: entry.id,
            group: 'entry',
            title: `${t(`ledger.kinds.${entry.kind}`)} ${formats.amount(entry.amountMinor, entry.currency)}`,
            detail: [formats.date(entry.on), entry.note].filter((text) => text !== '').join(' · '),
            run: () => goTo('ledger', placeOfRecord('entries', entry.id))
          },
          digitsOf(String(entry.amountMinor))
        )
      )
    ]
  }
}
