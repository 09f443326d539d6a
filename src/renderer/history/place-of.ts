import type { DossierEdit } from '../../shared/domain/dossier-edit.ts'
import type { RecordList } from '../../shared/domain/dossier-records.ts'
import type { Precaution } from '../../shared/domain/precaution.ts'
import type { ProofTarget } from '../../shared/domain/proof-target.ts'
import type { Step } from '../../shared/domain/step.ts'

/** Where a thing of a dossier is changed. */
export interface EditPlace {
  /** The screens that show it, the best one first; none where it stands above every screen. */
  readonly screens: readonly ScreenOfEdit[]
  /** What carries it there, as its `data-place`; null where the screen is place enough. */
  readonly at: string | null
}

export type ScreenOfEdit =
  | { readonly name: 'step'; readonly step: Step | Precaution }
  | { readonly name: 'ledger' | 'contacts' | 'timeline' | 'exhibits' }
  | { readonly name: 'exhibit'; readonly exhibitId: string }

const step = (name: Step | Precaution): ScreenOfEdit => ({ name: 'step', step: name })

const SCREENS_OF_LIST: Readonly<Record<RecordList, readonly ScreenOfEdit[]>> = {
  documents: [step('identity')],
  contacts: [{ name: 'contacts' }, step('contact'), { name: 'timeline' }],
  entries: [{ name: 'ledger' }, step('payments'), { name: 'timeline' }],
  devices: [step('equipment')],
  backups: [step('backup')],
  services: [step('services')],
  reminders: [],
  dueChanges: []
}

const STEP_OF_VALUES = {
  'set-closing': 'account',
  'set-contract': 'account',
  'set-contact-details': 'account',
  'set-identity': 'identity',
  'set-agreement': 'agreement',
  'set-terms': 'terms',
  'set-confirmation': 'confirmation',
  'set-equipment': 'equipment'
} as const satisfies Partial<Record<DossierEdit['kind'], Step | Precaution>>

const LIST_OF_TARGET: Readonly<Record<Exclude<ProofTarget['kind'], 'step'>, RecordList>> = {
  entry: 'entries',
  contact: 'contacts',
  device: 'devices',
  document: 'documents',
  backup: 'backups'
}

/** Where this edit shows. Fields are named as `use-dossier-edit` names them, records by list and id. */
export function placeOf(dossierId: string, edit: DossierEdit): EditPlace {
  if ('exhibitId' in edit) return placeOfExhibitEdit(edit)
  switch (edit.kind) {
    case 'set-account':
    case 'trash-dossier':
    case 'restore-dossier':
      return { screens: [], at: null }
    case 'set-currency':
      return { screens: SCREENS_OF_LIST.entries, at: null }
    case 'override-step':
      return { screens: [step(edit.step)], at: null }
    case 'put-records':
      return placeInList(edit.list, edit.records[0]?.id)
    case 'remove-records':
      return placeInList(edit.list, edit.ids[0])
    case 'set-closing':
    case 'set-contract':
    case 'set-contact-details':
    case 'set-identity':
    case 'set-agreement':
    case 'set-terms':
    case 'set-confirmation':
    case 'set-equipment': {
      const [field] = Object.keys(edit.values)
      return {
        screens: [step(STEP_OF_VALUES[edit.kind])],
        at: field === undefined ? null : `${dossierId}/${edit.kind}/${field}`
      }
    }
  }
}

function placeOfExhibitEdit(edit: Extract<DossierEdit, { readonly exhibitId: string }>): EditPlace {
  if ('target' in edit) return placeOfTarget(edit.target)
  if (edit.kind === 'set-bars') {
    return {
      screens: [{ name: 'exhibit', exhibitId: edit.exhibitId }],
      at: placeOfBars(edit.exhibitId)
    }
  }
  return {
    screens: [{ name: 'exhibits' }, { name: 'exhibit', exhibitId: edit.exhibitId }],
    at: placeOfRecord('exhibits', edit.exhibitId)
  }
}

function placeInList(list: RecordList, id: string | undefined): EditPlace {
  return { screens: SCREENS_OF_LIST[list], at: id === undefined ? null : placeOfRecord(list, id) }
}

function placeOfTarget(target: ProofTarget): EditPlace {
  return target.kind === 'step'
    ? { screens: [step(target.step)], at: null }
    : placeInList(LIST_OF_TARGET[target.kind], target.id)
}

/** What the way to the bars over a picture carries. */
export function placeOfBars(exhibitId: string): string {
  return `bars/${exhibitId}`
}

/** What an element that shows one record carries as its `data-place`, so that undo and search can go to it. */
export function placeOfRecord(list: RecordList | 'exhibits', id: string): string {
  return `${list}/${id}`
}
