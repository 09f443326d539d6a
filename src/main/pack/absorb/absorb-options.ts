import type { Bar } from '../../../shared/domain/bar.ts'
import type { Exhibit } from '../../../shared/domain/exhibit.ts'
import type { Result } from '../../../shared/domain/result.ts'
import type { Original } from '../../original.ts'
import type { ExhibitPage, HiddenWord, Withheld } from '../plan/absorbed-exhibit.ts'
import type { Conversation } from '../plan/conversation.ts'
import type { WrittenText } from '../plan/written-text.ts'
import type { PageRenderer } from '../render/page-renderer.ts'
import type { HashThread } from '../write/hash-thread.ts'
import type { PdfFile } from '../write/pdf-file.ts'
import type { Burning } from './absorb-marked.ts'
import type { PageSample } from './page-sample.ts'
import type { SourceMemory } from './source-memory.ts'

export type OpenOriginal = (sha256: string) => Promise<Result<Original, { readonly code: string }>>

export interface AbsorbOptions {
  readonly file: PdfFile
  readonly openOriginal: OpenOriginal
  readonly signal: AbortSignal
  readonly memory: SourceMemory
  /** Hashes originals; null = they are hashed here. */
  readonly thread: HashThread | null
  /** Its file brought down an earlier attempt: it is attached and not looked into. */
  readonly isGivenUp: boolean
  /** Why its original stays out of the file; null = it goes in. Asked again when its pages are made. */
  readonly withheldFor: (exhibit: Exhibit) => Withheld | null
  /** Lays what a text, a letter or messages say out on pages of ours. */
  readonly paginate: (
    exhibit: Exhibit,
    text: WrittenText | Conversation,
    attachmentName: string
  ) => readonly ExhibitPage[]
  /** What is burnt into the pixels of its pictures, of which the pack has copies only; null = nothing is. */
  readonly burnt: (exhibit: Exhibit) => Burning | null
  /** What of its pages the pack covers. */
  readonly covered: (exhibit: Exhibit) => readonly Bar[]
  /** Draws pages of foreign documents; null = none of this pack has to be drawn. */
  readonly renderer: PageRenderer | null
  /** Whether every foreign page is drawn, as archival packs show them; else only those of documents with bars. */
  readonly isDrawn: boolean
  /** Where the pack is only estimated: not every page is drawn then. */
  readonly sample: PageSample | null
  /** What of a page's words may be laid under its picture. */
  readonly hideWords: (words: readonly HiddenWord[]) => readonly HiddenWord[]
  /** Whether a file with that SHA-256 is an exhibit of the pack. */
  readonly isExhibit: (sha256: string) => boolean
  /** Whether a file with that SHA-256 is an exhibit of the dossier, in the pack or not, whose reader gets no whole copy. */
  readonly isMasked: (sha256: string) => boolean
  readonly onBytes: (count: number) => void
  readonly onPage: () => void
}
