import type { Category } from '../../../shared/domain/category.ts'
import type { ClosingReason, ConfirmationChannel } from '../../../shared/domain/dossier.ts'
import type { MadeOnSource } from '../../../shared/domain/exhibit.ts'
import type { DocumentKind } from '../../../shared/domain/identity.ts'
import type { EntryKind } from '../../../shared/domain/ledger.ts'
import type { Obligation, ProofLevel } from '../../../shared/domain/readiness.ts'
import type { OwnPart } from '../plan/own-parts.ts'
import type { CaseWords } from './case-words.ts'
import type { ProofWords } from './proof-words.ts'
import type { RecipientWords } from './recipient-words.ts'
import type { SupplementWords } from './supplement-words.ts'
import type { VolumeWords } from './volume-words.ts'

/** A fact inside a sentence is set bold: it stands between two of these. */
export const FACT = '\u0001'

/** Every word of ours in a pack. Three languages, one shape. */
export interface Words extends CaseWords, ProofWords {
  readonly recipient: RecipientWords
  readonly supplement: SupplementWords
  readonly volume: VolumeWords
  /** What stands between words and sentences. */
  readonly joins: {
    readonly comma: string
    readonly list: string
    readonly semicolon: string
    readonly colon: string
    readonly sentence: string
    /** Between a title and the sentence after it. */
    readonly stop: string
    readonly bracketed: (text: string, inside: string) => string
  }
  readonly kind: string
  readonly titleClosed: (number: string) => string
  readonly titleClosing: (number: string) => string
  readonly head: (number: string) => string
  readonly specimen: string
  readonly parts: Readonly<Record<OwnPart, string>>
  readonly continued: (title: string) => string
  readonly categories: Readonly<Record<Category, string>>
  readonly page: (page: string) => string
  readonly bookmarkPage: (page: number) => string
  readonly stampOwn: (code: string, part: string) => string
  readonly stampExhibit: readonly [before: string, after: (page: number, of: number, code: string) => string]
  readonly asStated: string
  readonly computed: string
  readonly yes: string
  readonly no: string

  readonly result: {
    readonly ended: (on: string, isStatedOnly: boolean) => string
    readonly ends: (on: string, isStatedOnly: boolean) => string
    readonly owed: (sum: string) => string
    readonly nothingOwed: (sum: string, isStatedOnly: boolean) => string
    readonly credit: (sum: string, isStatedOnly: boolean) => string
    readonly returned: (on: string) => string
    readonly confirmed: (on: string | null) => string
    readonly confirmedAsStated: (on: string) => string
    readonly awaitedSince: (on: string) => string
    readonly notConfirmed: string
  }
  readonly facts: {
    readonly subscriber: string
    readonly operator: string
    readonly document: string
    readonly contract: string
    readonly account: string
    readonly endedOn: string
    readonly plannedOn: string
    readonly period: string
    readonly replyTo: string
    readonly reference: string
    readonly contractOf: (on: string) => string
  }
  readonly points: {
    readonly title: string
    readonly heads: readonly [string, string, string]
    readonly names: Readonly<Record<Obligation, string>>
    readonly states: Readonly<Record<ProofLevel, string>>
    readonly note: string
    /** Before papers that prove less than the whole. */
    readonly partly: string
    readonly more: (count: number) => string
  }
  readonly contents: {
    readonly head: string
    readonly text: (parts: {
      index: string
      own: string | null
      exhibits: string | null
      count: number
      checks: string
    }) => string
  }
  readonly packBlock: {
    readonly pack: string
    readonly madeAt: string
    readonly extent: string
    readonly program: string
    readonly manifest: string
    readonly extentText: (pages: number, exhibits: number) => string
    readonly zoneNote: (zone: string) => string
  }
  readonly stampBox: string

  readonly index: {
    readonly lead: string
    readonly heads: readonly [string, string, string, string]
    readonly ownPages: string
    readonly checks: string
    readonly undated: string
    readonly attachedFlag: string
    readonly unreadableFlag: string
    readonly missingFlag: string
    readonly formerly: (numbers: string) => string
  }
  readonly identity: {
    readonly lead: string
    readonly subscriber: string
    readonly names: { readonly latin: string; readonly cyrillic: string; readonly chinese: string }
    readonly bornOn: string
    readonly document: string
    readonly documentKind: string
    readonly documentNumber: string
    readonly issuedBy: string
    readonly issuedOn: string
    readonly expiresOn: string
    readonly issuedAndExpires: string
    readonly onEnd: string
    readonly valid: (days: number) => string
    readonly expired: (days: number) => string
    readonly numberAndContract: string
    readonly phoneNumber: string
    readonly operator: string
    readonly legalName: string
    readonly taxNumber: string
    readonly readOn: (on: string) => string
    readonly unconfirmed: string
    readonly sim: string
    readonly contract: string
    readonly account: string
    readonly reason: string
    readonly tariff: string
    readonly representative: string
    readonly representativeName: string
    readonly attorney: string
    readonly notary: string
    readonly mayReceiveMoney: string
    readonly forReply: string
    readonly address: string
    readonly email: string
    readonly phone: string
    readonly kinds: Readonly<Record<DocumentKind, string>>
    readonly reasons: Readonly<Record<ClosingReason, string>>
  }
  readonly proofs: string
  readonly proofsNone: string
  readonly ledger: {
    readonly lead: (from: string) => string
    readonly inCurrency: (currency: string) => string
    /** The head of a column of sums. */
    readonly inUnit: (head: string, currency: string) => string
    readonly heads: {
      readonly date: string
      readonly entry: string
      readonly proof: string
      readonly charged: string
      readonly paid: string
      readonly owedAfter: string
    }
    readonly opening: string
    readonly carriedTo: (page: number) => string
    readonly carriedFrom: (page: number) => string
    readonly total: string
    readonly kinds: Readonly<Record<EntryKind, string>>
    readonly reconciliation: string
    readonly chargedHead: string
    readonly paidHead: string
    readonly kindTotals: Readonly<Record<EntryKind, (count: number) => string>>
    readonly byExhibits: (numbers: readonly string[]) => string
    readonly byOtherExhibits: (count: number) => string
    readonly withoutProof: string
    readonly stillOwed: string
    readonly credit: string
    readonly chargedTotal: string
    readonly paidTotal: string
    readonly settled: (sum: string) => string
    readonly owed: (sum: string) => string
    readonly inCredit: (sum: string) => string
    readonly allProven: string
    readonly unproven: (count: number) => string
    readonly morePapers: (count: number) => string
    readonly endNote: (on: string) => string
  }
  readonly agreement: {
    readonly lead: string
    readonly terms: string
    readonly number: string
    readonly appliedOn: string
    readonly signedOn: string
    readonly effectiveOn: string
    readonly penalty: string
    readonly noPenalty: string
    readonly owedAtSigning: string
    readonly notes: string
  }
  readonly confirmation: {
    readonly lead: string
    readonly details: string
    readonly channel: string
    readonly sender: string
    readonly receivedAt: string
    readonly channels: Readonly<Record<ConfirmationChannel, string>>
    readonly text: string
    readonly textNote: string
  }
  readonly exhibit: {
    readonly dateSources: Readonly<Record<MadeOnSource, string>>
    readonly addedOn: (on: string) => string
    readonly hashLine: (short: string, page: number) => string
    readonly untitled: string
    readonly photoNote: (width: number, height: number, dpi: number) => string
    readonly photoTurned: string
    readonly coarse: string
    readonly reduced: (percent: number) => string
  }
}
