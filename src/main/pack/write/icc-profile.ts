/** Parts of an ICC profile of version 2.1 (ICC.1:1998-09), put together here so that the file owes nothing to others. */

type Colour = readonly [number, number, number]

/** The white of the connection space, by the specification. */
const D50: Colour = [0.9642, 1, 0.8249]
/** The primaries of IEC 61966-2-1 seen under that white. */
const PRIMARIES: readonly Colour[] = [
  [0.4361, 0.2225, 0.0139],
  [0.3851, 0.7169, 0.0971],
  [0.1431, 0.0606, 0.7141]
]
const CURVE_ENTRIES = 1024
const HEADER_BYTES = 128
/** Points of each ink that colours are given for; between them they are interpolated. */
const GRID = 6

/** What screens show: three primaries and their curve. */
export function srgbProfile(): Buffer {
  const [red = D50, green = D50, blue = D50] = PRIMARIES
  const curve = Buffer.alloc(12 + 2 * CURVE_ENTRIES)
  curve.write('curv', 0, 'latin1')
  curve.writeUInt32BE(CURVE_ENTRIES, 8)
  for (let entry = 0; entry < CURVE_ENTRIES; entry += 1) {
    curve.writeUInt16BE(Math.round(linear(entry / (CURVE_ENTRIES - 1)) * 0xffff), 12 + 2 * entry)
  }
  return profile({ kind: 'mntr', space: 'RGB ', connection: 'XYZ ' }, [
    ['desc', description('sRGB IEC61966-2.1')],
    ['cprt', text('No copyright, use freely')],
    ['wtpt', xyz(D50)],
    ['rXYZ', xyz(red)],
    ['gXYZ', xyz(green)],
    ['bXYZ', xyz(blue)],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve]
  ])
}

/**
 * What four inks look like that swallow their colours wholly, as viewers show pictures which do not say for which
 * press they were made.
 */
export function inkProfile(): Buffer {
  const points = GRID ** 4
  const table = Buffer.alloc(48 + 4 * 256 + 3 * points + 3 * 256)
  table.write('mft1', 0, 'latin1')
  table.set([4, 3, GRID], 8)
  for (const place of [12, 28, 44]) table.writeInt32BE(0x10000, place)
  let at = 48
  const identity = (channels: number) => {
    for (let entry = 0; entry < channels * 256; entry += 1) table[at++] = entry % 256
  }
  identity(4)
  for (let point = 0; point < points; point += 1) {
    const ink = (nth: number) => (Math.floor(point / GRID ** (3 - nth)) % GRID) / (GRID - 1)
    const light = [0, 1, 2].map((nth) => linear((1 - ink(nth)) * (1 - ink(3))))
    for (const value of labBytes(light)) table[at++] = value
  }
  identity(3)
  return profile({ kind: 'scnr', space: 'CMYK', connection: 'Lab ' }, [
    ['desc', description('Inks without a press')],
    ['cprt', text('No copyright, use freely')],
    ['wtpt', xyz(D50)],
    ['A2B0', table]
  ])
}

/** IEC 61966-2-1: light of a value between 0 and 1. */
function linear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}

/** CIE L*a*b* of light of the three primaries, in bytes as tables of eight bits hold it. */
function labBytes(light: readonly number[]): readonly number[] {
  const [fx = 0, fy = 0, fz = 0] = D50.map((white, axis) => {
    const sum = PRIMARIES.reduce((total, primary, nth) => total + (primary[axis] ?? 0) * (light[nth] ?? 0), 0)
    const share = sum / white
    return share > 216 / 24389 ? Math.cbrt(share) : ((24389 / 27) * share + 16) / 116
  })
  const byte = (value: number) => Math.max(0, Math.min(255, Math.round(value)))
  return [byte(((116 * fy - 16) * 255) / 100), byte(500 * (fx - fy) + 128), byte(200 * (fy - fz) + 128)]
}

interface Head {
  readonly kind: 'mntr' | 'scnr'
  readonly space: 'RGB ' | 'CMYK'
  readonly connection: 'XYZ ' | 'Lab '
}

function profile({ kind, space, connection }: Head, tags: readonly (readonly [string, Buffer])[]): Buffer {
  const bodies = [...new Set(tags.map(([, body]) => body))]
  const places = new Map<Buffer, number>()
  let size = HEADER_BYTES + 4 + 12 * tags.length
  for (const body of bodies) {
    places.set(body, size)
    size += Math.ceil(body.length / 4) * 4
  }
  const bytes = Buffer.alloc(size)
  bytes.writeUInt32BE(size, 0)
  bytes.writeUInt32BE(0x02100000, 8)
  bytes.write(kind + space + connection, 12, 'latin1')
  // Any time will do; always the same one makes always the same file.
  ;[2026, 1, 1].forEach((part, nth) => bytes.writeUInt16BE(part, 24 + 2 * nth))
  bytes.write('acsp', 36, 'latin1')
  D50.forEach((value, axis) => bytes.writeInt32BE(fixed(value), 68 + 4 * axis))
  bytes.writeUInt32BE(tags.length, HEADER_BYTES)
  tags.forEach(([name, body], nth) => {
    const at = HEADER_BYTES + 4 + 12 * nth
    bytes.write(name, at, 'latin1')
    bytes.writeUInt32BE(places.get(body) ?? 0, at + 4)
    bytes.writeUInt32BE(body.length, at + 8)
  })
  for (const body of bodies) body.copy(bytes, places.get(body) ?? 0)
  return bytes
}

function fixed(value: number): number {
  return Math.round(value * 0x10000)
}

function xyz(colour: Colour): Buffer {
  const body = Buffer.alloc(20)
  body.write('XYZ ', 0, 'latin1')
  colour.forEach((value, axis) => body.writeInt32BE(fixed(value), 8 + 4 * axis))
  return body
}

function text(value: string): Buffer {
  return Buffer.from(`text\0\0\0\0${value}\0`, 'latin1')
}

/** With no name in Unicode and none for old Macintoshes, whose places have to be there. */
function description(value: string): Buffer {
  const length = value.length + 1
  const body = Buffer.alloc(12 + length + 8 + 3 + 67)
  body.write('desc', 0, 'latin1')
  body.writeUInt32BE(length, 8)
  body.write(value, 12, 'latin1')
  return body
}
