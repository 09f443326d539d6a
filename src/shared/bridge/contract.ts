import type { Instant, IsoDate } from '../domain/calendar.ts'
import type { CalendarEvent } from '../domain/calendar-file.ts'
import type { Category } from '../domain/category.ts'
import type { Dossier, NewDossier } from '../domain/dossier.ts'
import type { DossierEdit, EditFailure } from '../domain/dossier-edit.ts'
import type { DossierSummary } from '../domain/dossier-summary.ts'
import type { IntakeOutcome, IntakeProgress } from '../domain/intake.ts'
import type { LawRule } from '../domain/law-rule.ts'
import type { ListedOperator, OperatorIdentity } from '../domain/operator-data.ts'
import type { OperatorEdit } from '../domain/operator-edit.ts'
import type { MadePack, PackFailure, PackProgress } from '../domain/pack-job.ts'
import type { PackOrder } from '../domain/pack-order.ts'
import type { PackVerdict } from '../domain/pack-norm.ts'
import type { PackLanguage } from '../domain/pack-record.ts'
import type { ListedProfile, PackSettings, RecipientProfile } from '../domain/recipient-profile.ts'
import type { ProofTarget } from '../domain/proof-target.ts'
import type { Result } from '../domain/result.ts'
import type { Settings } from '../domain/settings.ts'
import type {
  StatementFailure,
  StatementMapping,
  StatementPreview,
  StatementProposals,
  StatementReading
} from '../domain/statement.ts'

/** A write to the vault that did not happen; the saved state is the one before. */
export type VaultFailure = { readonly code: 'disk-full' | 'no-permission' | 'vault-failed' | 'dossier-gone' }

export interface StoredRevision {
  readonly id: string
  readonly revision: number
}

/** What the vault holds. `damaged` = files among the dossiers that are none or cannot be read; they stay where they are. */
export interface VaultListing {
  readonly stored: readonly StoredRevision[]
  readonly damaged: readonly string[]
}

/** One dossier for the list, read from its file just now. */
export interface SummaryAnswer {
  readonly id: string
  /** null = gone, or nothing of it can be read. */
  readonly summary: DossierSummary | null
  readonly damaged: readonly string[]
}

export interface AboutApp {
  readonly version: string
  readonly platform: string
  readonly systemLanguages: readonly string[]
  readonly vaultFolder: string
}

export interface AttachRequest {
  /** Chosen by the caller, so that progress and cancel can name the job before it answers. */
  readonly jobId: string
  readonly dossierId: string
  readonly category: Category
  /** What the files are said to prove. */
  readonly proves: readonly ProofTarget[]
}

export interface AttachAnswer {
  readonly dossier: Dossier
  readonly outcomes: readonly IntakeOutcome[]
}

export interface ExhibitRef {
  readonly dossierId: string
  readonly exhibitId: string
}

/** A place for the pack, chosen by the user in the system's dialog; the page sees its names, never its path. */
export interface PackTarget {
  readonly targetId: string
  readonly fileName: string
  readonly folderName: string
  /** The system's dialog has not asked about replacing it yet: the app must. */
  readonly mustAskToReplace: boolean
}

export interface PackRequest {
  readonly jobId: string
  readonly dossierId: string
  readonly language: PackLanguage
  readonly order: PackOrder
  /** Whom the pack is for, by the id of a profile; the settings may have been changed for this pack alone. */
  readonly profileId: string
  readonly settings: PackSettings
  /** Their name, for the cover and the register; empty where nobody was named. */
  readonly recipient: string
  /** Code of the pack this one is a supplement to. */
  readonly supplementTo: string | null
  readonly exhibitIds: readonly string[]
}

/** `damaged` = files of the user's own that could not be read; they stay where they are. */
export interface RecipientListing {
  readonly profiles: readonly ListedProfile[]
  readonly damaged: readonly string[]
}

export type RecipientFailure = {
  readonly code: 'recipient-gone' | 'disk-full' | 'no-permission' | 'write-failed'
}

/** `damaged` = files of the user's own that could not be read; they stay where they are. */
export interface OperatorListing {
  readonly operators: readonly ListedOperator[]
  readonly damaged: readonly string[]
}

/** `same` = the file says nothing that is not here already. */
export type OperatorImport =
  | { readonly state: 'imported' | 'same'; readonly operator: ListedOperator }
  /** The user has written something about this operator: nothing is replaced before they agree. */
  | { readonly state: 'asks-to-replace'; readonly importId: string; readonly operator: ListedOperator }

