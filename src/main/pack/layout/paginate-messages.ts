import type { Exhibit } from '../../../shared/domain/exhibit.ts'
import { formsOf, saidAgain } from '../words/paired.ts'
import type { ExhibitPage } from '../plan/absorbed-exhibit.ts'
import type { Conversation, Message, MessageAttachment } from '../plan/conversation.ts'
import type { MessageRow, ShownAttachment } from '../plan/message-row.ts'
import { contentTop, type StripEnv } from './exhibit-strip.ts'
import { FRAME } from './geometry.ts'
import { typed } from './layout-env.ts'
import { directionLines } from './message-direction.ts'
import {
  ATTACHMENT_CAPTION,
  DAY_HEIGHT,
  headHeight,
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
    if (on !== day) pages.addDay({ kind: 'day', text: saidAgain(env.formats.weekday(on)) }, laid)
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
  const { formats } = env.first
  const { direction, at, text, attachments } = message
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
    party: partyLines(env, message),
    firstLine: 0,
    lines: text.trim() === '' && attachments.length > 0 ? [] : lines,
    attachments: attachments.map((one, index) => shownAttachment(env, one, index + 1)),
    isWhole: true
  }
}

/** Below the direction: what of it did not fit beside the arrow, and whom the message is from or to. */
function partyLines(env: StripEnv, { direction, party }: Message): readonly string[] {
  const { measure, words } = env
  const [, ...rest] = directionLines(env, direction)
  const more = rest.map(({ parts }) => parts.map((part) => part.text).join(''))
  if (party === '') return more
  const forms = formsOf(words.messages.party[direction](party))
  const beside = forms.join(' · ')
  const shown = measure.width(beside, SMALL.size) <= PARTY_WIDTH ? [beside] : forms
  return [...more, ...shown.flatMap((form) => shownLines(measure, form, SMALL, PARTY_WIDTH))]
}

function shownAttachment(env: StripEnv, attachment: MessageAttachment, nth: number): ShownAttachment {
  const { measure, words } = env
  const { formats } = env.first
  const { name, mediaType, sizeBytes, picture } = attachment
  const facts = [
    words.messages.attachment(nth, typed(env, name)),
    `${mediaType}, ${formats.bytes(sizeBytes)}`
  ]
  const where = picture === null ? words.messages.onlyInFile : words.messages.inFull
  const width = picture === null ? TEXT_WIDTH : TEXT_WIDTH - VIEW.width - 2 * VIEW.gap
  return {
    picture,
    caption: [...facts, where]
      .flatMap(formsOf)
      .flatMap((text) => shownLines(measure, text, ATTACHMENT_CAPTION, width))
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
      const isWhole = messageHeight(rest) <= this.#height - headHeight(this.#env) - DAY_HEIGHT
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
    const lines = texts
      .flatMap(formsOf)
      .flatMap((text) => shownLines(measure, text, styles.note, FRAME.width))
    const height = NOTE_ABOVE + lines.length * styles.note.leading
    if (this.#room < height) this.#newPage()
    this.rows.at(-1)?.push({ kind: 'note', lines })
  }

  #newPage(): void {
    const { words, formats } = this.#env
    this.rows.push([])
    this.#room = this.#height
    this.#add({ kind: 'head', zone: words.messages.zone(formats.zoneName) })
  }

  #add(row: MessageOf<'head' | 'day' | 'message'>): void {
    this.rows.at(-1)?.push(row)
    this.#room -= this.#heightOf(row)
  }

  #heightOf(row: MessageOf<'head' | 'day' | 'message'>): number {
    if (row.kind === 'message') return messageHeight(row)
    return row.kind === 'head' ? headHeight(this.#env) : DAY_HEIGHT
  }
}
