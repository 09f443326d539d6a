import type { Instant, IsoDate } from './calendar.ts'
import type { Category } from './category.ts'
import type { Agreement, Closing, Confirmation, Dossier, Identity, SubscriberNames } from './dossier.ts'
import type { Exhibit, FileFacts, MadeOnSource } from './exhibit.ts'
import type { LedgerEntry } from './ledger.ts'
import type { OperatorRef } from './operator.ts'
import type { PackRecord } from './pack-record.ts'
import { done, failed, type Result } from './result.ts'

/**
 * One change of a dossier as a value. The window and the command line say what changes,
 * never the whole dossier: a form that is being filled cannot undo a file that arrives meanwhile.
 */
export type DossierEdit =
  | { readonly kind: 'set-account'; readonly values: Partial<Account> }
  | { readonly kind: 'set-closing'; readonly values: Partial<Closing> }
  | { readonly kind: 'set-identity'; readonly values: Partial<Identity> }
  | { readonly kind: 'set-agreement'; readonly values: Partial<Agreement> }
  | { readonly kind: 'set-confirmation'; readonly values: Partial<Confirmation> }
  | { readonly kind: 'set-currency'; readonly currency: string }
  | { readonly kind: 'put-entry'; readonly entry: LedgerEntry }
  | { readonly kind: 'remove-entry'; readonly entryId: string }
  | { readonly kind: 'caption-exhibit'; readonly exhibitId: string; readonly caption: string }
  | { readonly kind: 'date-exhibit'; readonly exhibitId: string; readonly on: IsoDate | null }
  | { readonly kind: 'categorise-exhibit'; readonly exhibitId: string; readonly category: Category }
  /** Puts it before another one; null = at the end. */
  | { readonly kind: 'move-exhibit'; readonly exhibitId: string; readonly beforeId: string | null }
  | { readonly kind: 'trash-exhibit'; readonly exhibitId: string }
  | { readonly kind: 'restore-exhibit'; readonly exhibitId: string }
  | { readonly kind: 'trash-dossier' }
  | { readonly kind: 'restore-dossier' }

export interface Account {
  readonly operator: OperatorRef
  readonly phoneNumber: string
  readonly subscriber: SubscriberNames
}

export type EditFailure = { readonly code: 'no-such-entry' | 'no-such-exhibit' | 'name-needed' }

/** The dossier after one edit, as its next revision; the given one is not touched. */
export function editDossier(dossier: Dossier, edit: DossierEdit, at: Instant): Result<Dossier, EditFailure> {
  const next = (change: Partial<Dossier>): Result<Dossier, EditFailure> =>
    done({ ...dossier, ...change, revision: dossier.revision + 1, changedAt: at })
  const onExhibit = (id: string, change: (exhibit: Exhibit) => Partial<Dossier>) => {
    const exhibit = dossier.exhibits.find((one) => one.id === id)
    return exhibit === undefined ? failed({ code: 'no-such-exhibit' }) : next(change(exhibit))
  }
  const withExhibit = (id: string, change: (exhibit: Exhibit) => Partial<Exhibit>) =>
    onExhibit(id, (exhibit) => ({ exhibits: replaceExhibit(dossier, { ...exhibit, ...change(exhibit) }) }))

  switch (edit.kind) {
    case 'set-account': {
      const names = edit.values.subscriber ?? dossier.subscriber
      if (names.latin + names.cyrillic + names.chinese === '') return failed({ code: 'name-needed' })
      return next(edit.values)
    }
    case 'set-closing':
      return next({ closing: { ...dossier.closing, ...edit.values } })
    case 'set-identity':
      return next({ identity: { ...dossier.identity, ...edit.values } })
    case 'set-agreement':
      return next({ agreement: { ...dossier.agreement, ...edit.values } })
    case 'set-confirmation':
      return next({ confirmation: { ...dossier.confirmation, ...edit.values } })
    case 'set-currency':
      return next({ payments: { ...dossier.payments, currency: edit.currency } })
    case 'put-entry':
      return next({ payments: { ...dossier.payments, entries: putEntry(dossier, edit.entry) } })
    case 'remove-entry': {
      const entries = dossier.payments.entries.filter((entry) => entry.id !== edit.entryId)
      if (entries.length === dossier.payments.entries.length) return failed({ code: 'no-such-entry' })
      return next({ payments: { ...dossier.payments, entries } })
    }
    case 'caption-exhibit':
      return withExhibit(edit.exhibitId, () => ({ caption: edit.caption }))
    case 'date-exhibit':
      return withExhibit(edit.exhibitId, () => ({
        madeOn: edit.on === null ? null : { on: edit.on, source: 'stated' }
      }))
    case 'categorise-exhibit':
      return onExhibit(edit.exhibitId, (exhibit) => categorise(dossier, exhibit, edit.category))
    case 'move-exhibit':
      return onExhibit(edit.exhibitId, (exhibit) => ({
        exhibits: moveBefore(dossier.exhibits, exhibit, edit.beforeId)
      }))
    case 'trash-exhibit':
      return withExhibit(edit.exhibitId, () => ({ trashedAt: at }))
    case 'restore-exhibit':
      return withExhibit(edit.exhibitId, () => ({ trashedAt: null }))
    case 'trash-dossier':
      return next({ trashedAt: at })
    case 'restore-dossier':
      return next({ trashedAt: null })
  }
}

