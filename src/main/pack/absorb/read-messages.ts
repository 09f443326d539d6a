import { createHash } from 'node:crypto'
import { Parser } from 'htmlparser2'
import type { Conversation, Message, MessageDirection } from '../plan/conversation.ts'

/** A part of a multimedia message, its bytes as the phone sent or received them. */
export interface RawAttachment {
  readonly name: string
  readonly mediaType: string
  readonly sha256: string
  readonly bytes: Buffer
}

type RawMessage = Message<RawAttachment>
type Attributes = Readonly<Record<string, string | undefined>>

/** https://developer.android.com/reference/android/provider/Telephony.TextBasedSmsColumns (`type`) */
const SMS_DIRECTIONS: Readonly<Record<string, MessageDirection>> = { 1: 'in', 2: 'out' }
/** https://developer.android.com/reference/android/provider/Telephony.BaseMmsColumns (`msg_box`) */
const MMS_DIRECTIONS = SMS_DIRECTIONS
/** Of an address inside a multimedia message: who sent it (`PduHeaders.FROM`). */
const MMS_SENDER = '137'
/** Stands for the phone's own number in exports of multimedia messages. */
const OWN_ADDRESS = 'insert-address-token'
/** How the parts of a multimedia message are to be played; says nothing to a reader. */
const LAYOUT_PART = 'application/smil'
/** Years 1970 to 9999 in milliseconds: beyond, a date is none. */
const LAST_MOMENT = 253_402_300_799_999

/**
 * The messages of an export from an Android phone, as its usual backup programs write it: `<smses>` with an `<sms>`
 * or `<mms>` each. null = another kind of XML, or nothing in it that can be read as messages.
 */
export function readMessages(bytes: Buffer): Conversation<RawAttachment> | null {
  const messages: RawMessage[] = []
  let declared: number | null = null
  let root: string | null = null
  let open: OpenMms | null = null
  let unread = 0
  const keep = (message: RawMessage | null) => {
    if (message === null) unread += 1
    else messages.push(message)
  }
  const parser = new Parser(
    {
      onopentag(name, attributes: Attributes) {
        if (root === null) {
          root = name
          declared = /^\d{1,9}$/.test(attributes['count'] ?? '') ? Number(attributes['count']) : null
        } else if (name === 'sms') keep(smsOf(attributes))
        else if (name === 'mms') open = { attributes, texts: [], attachments: [], parties: [] }
        else if (open !== null && name === 'part') addPart(open, attributes)
        else if (open !== null && name === 'addr') addParty(open, attributes)
      },
      onclosetag(name) {
        if (name !== 'mms' || open === null) return
        keep(mmsOf(open))
        open = null
      }
    },
    { xmlMode: true }
  )
  const xml = bytes.toString('utf8')
  // Not written in UTF-8, as these programs do: wrong letters would be no proof.
  if (xml.includes('\ufffd')) return null
  parser.end(wholeCharacters(xml))
  if (root !== 'smses' || messages.length === 0) return null
  const sorted = messages.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  return { kind: 'messages', declared, unread, messages: sorted }
}

interface OpenMms {
  readonly attributes: Attributes
  readonly texts: string[]
  readonly attachments: RawAttachment[]
  readonly parties: { readonly address: string; readonly isSender: boolean }[]
}

function smsOf(attributes: Attributes): RawMessage | null {
  const at = momentOf(attributes['date'])
  const { address, body, type = '' } = attributes
  if (at === null || address === undefined || body === undefined) return null
  return { at, direction: SMS_DIRECTIONS[type] ?? 'unsent', party: address, text: body, attachments: [] }
}

function mmsOf({ attributes, texts, attachments, parties }: OpenMms): RawMessage | null {
  const at = momentOf(attributes['date'])
  if (at === null) return null
  const direction = MMS_DIRECTIONS[attributes['msg_box'] ?? ''] ?? 'unsent'
  const others = parties.filter(({ isSender }) => isSender === (direction === 'in')).map((one) => one.address)
  const listed = (attributes['address'] ?? '').split('~').filter((one) => one !== '')
  const party = [...new Set(others.length > 0 ? others : listed)].join(', ')
  return { at, direction, party, text: texts.join('\n'), attachments }
}

function addPart(open: OpenMms, attributes: Attributes): void {
  const mediaType = (attributes['ct'] ?? '').toLowerCase()
  if (mediaType === LAYOUT_PART) return
  const text = attributes['text'] ?? ''
  if (mediaType === 'text/plain' && text !== '' && text !== 'null') {
    open.texts.push(text)
    return
  }
  const names = [attributes['name'], attributes['cl'], attributes['fn']]
  const name = names.find((one) => one !== undefined && one !== '' && one !== 'null') ?? ''
  const bytes = Buffer.from(attributes['data'] ?? '', 'base64')
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  open.attachments.push({ name, mediaType, sha256, bytes })
}

function addParty(open: OpenMms, { address = '', type }: Attributes): void {
  if (address !== '' && address !== OWN_ADDRESS) open.parties.push({ address, isSender: type === MMS_SENDER })
}

function momentOf(milliseconds: string | undefined): string | null {
  const value = /^\d{1,15}$/.test(milliseconds ?? '') ? Number(milliseconds) : NaN
  return value <= LAST_MOMENT ? new Date(value).toISOString() : null
}

/** The usual program writes what is beyond the Basic Multilingual Plane as two halves, which XML does not know. */
function wholeCharacters(xml: string): string {
  return xml.replace(/&#(5[56]\d{3});&#(5[67]\d{3});/g, (halves, high: string, low: string) => {
    const text = String.fromCharCode(Number(high), Number(low))
    return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text) ? text : halves
  })
}
