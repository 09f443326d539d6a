/** The outline of a glyph as it stands in the table `glyf`; empty for a space. */
type OutlineOf = (glyph: number) => Buffer

type Point = readonly [x: number, y: number, isOnCurve: boolean]
export type Contour = readonly Point[]

/** Bits of a point of a simple glyph (OpenType, `glyf`). */
const ON_CURVE = 0x01
const X_IS_BYTE = 0x02
const Y_IS_BYTE = 0x04
const REPEATED = 0x08
const X_SAME_OR_POSITIVE = 0x10
const Y_SAME_OR_POSITIVE = 0x20
/** Bits of a part of a compound glyph. */
const ARGUMENTS_ARE_WORDS = 0x0001
const HAS_SCALE = 0x0008
const MORE_PARTS = 0x0020
const HAS_TWO_SCALES = 0x0040
const HAS_MATRIX = 0x0080
/** Numbers of 2.14 bits. */
const ONE = 16_384

/** What a glyph of a TrueType face is drawn from, in font units, up being up. */
export function contoursOf(outlineOf: OutlineOf, glyph: number): readonly Contour[] {
  const outline = outlineOf(glyph)
  if (outline.length === 0) return []
  const count = outline.readInt16BE(0)
  return count >= 0 ? simpleContours(outline, count) : compoundContours(outlineOf, outline)
}

function simpleContours(outline: Buffer, count: number): readonly Contour[] {
  const ends = Array.from({ length: count }, (_, at) => outline.readUInt16BE(10 + at * 2))
  const points = (ends.at(-1) ?? -1) + 1
  let at = 10 + count * 2
  at += 2 + outline.readUInt16BE(at)
  const flags: number[] = []
  while (flags.length < points) {
    const flag = outline.readUInt8(at++)
    const times = (flag & REPEATED) === 0 ? 1 : outline.readUInt8(at++) + 1
    for (let n = 0; n < times; n += 1) flags.push(flag)
  }
  const axis = (isByte: number, isSame: number): readonly number[] => {
    let value = 0
    return flags.map((flag) => {
      if ((flag & isByte) !== 0) value += outline.readUInt8(at++) * ((flag & isSame) === 0 ? -1 : 1)
      else if ((flag & isSame) === 0) {
        value += outline.readInt16BE(at)
        at += 2
      }
      return value
    })
  }
  const xs = axis(X_IS_BYTE, X_SAME_OR_POSITIVE)
  const ys = axis(Y_IS_BYTE, Y_SAME_OR_POSITIVE)
  const all = flags.map((flag, n): Point => [xs[n] ?? 0, ys[n] ?? 0, (flag & ON_CURVE) !== 0])
  return ends.map((end, n) => all.slice((ends[n - 1] ?? -1) + 1, end + 1))
}

function compoundContours(outlineOf: OutlineOf, outline: Buffer): readonly Contour[] {
  const contours: Contour[] = []
  let at = 10
  const small = () => {
    at += 2
    return outline.readInt16BE(at - 2) / ONE
  }
  for (;;) {
    const flags = outline.readUInt16BE(at)
    const part = outline.readUInt16BE(at + 2)
    at += 4
    const isWords = (flags & ARGUMENTS_ARE_WORDS) !== 0
    const [dx, dy] = isWords
      ? [outline.readInt16BE(at), outline.readInt16BE(at + 2)]
      : [outline.readInt8(at), outline.readInt8(at + 1)]
    at += isWords ? 4 : 2
    let [a, b, c, d] = [1, 0, 0, 1]
    if ((flags & HAS_SCALE) !== 0) a = d = small()
    else if ((flags & HAS_TWO_SCALES) !== 0) [a, d] = [small(), small()]
    else if ((flags & HAS_MATRIX) !== 0) [a, b, c, d] = [small(), small(), small(), small()]
    for (const contour of contoursOf(outlineOf, part))
      contours.push(contour.map(([x, y, on]) => [a * x + c * y + dx, b * x + d * y + dy, on]))
    if ((flags & MORE_PARTS) === 0) return contours
  }
}

/**
 * A contour as the path of an SVG, made smaller and moved to the right. Between two points off the curve stands one
 * on it, which the face does not write down.
 */
export function contourPath(outline: Contour, scale: number, right: number): string {
  const contour = outline.map(([x, y, on]): Point => [rounded(x * scale + right), rounded(y * scale), on])
  const first = contour[0]
  const last = contour.at(-1)
  if (first === undefined || last === undefined) return ''
  const start = first[2] ? first : last[2] ? last : middle(first, last)
  const parts = [`M${start[0]} ${start[1]}`]
  let handle: Point | null = null
  for (const point of [...(first[2] ? contour.slice(1) : contour), start]) {
    if (handle === null) {
      if (point[2]) parts.push(`L${point[0]} ${point[1]}`)
      else handle = point
      continue
    }
    const end = point[2] ? point : middle(handle, point)
    parts.push(`Q${handle[0]} ${handle[1]} ${end[0]} ${end[1]}`)
    handle = point[2] ? null : point
  }
  return `${parts.join('')}Z`
}

/** Finer than any pixel of a mark. */
function rounded(em: number): number {
  return Math.round(em * 100_000) / 100_000
}

function middle(one: Point, other: Point): Point {
  return [(one[0] + other[0]) / 2, (one[1] + other[1]) / 2, true]
}
