import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { HiddenWord } from './absorbed-exhibit.ts'

/** Words of a page that waits to be written: there may be thousands of such pages, with five hundred words each. */
export interface PackedWords {
  readonly count: number
  readonly bytes: Uint8Array
}

/** A finer search takes longer and saves little. */
const LEVEL = 1
/** Of a point: a hundredth of what can be seen. */
const STEPS = 1000

type Row = readonly [string, ...(readonly [number, number, number, number, number])]

export function packWords(words: readonly HiddenWord[]): PackedWords {
  const rows = words.map(({ text, x, y, width, size, degrees }): Row => {
    const [a, b, c, d, e] = [x, y, width, size, degrees].map((value) => Math.round(value * STEPS))
    return [text, a!, b!, c!, d!, e!]
  })
  return { count: words.length, bytes: deflateRawSync(JSON.stringify(rows), { level: LEVEL }) }
}

export function unpackWords({ count, bytes }: PackedWords): readonly HiddenWord[] {
  if (count === 0) return []
  const rows = JSON.parse(inflateRawSync(bytes).toString('utf8')) as readonly Row[]
  return rows.map(([text, ...numbers]) => {
    const [x = 0, y = 0, width = 0, size = 0, degrees = 0] = numbers.map((value) => value / STEPS)
    return { text, x, y, width, size, degrees }
  })
}
