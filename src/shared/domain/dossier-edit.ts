import { coverablePages, type Bar } from './bar.ts'
import type { Instant, IsoDate } from './calendar.ts'
import type { Category } from './category.ts'
import type {
  Agreement,
  Closing,
  Confirmation,
  ContactDetails,
  Contract,
  Dossier,
  StepOverride,
  SubscriberNames
} from './dossier.ts'
import {
  putRecords,
  recordsOf,
  removeRecords,
  TARGET_OF_LIST,
  type RecordList,
  type RecordLists
} from './dossier-records.ts'
import type { Exhibit, FileFacts, MadeOnSource } from './exhibit.ts'
import type { Identity } from './identity.ts'
import type { OperatorRef } from './operator.ts'
import type { PackRecord } from './pack-record.ts'
import type { Terms } from './precaution.ts'
import { isSameTarget, type ProofTarget } from './proof-target.ts'
import { done, failed, type Result } from './result.ts'
import type { Step } from './step.ts'

/** Adds records or replaces those of the same id; new ones stand before another, or at the end. */
export interface PutRecords<List extends RecordList = RecordList> {
  readonly kind: 'put-records'
  readonly list: List
  readonly records: readonly RecordLists[List][]
  readonly beforeId: string | null
}

/**
 * One change of a dossier as a value. The window and the command line say what changes,
 * never the whole dossier: a form that is being filled cannot undo a file that arrives meanwhile.
 */
export type DossierEdit =
  | { readonly kind: 'set-account'; readonly values: Partial<Account> }
  | { readonly kind: 'set-closing'; readonly values: Partial<Closing> }
  | { readonly kind: 'set-contract'; readonly values: Partial<Contract> }
  | { readonly kind: 'set-contact-details'; readonly values: Partial<ContactDetails> }
  | { readonly kind: 'set-identity'; readonly values: Partial<Omit<Identity, 'documents'>> }
  | { readonly kind: 'set-agreement'; readonly values: Partial<Agreement> }
  | { readonly kind: 'set-terms'; readonly values: Partial<Terms> }
  | { readonly kind: 'set-confirmation'; readonly values: Partial<Confirmation> }
  | { readonly kind: 'set-equipment'; readonly values: { readonly nothingToReturn: boolean } }
  | { readonly kind: 'set-currency'; readonly currency: string }
  /** null = back to the computed state. */
  | {
      readonly kind: 'override-step'
      readonly step: Step
      readonly override: Omit<StepOverride, 'at'> | null
    }
  | { readonly [List in RecordList]: PutRecords<List> }[RecordList]
  | { readonly kind: 'remove-records'; readonly list: RecordList; readonly ids: readonly string[] }
  | { readonly kind: 'link-exhibit'; readonly exhibitId: string; readonly target: ProofTarget }
  | { readonly kind: 'unlink-exhibit'; readonly exhibitId: string; readonly target: ProofTarget }
  | { readonly kind: 'caption-exhibit'; readonly exhibitId: string; readonly caption: string }
  | {
      readonly kind: 'date-exhibit'
      readonly exhibitId: string
      readonly madeOn: { readonly on: IsoDate; readonly source: MadeOnSource } | null
    }
  /** All bars of a picture or a PDF, those before are gone. */
  | { readonly kind: 'set-bars'; readonly exhibitId: string; readonly bars: readonly Bar[] }
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

export type EditFailure = {
  readonly code: 'no-such-record' | 'no-such-exhibit' | 'name-needed' | 'reason-needed' | 'bars-need-page'
}

/** The dossier after these edits, all or none, as its next revision; the given one is not touched. */
export function editDossierBy(
  dossier: Dossier,
  edits: readonly DossierEdit[],
  at: Instant
): Result<Dossier, EditFailure> {
  let current = dossier
  for (const edit of edits) {
    const edited = editDossier(current, edit, at)
    if (!edited.ok) return edited
    current = { ...edited.value, revision: dossier.revision + 1 }
  }
  return done(current)
}

/** The dossier after one edit, as its next revision; the given one is not touched. */
export function editDossier(dossier: Dossier, edit: DossierEdit, at: Instant): Result<Dossier, EditFailure> {
  const changed = changeBy(dossier, edit, at)
  if ('code' in changed) return failed(changed)
  return done({ ...dossier, ...changed, revision: dossier.revision + 1, changedAt: at })
}

