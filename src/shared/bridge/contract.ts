import type { IntakeProgress } from '../domain/intake.ts'
import type { PackProgress } from '../domain/pack-job.ts'
import type { AppRequests } from './requests/app-requests.ts'
import type { OperatorRequests } from './requests/operator-requests.ts'
import type { DossierRequests } from './requests/dossier-requests.ts'
import type { ExhibitRequests } from './requests/exhibit-requests.ts'
import type { StatementRequests } from './requests/statement-requests.ts'
import type { DueNotice, DueRequests } from './requests/due-requests.ts'
import type { RecipientRequests } from './requests/recipient-requests.ts'
import type { PackRequests } from './requests/pack-requests.ts'

export type { VaultFailure } from './requests/vault-failure.ts'
export type { WriteFailure } from './requests/write-failure.ts'
export type { AboutApp } from './requests/app-requests.ts'
export type { OperatorListing, OperatorFailure, OperatorImportFailure } from './requests/operator-requests.ts'
export type {
  StoredRevision,
  VaultListing,
  SummaryAnswer,
  FolderFailure
} from './requests/dossier-requests.ts'
export type { AttachRequest, AttachAnswer, ExhibitRef, ObjectFailure } from './requests/exhibit-requests.ts'
export type { DueNotice } from './requests/due-requests.ts'
export type { RecipientListing, RecipientFailure } from './requests/recipient-requests.ts'
export type { PackTarget, PackRequest } from './requests/pack-requests.ts'

/** Every question the page may ask, with its answer. Both sides derive from this. */
export interface Requests
  extends
    AppRequests,
    OperatorRequests,
    DossierRequests,
    ExhibitRequests,
    StatementRequests,
    DueRequests,
    RecipientRequests,
    PackRequests {}

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
