import type { Exhibit } from '../../../shared/domain/exhibit.ts'
import type { ExhibitPage } from '../plan/absorbed-exhibit.ts'
import type { Conversation } from '../plan/conversation.ts'
import type { WrittenKind, WrittenText } from '../plan/written-text.ts'
import type { ObjectNumber } from '../write/pdf-syntax.ts'
import { mailOf, type MailOptions } from './absorb-mail.ts'
import { conversationOf } from './absorb-messages.ts'
import type { AbsorbOptions } from './absorb-options.ts'
import { attachmentNameOf } from './attachment-name.ts'
import type { CheckedOriginal } from './checked-original.ts'
import { readText } from './read-text.ts'
import { showPdf } from './show-pdf.ts'
import { partsOf } from './show-part.ts'
import { slip, type Shown } from './shown.ts'
import { readWhole } from './source-memory.ts'

/** A chat of several years has one or two; it is held in memory while it is laid out. */
const LARGEST_TEXT = 4 * 1024 * 1024
/** What mail services let through, with what is attached to it. */
const LARGEST_MAIL = 48 * 1024 * 1024

/** What a file says, and the pages of what came with it. */
interface Written {
  readonly text: WrittenText | Conversation
  readonly pages: readonly ExhibitPage[]
}

interface ReadOptions extends MailOptions {
  readonly name: string
}

interface WrittenForm {
  readonly read: (bytes: Buffer, options: ReadOptions) => Promise<Written | null>
  readonly largest: number
}

function withoutPages(text: Written['text'] | null): Written | null {
  return text === null ? null : { text, pages: [] }
}

const FORMS: Readonly<Record<WrittenKind, WrittenForm>> = {
  mail: { read: mailOf, largest: LARGEST_MAIL },
  text: { read: async (bytes, { name }) => withoutPages(readText(bytes, name)), largest: LARGEST_TEXT },
  messages: {
    read: async (bytes, { showPart }) => withoutPages(await conversationOf(bytes, showPart)),
    largest: LARGEST_MAIL
  }
}

/** What a file says, on pages of ours; one that cannot be read as text is attached like any other file. */
export async function showWritten(
  options: AbsorbOptions,
  exhibit: Exhibit,
  original: CheckedOriginal,
  kind: WrittenKind
): Promise<Shown> {
  const { read, largest } = FORMS[kind]
  if (original.sizeBytes > largest) return slip('no-page-form')
  const bytes = await readWhole(original, options.memory)
  const layers: { all: ObjectNumber[]; off: ObjectNumber[] } = { all: [], off: [] }
  // The letter itself still stands in the memory that documents are read into.
  const own = { ...options, memory: { kept: Buffer.alloc(0) } }
  const showPart = partsOf(own, async (part) => {
    const shown = await showPdf(own, part, [])
    layers.all.push(...shown.layers.all)
    layers.off.push(...shown.layers.off)
    return shown.pages
  })
  const written = await read(bytes, {
    name: exhibit.file.originalName,
    // Where a picture of the exhibit would be marked, what came with it is not shown without the mark.
    showPart: options.burnt(exhibit) === null ? showPart : async () => [],
    isExhibit: options.isExhibit
  })
  if (written === null) return { ...slip('no-page-form'), bytes }
  const pages = [...options.paginate(exhibit, written.text, attachmentNameOf(exhibit)), ...written.pages]
  options.onPage()
  return { pages, layers, bytes, isPageImage: false }
}
