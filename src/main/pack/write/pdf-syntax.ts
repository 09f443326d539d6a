/** Number of an object in the file being written. Generations are always 0. */
export type ObjectNumber = number

export function pdfRef(object: ObjectNumber): string {
  return `${object} 0 R`
}

/** Four decimals: a ten-thousandth of a point is far below any printer's dot. */
export function pdfNumber(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`not a number for a PDF: ${value}`)
  if (Number.isInteger(value)) return String(value + 0)
  return rounded(value, 1e4)
}

/** Scales of large pictures are small numbers: they need more places than positions do. */
export function pdfMatrix(values: readonly number[]): string {
  return values.map((value) => rounded(value, 1e6)).join(' ')
}

/** No number of at most six decimals is written with an exponent; and none as `-0`. */
function rounded(value: number, share: number): string {
  return String(Math.round(value * share) / share + 0)
}

const PLAIN_NAME = /^[\w.+-]+$/

/** The keys of dictionaries, which are some hundred words of ours. */
const knownNames = new Map<string, string>()
const MOST_KNOWN = 1000

export function pdfName(name: string): string {
  const known = knownNames.get(name)
  if (known !== undefined) return known
  const written = writtenName(name)
  if (knownNames.size < MOST_KNOWN) knownNames.set(name, written)
  return written
}

function writtenName(name: string): string {
  if (PLAIN_NAME.test(name)) return `/${name}`
  const escaped = Array.from(Buffer.from(name, 'utf8'), (byte) =>
    byte > 0x20 && byte < 0x7f && !'#%()/<>[]{}'.includes(String.fromCharCode(byte))
      ? String.fromCharCode(byte)
      : `#${byte.toString(16).padStart(2, '0')}`
  )
  return `/${escaped.join('')}`
}

/** A text string: plain where it is printable ASCII, else UTF-16 with its mark. */
export function pdfText(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return `(${text.replace(/[\\()]/g, (character) => `\\${character}`)})`
  return `<feff${utf16(text)}>`
}

/** Big-endian UTF-16 as hex. */
export function utf16(text: string): string {
  const bytes = Buffer.from(text, 'utf16le')
  return bytes.swap16().toString('hex')
}

export function pdfArray(items: readonly string[]): string {
  return `[${items.join(' ')}]`
}

export function pdfNumbers(values: readonly number[]): string {
  return pdfArray(values.map(pdfNumber))
}

/** Entries in the order given; `undefined` leaves an entry out. */
export function pdfDict(entries: Readonly<Record<string, string | undefined>>): string {
  let written = ''
  for (const key in entries) {
    const value = entries[key]
    if (value !== undefined) written += `${pdfName(key)} ${value} `
  }
  return `<< ${written}>>`
}

/** `D:20261120134200Z` of an instant. */
export function pdfDate(instant: string): string {
  return `(D:${new Date(instant).toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z)`
}