function changeBy(dossier: Dossier, edit: DossierEdit, at: Instant): Partial<Dossier> | EditFailure {
  if ('exhibitId' in edit) {
    const exhibit = dossier.exhibits.find((one) => one.id === edit.exhibitId)
    return exhibit === undefined ? { code: 'no-such-exhibit' } : changeExhibit(dossier, exhibit, edit, at)
  }
  switch (edit.kind) {
    case 'set-account': {
      const names = edit.values.subscriber ?? dossier.subscriber
      return names.latin + names.cyrillic + names.chinese === '' ? { code: 'name-needed' } : edit.values
    }
    case 'set-closing':
      return { closing: { ...dossier.closing, ...edit.values } }
    case 'set-contract':
      return { contract: { ...dossier.contract, ...edit.values } }
    case 'set-contact-details':
      return { contactDetails: { ...dossier.contactDetails, ...edit.values } }
    case 'set-identity':
      return { identity: { ...dossier.identity, ...edit.values } }
    case 'set-agreement':
      return { agreement: { ...dossier.agreement, ...edit.values } }
    case 'set-terms':
      return { terms: { ...dossier.terms, ...edit.values } }
    case 'set-confirmation':
      return { confirmation: { ...dossier.confirmation, ...edit.values } }
    case 'set-equipment':
      return { equipment: { ...dossier.equipment, ...edit.values } }
    case 'set-currency':
      return { payments: { ...dossier.payments, currency: edit.currency } }
    case 'override-step':
      return overrideStep(dossier, edit.step, edit.override, at)
    case 'put-records':
      return putRecords(dossier, edit.list, edit.records, edit.beforeId)
    case 'remove-records': {
      const known = new Set(recordsOf(dossier, edit.list).map((record) => record.id))
      if (!edit.ids.every((id) => known.has(id))) return { code: 'no-such-record' }
      return removeRecords(dossier, edit.list, edit.ids)
    }
    case 'trash-dossier':
      return { trashedAt: at }
    case 'restore-dossier':
      return { trashedAt: null }
  }
}

type ExhibitEdit = Extract<DossierEdit, { readonly exhibitId: string }>

function changeExhibit(
  dossier: Dossier,
  exhibit: Exhibit,
  edit: ExhibitEdit,
  at: Instant
): Partial<Dossier> | EditFailure {
  const withFacts = (facts: Partial<Exhibit>) => ({
    exhibits: replaceExhibit(dossier, { ...exhibit, ...facts })
  })
  switch (edit.kind) {
    case 'link-exhibit':
      if (!isThere(dossier, edit.target)) return { code: 'no-such-record' }
      return exhibit.proves.some((one) => isSameTarget(one, edit.target))
        ? {}
        : withFacts({ proves: [...exhibit.proves, edit.target] })
    case 'unlink-exhibit':
      return withFacts({ proves: exhibit.proves.filter((one) => !isSameTarget(one, edit.target)) })
    case 'caption-exhibit':
      return withFacts({ caption: edit.caption })
    case 'date-exhibit':
      return withFacts({ madeOn: edit.madeOn })
    case 'set-bars':
      return edit.bars.every(({ page }) => page <= coverablePages(exhibit.file))
        ? withFacts({ bars: edit.bars })
        : { code: 'bars-need-page' }
    case 'categorise-exhibit':
      return categorise(dossier, exhibit, edit.category)
    case 'move-exhibit':
      return { exhibits: moveBefore(dossier.exhibits, exhibit, edit.beforeId) }
    case 'trash-exhibit':
      return withFacts({ trashedAt: at })
    case 'restore-exhibit':
      return withFacts({ trashedAt: null })
  }
}

export interface ArrivedFile {
  readonly id: string
  readonly category: Category
  readonly caption: string
  readonly madeOn: { readonly on: IsoDate; readonly source: MadeOnSource } | null
  readonly proves: readonly ProofTarget[]
  readonly file: FileFacts
}

/** Adds stored files as exhibits, each with the next number of its category. */
export function addExhibits(dossier: Dossier, arrived: readonly ArrivedFile[], at: Instant): Dossier {
  let lastSerials = dossier.lastSerials
  const added = arrived.map(({ category, ...facts }): Exhibit => {
    const serial = lastSerials[category] + 1
    lastSerials = { ...lastSerials, [category]: serial }
    const proves = facts.proves.filter((target) => isThere(dossier, target))
    return {
      ...facts,
      ...{ proves, number: { category, serial }, formerNumbers: [], bars: [], addedAt: at, trashedAt: null }
    }
  })
  return {
    ...dossier,
    revision: dossier.revision + 1,
    changedAt: at,
    exhibits: [...dossier.exhibits, ...added],
    lastSerials
  }
}

/** Notes an exported pack in the dossier; the very same file made once more takes the place of its first note. */
export function addPack(dossier: Dossier, pack: PackRecord, at: Instant): Dossier {
  const others = dossier.packs.filter(({ code, sha256 }) => code !== pack.code || sha256 !== pack.sha256)
  return {
    ...dossier,
    revision: dossier.revision + 1,
    changedAt: at,
    packs: [...others, pack]
  }
}

function overrideStep(
  dossier: Dossier,
  step: Step,
  override: Omit<StepOverride, 'at'> | null,
  at: Instant
): Partial<Dossier> | EditFailure {
  const others = Object.fromEntries(Object.entries(dossier.overrides).filter(([key]) => key !== step))
  if (override === null) return { overrides: others }
  if (override.reason.trim() === '') return { code: 'reason-needed' }
  return { overrides: { ...others, [step]: { ...override, at } } }
}

/** Whether what is to be proved is still in the dossier. */
function isThere(dossier: Dossier, target: ProofTarget): boolean {
  if (target.kind === 'step') return true
  const lists = Object.keys(TARGET_OF_LIST) as RecordList[]
  return lists.some(
    (list) =>
      TARGET_OF_LIST[list] === target.kind &&
      recordsOf(dossier, list).some((record) => record.id === target.id)
  )
}

function replaceExhibit(dossier: Dossier, exhibit: Exhibit): readonly Exhibit[] {
  return dossier.exhibits.map((one) => (one.id === exhibit.id ? exhibit : one))
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
