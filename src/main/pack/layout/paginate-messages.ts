import type { Exhibit } from '../../../shared/domain/exhibit.ts'
import { firstOf, secondOf } from '../words/paired.ts'
import type { ExhibitPage } from '../plan/absorbed-exhibit.ts'
import type { Conversation, Message, MessageAttachment } from '../plan/conversation.ts'
import type { MessageRow, ShownAttachment } from '../plan/message-row.ts'
import { contentTop, type StripEnv } from './exhibit-strip.ts'
import { FRAME } from './geometry.ts'
import {
  ATTACHMENT_CAPTION,
  DAY_HEIGHT,
  HEAD_HEIGHT,
  MESSAGE_TEXT,
  messageHeight,
  NOTE_ABOVE,
  PAD,
  PARTY_WIDTH,
  SMALL,
  TEXT_WIDTH,
  VIEW,
  type MessageOf
} from './message-shape.ts'
import { shownLines } from './shown-lines.ts'

/** A message keeps so many lines together. */
const LEAST_LINES = 3
/** Nobody reads more on paper: the rest is in the file itself, and a note says so. */
const MOST_LINES = 8_000

/**
 * Cuts a conversation into pages under the exhibit's strip; pictures that came with it follow, each on its own.
 *
 * @param note what this is, and where the file itself lies
 */
export function paginateMessages(
  env: StripEnv,
  exhibit: Exhibit,
  conversation: Conversation,
  note: string
): readonly ExhibitPage[] {
  const pages = new MessagePages(env, contentTop(env, exhibit) - FRAME.bottom)
  let line = 1
  let day = ''
  let shown = 0
  for (const message of conversation.messages) {
    const laid = layMessage(env, message)
    if (line + laid.lines.length > MOST_LINES) break
    const { on } = env.first.formats.clock(message.at)
    if (on !== day) pages.addDay({ kind: 'day', text: env.first.formats.weekday(on) }, laid)
    day = on
    pages.addMessage({ ...laid, firstLine: line })
    line += laid.lines.length
    shown += 1
  }
  pages.addNote(notesOf(env, conversation, shown, note))
  const pictures = conversation.messages.slice(0, shown).flatMap(({ attachments }) => attachments)
  return [
    ...pages.rows.map((rows): ExhibitPage => ({ kind: 'messages', rows })),
    ...pictures.flatMap(({ picture }) => picture ?? [])
  ]
}

function notesOf(
  { words, formats }: StripEnv,
  { messages, declared, unread }: Conversation,
  shown: number,
  note: string
): readonly string[] {
  const count = formats.count
  const dayOf = (message: Message | undefined) =>
    message === undefined ? '' : formats.date(formats.instantDate(message.at))
  const isCut = shown < messages.length
  const found = messages.length + unread
  return [
    isCut
      ? words.messages.cut(count(shown), count(messages.length))
      : words.messages.all(count(messages.length), dayOf(messages[0]), dayOf(messages.at(-1))),
    ...(declared === null || declared === found
      ? []
      : [words.messages.declared(count(declared), count(found))]),
    ...(unread === 0 ? [] : [words.messages.unread(count(unread))]),
    words.messages.asInFile,
    note
  ]
}

function layMessage(env: StripEnv, message: Message): MessageOf<'message'> {
  const { measure } = env
  const { words, formats } = env.first
  const { direction, at, party, text, attachments } = message
  const said = words.messages.party[direction](party)
  // Offsets of zones are whole minutes: the seconds are the same everywhere.
  const seconds = at.slice(16, 19)
  const lines = text
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .trimEnd()
    .split('\n')
    .flatMap((line) => shownLines(measure, line.trimEnd(), MESSAGE_TEXT, TEXT_WIDTH))
  return {
    kind: 'message',
    direction,
    time: formats.clock(at).time + seconds,
    zone: formats.zoneMark(at),
    party: party === '' ? [] : shownLines(measure, said, SMALL, PARTY_WIDTH),
    firstLine: 0,
    lines: text.trim() === '' && attachments.length > 0 ? [] : lines,
    attachments: attachments.map((one, index) => shownAttachment(env, one, index + 1)),
    isWhole: true
  }
}

function shownAttachment(env: StripEnv, attachment: MessageAttachment, nth: number): ShownAttachment {
  const { measure } = env
  const { words, formats } = env.first
  const { name, mediaType, sizeBytes, picture } = attachment
  const facts = [words.messages.attachment(nth, name), `${mediaType}, ${formats.bytes(sizeBytes)}`]
  const where = picture === null ? words.messages.onlyInFile : words.messages.inFull
  const width = picture === null ? TEXT_WIDTH : TEXT_WIDTH - VIEW.width - 2 * VIEW.gap
  return {
    picture,
    caption: [...facts, where].flatMap((text) => shownLines(measure, text, ATTACHMENT_CAPTION, width))
  }
}

/** The rows of each page, as they come. */
class MessagePages {
  readonly rows: MessageRow[][] = []
  readonly #env: StripEnv
  readonly #height: number
  #room = 0
  /** Kept with the first message of its day. */
  #day: MessageOf<'day'> | null = null

  constructor(env: StripEnv, height: number) {
    this.#env = env
    this.#height = height
  }

  addDay(row: MessageOf<'day'>, first: MessageOf<'message'>): void {
    const isShort = first.lines.length < 2 * LEAST_LINES
    const least = isShort ? first : { ...first, lines: first.lines.slice(0, LEAST_LINES), attachments: [] }
    if (this.#room < DAY_HEIGHT + messageHeight(least)) this.#newPage()
    this.#add(row)
    this.#day = row
  }

  addMessage(message: MessageOf<'message'>): void {
    let rest = message
    while (messageHeight(rest) > this.#room) {
      const fitting = Math.floor((this.#room - 2 * PAD) / MESSAGE_TEXT.leading)
      const isWhole = messageHeight(rest) <= this.#height - HEAD_HEIGHT - DAY_HEIGHT
      const isOnFreshPage = this.rows.at(-1)?.length === (this.#day === null ? 1 : 2)
      const taken = Math.min(fitting, rest.lines.length - (rest.attachments.length > 0 ? 0 : 1))
      if ((isWhole && rest.lines.length < 2 * LEAST_LINES) || taken < LEAST_LINES) {
        if (isOnFreshPage) break
        this.#newPage()
        continue
      }
      this.#add({ ...rest, lines: rest.lines.slice(0, taken), attachments: [], isWhole: false })
      const firstLine = rest.firstLine + taken
      rest = { ...rest, time: '', zone: '', party: [], lines: rest.lines.slice(taken), firstLine }
      this.#newPage()
    }
    this.#add(rest)
    this.#day = null
  }

  addNote(texts: readonly string[]): void {
    const { measure, styles } = this.#env
    const both = texts.flatMap((text) => [firstOf(text), secondOf(text)].filter((one) => one !== ''))
    const lines = both.flatMap((text) => shownLines(measure, text, styles.note, FRAME.width))
    const height = NOTE_ABOVE + lines.length * styles.note.leading
    if (this.#room < height) this.#newPage()
    this.rows.at(-1)?.push({ kind: 'note', lines })
  }

  #newPage(): void {
    const { words, formats } = this.#env.first
    this.rows.push([])
    this.#room = this.#height
    this.#add({ kind: 'head', zone: words.messages.zone(formats.zoneName) })
  }

  #add(row: MessageOf<'head' | 'day' | 'message'>): void {
    this.rows.at(-1)?.push(row)
    this.#room -= row.kind === 'head' ? HEAD_HEIGHT : row.kind === 'day' ? DAY_HEIGHT : messageHeight(row)
  }
}
