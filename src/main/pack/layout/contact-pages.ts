import type { Contact } from '../../../shared/domain/contact.ts'
import { promiseDueId } from '../../../shared/domain/due-change.ts'
import { instantOf } from '../../../shared/domain/zoned-moment.ts'
import { proofsFor } from '../plan/proof-index.ts'
import { arrowMarker } from './arrow.ts'
import { Flow, type LaidSheet } from './flow.ts'
import { typed, type LayoutEnv } from './layout-env.ts'
import { exhibitReference } from './references.ts'
import { columns, drawRow, drawTableHead, type Cell, type CellBlock, type TableShape } from './table.ts'

/** The log of contacts, oldest first: when, who and how, what was said and promised, and its papers. */
export function layContacts(env: LayoutEnv): readonly LaidSheet[] {
  const { words, dossier } = env
  const title = words.parts.contacts
  const outgoing = dossier.contacts.filter(({ direction }) => direction === 'out').length
  const lead = words.contacts.lead(dossier.contacts.length, outgoing, dossier.contacts.length - outgoing)
  const flow = new Flow(env, { name: 'contacts', part: title, title, lead, leadAfter: 10 })
  const shape: TableShape = { columns: columns([20, 84, 112, null, 62]), padTop: 5, padBottom: 5 }
  const head = () => drawTableHead(flow, shape, words.contacts.heads)
  head()
  flow.repeatOnNewSheet(head)
  byTime(dossier.contacts).forEach((contact, index) => {
    drawRow(flow, shape, [
      [{ spans: String(index + 1) }],
      whenCell(env, contact),
      whoCell(env, contact),
      contentCell(env, contact),
      proofsFor(env.proofs, 'contact', contact.id).map((exhibit) => ({
        spans: exhibitReference(env, exhibit)
      }))
    ])
  })
  flow.repeatOnNewSheet(null)
  flow.space(6)
  flow.text(words.contacts.note, env.styles.note)
  return flow.sheets
}

function byTime(contacts: readonly Contact[]): readonly Contact[] {
  return contacts
    .map((contact) => ({ contact, instant: instantOf(contact.at) }))
    .toSorted((a, b) => (a.instant < b.instant ? -1 : a.instant > b.instant ? 1 : 0))
    .map(({ contact }) => contact)
}

function whenCell({ formats, styles }: LayoutEnv, { at }: Contact): Cell {
  const { on, time, there } = formats.readings(at)
  return [
    { spans: formats.tableDate(on) },
    { spans: time, style: styles.second },
    ...(there === null ? [] : [{ spans: there, style: styles.second }])
  ]
}

function whoCell(env: LayoutEnv, contact: Contact): Cell {
  const { words, styles } = env
  const { direction, channel, minutes, counterpart, person, reference } = contact
  const how = [
    words.contacts.channels[channel],
    ...(minutes === null ? [] : [words.contacts.minutes(minutes)])
  ].join(words.joins.comma)
  const small = (text: string): readonly CellBlock[] =>
    text.trim() === '' ? [] : [{ spans: text.trim(), style: styles.second }]
  return [
    {
      spans: [{ text: words.contacts.directions[direction], isBold: true }],
      marker: arrowMarker(direction)
    },
    { spans: how },
    ...small(counterpart),
    ...small(person),
    ...small(reference.trim() === '' ? '' : words.contacts.reference(typed(env, reference.trim())))
  ]
}

function contentCell(env: LayoutEnv, contact: Contact): Cell {
  const { words, styles } = env
  const purpose = words.contacts.purposes[contact.purpose]
  return [
    ...(contact.purpose === 'other' ? [] : [{ spans: purpose, style: styles.label }]),
    ...contact.said
      .trim()
      .split(/\n+/u)
      .filter((paragraph) => paragraph !== '')
      .map((paragraph) => ({ spans: paragraph })),
    ...nextStep(env, contact).map((text) => ({ spans: text, style: styles.second }))
  ]
}

/** What was promised, until when, and whether the subscriber noted it as done; each on its own line. */
function nextStep(env: LayoutEnv, contact: Contact): readonly string[] {
  const { words, formats, dossier } = env
  const { promised, promisedBy } = contact
  const done = dossier.dueChanges.find(({ id }) => id === promiseDueId(contact.id))?.doneOn ?? null
  return [
    ...(promised.trim() === '' ? [] : [words.contacts.promised(typed(env, promised.trim()))]),
    ...(promisedBy === null ? [] : [words.contacts.promisedBy(formats.date(promisedBy))]),
    ...(done === null ? [] : [words.contacts.kept(formats.date(done))])
  ]
}
