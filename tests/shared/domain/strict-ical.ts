/** A reader of iCalendar (RFC 5545) that takes nothing that is not said there; tests read exported files back with it. */
export interface ReadEvent {
  readonly [name: string]: string
}

const LINE = /^([A-Z-]+)((?:;[A-Z-]+=[^;:,"]+)*):(.*)$/u

export function readCalendar(bytes: Uint8Array): {
  readonly name: string
  readonly events: readonly ReadEvent[]
} {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  if (!text.endsWith('\r\n')) throw new Error('the last line has no end')
  const raw = text.slice(0, -2).split('\r\n')
  for (const line of raw) {
    if (/[\r\n]/.test(line)) throw new Error('a line break that is none')
    if (new TextEncoder().encode(line).length > 75) throw new Error(`a line of more than 75 octets: ${line}`)
  }
  const lines = raw
    .join('\n')
    .replace(/\n[ \t]/g, '')
    .split('\n')
  return readLines(lines.map(readLine))
}

interface Property {
  readonly name: string
  readonly value: string
}

function readLine(line: string): Property {
  const match = LINE.exec(line)
  if (match === null) throw new Error(`no property: ${line}`)
  return { name: `${match[1] ?? ''}${match[2] ?? ''}`, value: unescaped(match[3] ?? '') }
}

function unescaped(value: string): string {
  if (/(?<!\\)(?:\\\\)*[;,]/.test(value)) throw new Error(`a sign that is not escaped: ${value}`)
  return value.replace(/\\(.)/gsu, (_, sign: string) => {
    if (sign === 'n' || sign === 'N') return '\n'
    if (!['\\', ';', ','].includes(sign)) throw new Error(`no escape: \\${sign}`)
    return sign
  })
}

function readLines(properties: readonly Property[]) {
  const [begin, ...rest] = properties
  const end = rest.pop()
  if (begin?.name !== 'BEGIN' || begin.value !== 'VCALENDAR') throw new Error('no calendar')
  if (end?.name !== 'END' || end.value !== 'VCALENDAR') throw new Error('a calendar without an end')
  const events: ReadEvent[] = []
  const head: Record<string, string> = {}
  let open: Record<string, string> | null = null
  for (const { name, value } of rest) {
    if (name === 'BEGIN') {
      if (open !== null || value !== 'VEVENT') throw new Error(`a part that is unknown: ${value}`)
      open = {}
    } else if (name === 'END') {
      if (open === null || value !== 'VEVENT') throw new Error('an end of nothing')
      events.push(open)
      open = null
    } else {
      const into: Record<string, string> = open ?? head
      if (name in into) throw new Error(`said twice: ${name}`)
      into[name] = value
    }
  }
  if (open !== null) throw new Error('an event without an end')
  for (const name of ['VERSION', 'PRODID']) if (!(name in head)) throw new Error(`missing: ${name}`)
  for (const event of events) {
    for (const name of ['UID', 'DTSTAMP', 'DTSTART;VALUE=DATE', 'DTEND;VALUE=DATE', 'SUMMARY']) {
      if (!(name in event)) throw new Error(`missing in an event: ${name}`)
    }
  }
  return { name: head['X-WR-CALNAME'] ?? '', events }
}