export interface ArrivedFile {
  readonly id: string
  readonly category: Category
  readonly caption: string
  readonly madeOn: { readonly on: IsoDate; readonly source: MadeOnSource } | null
  readonly file: FileFacts
}

/** Adds stored files as exhibits, each with the next number of its category. */
export function addExhibits(dossier: Dossier, arrived: readonly ArrivedFile[], at: Instant): Dossier {
  let lastSerials = dossier.lastSerials
  const added = arrived.map(({ category, ...facts }): Exhibit => {
    const serial = lastSerials[category] + 1
    lastSerials = { ...lastSerials, [category]: serial }
    return { ...facts, number: { category, serial }, formerNumbers: [], addedAt: at, trashedAt: null }
  })
  return {
    ...dossier,
    revision: dossier.revision + 1,
    changedAt: at,
    exhibits: [...dossier.exhibits, ...added],
    lastSerials
  }
}

/** Notes an exported pack in the dossier. */
export function addPack(dossier: Dossier, pack: PackRecord): Dossier {
  return {
    ...dossier,
    revision: dossier.revision + 1,
    changedAt: pack.madeAt,
    packs: [...dossier.packs, pack]
  }
}

function replaceExhibit(dossier: Dossier, exhibit: Exhibit): readonly Exhibit[] {
  return dossier.exhibits.map((one) => (one.id === exhibit.id ? exhibit : one))
}

function putEntry(dossier: Dossier, entry: LedgerEntry): readonly LedgerEntry[] {
  const { entries } = dossier.payments
  return entries.some((one) => one.id === entry.id)
    ? entries.map((one) => (one.id === entry.id ? entry : one))
    : [...entries, entry]
}

/** The letter of a number says its category, so another category means another number; the old one is retired for good. */
function categorise(dossier: Dossier, exhibit: Exhibit, category: Category): Partial<Dossier> {
  if (exhibit.number.category === category) return {}
  const former = exhibit.formerNumbers.find((number) => number.category === category)
  const number = former ?? { category, serial: dossier.lastSerials[category] + 1 }
  const formerNumbers = [...exhibit.formerNumbers, exhibit.number].filter((one) => one !== former)
  return {
    exhibits: replaceExhibit(dossier, { ...exhibit, number, formerNumbers }),
    lastSerials: {
      ...dossier.lastSerials,
      [category]: Math.max(dossier.lastSerials[category], number.serial)
    }
  }
}

function moveBefore(
  exhibits: readonly Exhibit[],
  moved: Exhibit,
  beforeId: string | null
): readonly Exhibit[] {
  const others = exhibits.filter((one) => one.id !== moved.id)
  const at = beforeId === null ? -1 : others.findIndex((one) => one.id === beforeId)
  const index = at === -1 ? others.length : at
  return [...others.slice(0, index), moved, ...others.slice(index)]
}
