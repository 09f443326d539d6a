import type { SlipReason } from '../../../shared/domain/pack-job.ts'
import type { Conversation, MessageDirection } from '../plan/conversation.ts'
import type { MailField, WrittenText } from '../plan/written-text.ts'

/** Words of the pages that say how a file is kept: slips, verification, checksums. */
export interface ProofWords {
  readonly slip: {
    readonly title: string
    readonly lead: (number: string) => string
    readonly leadLost: (number: string) => string
    readonly attachedTitle: string
    readonly attachedLead: (number: string) => string
    readonly fileName: string
    readonly size: string
    readonly type: string
    /** Of a recording. */
    readonly length: string
    readonly lengthUnknown: string
    readonly units: readonly [hours: string, minutes: string, seconds: string]
    readonly notes: string
    readonly noNotes: string
    readonly reason: string
    readonly caption: string
    readonly howToOpen: string
    readonly openAttachment: (name: string) => string
    readonly openNowhere: string
    readonly reasons: Readonly<Record<SlipReason, string>>
    readonly counted: string
    readonly mediaTypes: Readonly<Record<string, string>>
  }
  readonly written: {
    readonly note: Readonly<Record<(WrittenText | Conversation)['kind'], (attachmentName: string) => string>>
    readonly fields: Readonly<Record<MailField, string>>
    readonly signature: (domain: string) => string
    /** `where` = where it is shown; null = a line of its own says so. */
    readonly attachment: (nth: number, name: string, size: string, where: string | null) => string
    readonly shownAfter: string
    readonly onlyInLetter: string
    /** Before the number and the page of the exhibit that is the same file as an attachment. */
    readonly sameAs: string
    /** After the last line that is shown of a text that is too long for paper. */
    readonly cut: (shown: number, all: number) => string
    /** The same of a table. */
    readonly cutTable: (shown: number, all: number) => string
  }
  /** Pages of messages that a phone has exported. */
  readonly messages: {
    readonly heads: readonly [line: string, time: string, direction: string, text: string]
    readonly zone: (zone: string) => string
    readonly directions: Readonly<Record<MessageDirection, string>>
    readonly party: Readonly<Record<MessageDirection, (number: string) => string>>
    readonly attachment: (nth: number, name: string) => string
    readonly inFull: string
    readonly onlyInFile: string
    readonly all: (count: string, from: string, to: string) => string
    /** The file's own count is another than what it holds. */
    readonly declared: (declared: string, found: string) => string
    readonly unread: (count: string) => string
    readonly cut: (shown: string, all: string) => string
    readonly asInFile: string
  }
  readonly verification: {
    readonly lead: string
    readonly what: readonly [head: string, text: string]
    readonly how: string
    readonly steps: readonly [string, string, (checksums: string) => string]
    readonly photoStep: readonly [text: string, note: string]
    readonly proves: readonly [head: string, text: (checksums: string) => string]
    readonly provesNot: readonly [head: string, text: string]
    readonly changed: readonly [head: string, text: string]
    readonly example: string
    readonly exampleText: (number: string, name: string) => string
    readonly note: (checksums: string) => string
  }
  readonly checksums: {
    readonly lead: (exhibits: number) => string
    readonly heads: readonly [string, string, string, string, string]
    readonly attached: string
    readonly pageImage: string
    readonly notThere: string
    readonly manifest: string
  }
}