/** Every question the page may ask, with its answer. Both sides derive from this. */
export interface Requests {
  'app:about': (nothing: null) => AboutApp
  /** Shows the vault's folder in the system's file manager. */
  'app:show-vault': (nothing: null) => null
  /** Answers `app:closing`: nothing waits to be saved any more. */
  'app:settled': (nothing: null) => null
  'settings:read': (nothing: null) => Settings
  'settings:save': (settings: Settings) => Result<Settings, VaultFailure>
  'law:list': (nothing: null) => readonly LawRule[]

  'operator:list': (nothing: null) => OperatorListing
  'operator:edit': (request: {
    readonly id: string
    readonly edit: OperatorEdit
  }) => Result<ListedOperator, OperatorFailure>
  'operator:add': (identity: OperatorIdentity) => Result<ListedOperator, OperatorFailure>
  /** Of a shipped operator only the corrections go; of one the user added, everything, and null is left. */
  'operator:remove': (request: { readonly id: string }) => Result<ListedOperator | null, OperatorFailure>
  /** Opens the save dialog. null = the user changed their mind. */
  'operator:export': (request: {
    readonly id: string
  }) => Result<{ readonly fileName: string }, OperatorFailure | WriteFailure> | null
  'operator:import': (nothing: null) => Result<OperatorImport, OperatorImportFailure> | null
  'operator:confirm-import': (request: {
    readonly importId: string
  }) => Result<ListedOperator, OperatorFailure>

  /** By the names of the files alone. */
  'dossier:list': (nothing: null) => VaultListing
  /** Reads these dossiers and answers what a list shows of each, as things stand on that day. */
  'dossier:summarise': (request: {
    readonly ids: readonly string[]
    readonly today: IsoDate
  }) => readonly SummaryAnswer[]
  'dossier:read': (request: { readonly id: string }) => Result<Dossier, VaultFailure>
  'dossier:create': (fresh: NewDossier) => Result<Dossier, VaultFailure>
  /** Takes over the operator's facts as they are now in place of those the dossier was begun with. */
  'dossier:take-operator-data': (request: { readonly id: string }) => Result<Dossier, VaultFailure>
  'dossier:edit': (request: {
    readonly id: string
    /** All or none, as one revision. */
    readonly edits: readonly DossierEdit[]
  }) => Result<Dossier, VaultFailure | EditFailure>
  'dossier:open-sample': (nothing: null) => Result<Dossier, VaultFailure>
  /** Removes a trashed dossier and the files only it used, for good. */
  'dossier:destroy': (request: { readonly id: string }) => Result<null, VaultFailure>
  /** Asks for a folder in the system's dialog. null = the user changed their mind. */
  'dossier:export-folder': (request: {
    readonly id: string
  }) => Result<{ readonly folderName: string }, FolderFailure> | null
  'dossier:import-folder': (nothing: null) => Result<Dossier, FolderFailure> | null

  /** Opens the file dialog. null = the user changed their mind. */
  'exhibit:choose-files': (request: AttachRequest) => Result<AttachAnswer, VaultFailure> | null
  'exhibit:attach': (
    request: AttachRequest & { readonly paths: readonly string[] }
  ) => Result<AttachAnswer, VaultFailure>
  /** A picture from the clipboard: it has no path, so its bytes come along. */
  'exhibit:paste': (
    request: AttachRequest & { readonly bytes: Uint8Array }
  ) => Result<AttachAnswer, VaultFailure>
  'exhibit:cancel-attach': (request: { readonly jobId: string }) => null
  /** A `vault://` address that shows this one file to this one window until the window or `exhibit:close` ends it. */
  'exhibit:open': (exhibit: ExhibitRef) => Result<{ readonly url: string }, ObjectFailure>
  'exhibit:close': (request: { readonly url: string }) => null
  /** Shows the stored original in the system's file manager. */
  'exhibit:show-original': (exhibit: ExhibitRef) => Result<null, ObjectFailure>
  'exhibit:save-copy': (
    exhibit: ExhibitRef
  ) => Result<{ readonly fileName: string }, ObjectFailure | VaultFailure> | null
  /** Reads every byte again and compares with the SHA-256 of intake. */
  'exhibit:verify': (exhibit: ExhibitRef) => Result<{ readonly verifiedAt: Instant }, ObjectFailure>

  /** Opens the file dialog and reads the file into memory. null = the user changed their mind. */
  'statement:choose': (nothing: null) => Result<StatementRef, { readonly code: StatementFailure }> | null
  'statement:preview': (
    request: StatementRef & { readonly reading: StatementReading; readonly currency: string }
  ) => Result<StatementPreview, { readonly code: StatementFailure }>
  'statement:propose': (
    request: StatementRef & {
      readonly dossierId: string
      readonly reading: StatementReading
      readonly repairQuotes: boolean
      readonly mapping: StatementMapping
      readonly filter: string
    }
  ) => Result<StatementProposals, { readonly code: StatementFailure }>
  /** Makes an exhibit of the very bytes that were looked through. */
  'statement:keep': (
    request: StatementRef & AttachRequest
  ) => Result<AttachAnswer, VaultFailure | { readonly code: 'statement-gone' }>
  'statement:close': (request: StatementRef) => null

  /** Asks for a place and writes an iCalendar file. null = the user changed their mind. */
  'due:save-calendar': (request: {
    readonly name: string
    readonly events: readonly CalendarEvent[]
  }) => Result<{ readonly fileName: string }, WriteFailure> | null
  /** A notification of the system; `due:opened` tells when it is clicked. */
  'due:notify': (notice: DueNotice) => null

  'recipient:list': (nothing: null) => RecipientListing
  'recipient:add': (profile: Omit<RecipientProfile, 'id'>) => Result<RecipientProfile, RecipientFailure>
  'recipient:change': (profile: RecipientProfile) => Result<RecipientProfile, RecipientFailure>
  'recipient:remove': (request: { readonly id: string }) => Result<null, RecipientFailure>

  'pack:choose-target': (request: {
    readonly dossierId: string
    readonly language: PackLanguage
    readonly supplementTo: string | null
  }) => PackTarget | null
  'pack:export': (
    request: PackRequest & {
      readonly targetId: string
      readonly replace: boolean
      readonly checksumFile: boolean
      /** Encrypts the file; null = everybody can open it. Kept nowhere but in memory until the file is checked. */
      readonly password: string | null
    }
  ) => Result<MadePack & { readonly dossier: Dossier }, { readonly code: PackFailure }>
  /** The same pack in a temporary file, as a `vault://` address; nothing is recorded. */
  'pack:preview': (
    request: PackRequest
  ) => Result<MadePack & { readonly url: string }, { readonly code: PackFailure }>
  /** Reads the exported file again as a stranger would. */
  'pack:check': (request: {
    readonly targetId: string
  }) => Result<PackVerdict, { readonly code: 'target-gone' }>
  'pack:cancel': (request: { readonly jobId: string }) => null
  'pack:open-file': (request: { readonly targetId: string }) => Result<null, { readonly code: 'target-gone' }>
  'pack:show-in-folder': (request: {
    readonly targetId: string
  }) => Result<null, { readonly code: 'target-gone' }>
}

/** A list of movements the user has chosen; the page knows it by its id only. */
export interface StatementRef {
  readonly statementId: string
}

export type OperatorFailure = {
  readonly code: 'operator-gone' | 'operator-too-large' | 'disk-full' | 'no-permission' | 'write-failed'
}
export type OperatorImportFailure = {
  readonly code:
    | OperatorFailure['code']
    | 'operator-file-unreadable'
    | 'operator-file-too-large'
    | 'operator-file-no-json'
    | 'operator-file-other-format'
    | 'operator-file-invalid'
}
export type ObjectFailure = { readonly code: 'object-missing' | 'object-changed' | 'dossier-gone' }
export type FolderFailure = {
  readonly code:
    | 'not-a-dossier'
    | 'bag-incomplete'
    | 'bag-changed'
    | 'folder-exists'
    /** Another process has the folder open. */
    | 'folder-in-use'
    | 'disk-full'
    | 'no-permission'
    | 'vault-failed'
    | 'dossier-gone'
}

/** A file at a place the user chose. */
export type WriteFailure = { readonly code: 'name-taken' | 'disk-full' | 'no-permission' | 'write-failed' }

export interface DueNotice {
  readonly title: string
  readonly body: string
  /** What to show when it is clicked; null = the list of dossiers. */
  readonly opens: { readonly dossierId: string; readonly dueId: string } | null
}

export type RequestName = keyof Requests
export type RequestOf<Name extends RequestName> = Parameters<Requests[Name]>[0]
export type AnswerOf<Name extends RequestName> = ReturnType<Requests[Name]>

/** What main tells the page unasked. */
export interface Notices {
  /** The window is about to close: the page saves what waits and then asks `app:settled`. */
  'app:closing': null
  'due:opened': DueNotice['opens']
  'intake:progress': IntakeProgress
  'pack:progress': PackProgress
}
export type NoticeName = keyof Notices
