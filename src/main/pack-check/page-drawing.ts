import type { PackFont } from './pack-fonts.ts'
import { PaintedShapes } from './painted-shapes.ts'

/** ISO 32000-1, 8.3.4: a b c d e f. */
export type PageMatrix = readonly [number, number, number, number, number, number]

/** A piece of text that is seen: what its glyphs mean by the font's own map. */
export interface TextRun {
  readonly x: number
  readonly y: number
  readonly size: number
  readonly text: string
  /** Neither along nor square to the sides of the page, as only a mark across a copy stands. */
  readonly isSlanted: boolean
  /** Read from left to right, as all words of the pack itself are. */
  readonly isUpright: boolean
  /** The outermost marked stretch that it stands in, counted from 1; 0 = in none. */
  readonly stretch: number
}

/** A picture or a foreign page that is drawn. */
export interface DrawnObject {
  readonly name: string
  readonly matrix: PageMatrix
  /** The last clip before it: left, bottom, right, top. */
  readonly clip: readonly [number, number, number, number] | null
}

export interface PageDrawing {
  readonly runs: readonly TextRun[]
  readonly objects: readonly DrawnObject[]
  /** How far down lines and shapes reach; null where there are none. */
  readonly lowestShape: number | null
  /** Glyphs that no map turns into characters. */
  readonly unmapped: number
  /** Text that is found and copied and not seen lies over a picture. */
  readonly hasHiddenText: boolean
  readonly marks: PageMarks
}

/** ISO 32000-1, 14.6 and 14.7: what the content says of its own structure. */
export interface PageMarks {
  /** Numbers of the stretches that belong to the structure, in their order. */
  readonly stretches: readonly number[]
  /** Pieces of text and pictures that are neither in such a stretch nor declared as furniture of the page. */
  readonly loose: number
}

interface State {
  readonly matrix: PageMatrix
  readonly clip: DrawnObject['clip']
  /** How letters are painted. */
  readonly mode: string
}

const IDENTITY: PageMatrix = [1, 0, 0, 1, 0, 0]
/** One token: marks of dictionaries and arrays, names, strings, everything else. */
const TOKEN =
  /[\0\t\n\f\r ]*(<<|>>|[[\]]|\/[^\0\t\n\f\r ()<>[\]{}/%]*|<[\da-fA-F\s]*>|\((?:\\[^]|[^\\()])*\)|%[^\r\n]*|[^\0\t\n\f\r ()<>[\]{}/%]+)/y
/** ISO 32000-1, 9.3.6: neither filled nor outlined. */
const INVISIBLE = '3'
const DEEPEST_STATE = 100
/** Sine of three degrees: a scanner may lay a page as askew. */
const LEAST_SLANT = 0.05

/** Follows the operators of a page of ours as far as text and pictures go. Never throws: odd bytes draw nothing. */
export function readDrawing(content: string, fonts: ReadonlyMap<string, PackFont>): PageDrawing {
  const runs: TextRun[] = []
  const objects: DrawnObject[] = []
  const saved: State[] = []
  let state: State = { matrix: IDENTITY, clip: null, mode: '0' }
  /** Most rectangles are drawn and only few clip: their numbers are read when they do. */
  let rectangle: readonly string[] = []
  let operands: string[] = []
  let font: PackFont | null = null
  let size = 0
  let line: PageMatrix = IDENTITY
  let text: string[] = []
  let unmapped = 0
  let hasHiddenText = false
  const stretches: number[] = []
  /** Of each sequence that is open: whether it says what is inside. */
  const open: boolean[] = []
  let loose = 0
  let stretch = 0
  const shapes = new PaintedShapes()

  const note = () => {
    if (!open.includes(true)) loose += 1
  }
  const endRun = () => {
    if (text.length > 0) {
      const [a, b, , , x, y] = times(line, state.matrix)
      const isSlanted = Math.min(Math.abs(a), Math.abs(b)) > Math.hypot(a, b) * LEAST_SLANT
      const isUpright = a > Math.abs(b)
      const within = open.length > 0 ? stretch : 0
      runs.push({ x, y, size, text: text.join(''), isSlanted, isUpright, stretch: within })
    }
    text = []
  }
  const show = (token: string) => {
    if (font === null || !token.startsWith('<')) return
    const { shown, missing } = font.read(token.slice(1, -1))
    const isHidden = state.mode === INVISIBLE
    if (!isHidden) text.push(shown)
    unmapped += missing
    hasHiddenText ||= isHidden
    note()
  }
  const begin = (says: boolean) => {
    if (open.length === 0) stretch += 1
    if (open.length < DEEPEST_STATE) open.push(says)
  }
  const deeds: Readonly<Record<string, () => void>> = {
    q: () => {
      if (saved.length < DEEPEST_STATE) saved.push(state)
    },
    Q: () => {
      state = saved.pop() ?? state
    },
    cm: () => {
      state = { ...state, matrix: times(matrixOf(operands), state.matrix) }
    },
    re: () => {
      rectangle = operands
    },
    W: () => {
      const [x = 0, y = 0, width = 0, height = 0] = rectangle.slice(-4).map(Number)
      state = { ...state, clip: boxOf([x, y, x + width, y + height], state.matrix) }
    },
    Do: () => {
      const { matrix, clip } = state
      objects.push({ name: (operands.at(-1) ?? '/').slice(1), matrix, clip })
      note()
    },
    BMC: () => {
      begin(operands.includes('/Artifact'))
    },
    BDC: () => {
      const [stretch] = operands.slice(operands.indexOf('/MCID')).slice(1)
      const number = operands.includes('/MCID') ? Number(stretch) : NaN
      if (Number.isInteger(number)) stretches.push(number)
      begin(operands[0] === '/Artifact' || Number.isInteger(number))
    },
    EMC: () => {
      open.pop()
    },
    BT: () => {
      line = IDENTITY
    },
    Tr: () => {
      state = { ...state, mode: operands.at(-1) ?? '0' }
    },
    Tf: () => {
      font = fonts.get((operands.at(-2) ?? '/').slice(1)) ?? null
      size = Number(operands.at(-1))
    },
    Tm: () => {
      endRun()
      line = matrixOf(operands)
    },
    Td: () => {
      endRun()
      const [x = 0, y = 0] = operands.slice(-2).map(Number)
      line = times([1, 0, 0, 1, x, y], line)
    },
    Tj: () => operands.forEach(show),
    TJ: () => operands.forEach(show),
    ET: endRun
  }
  TOKEN.lastIndex = 0
  for (let found = TOKEN.exec(content); found !== null; found = TOKEN.exec(content)) {
    const token = found[1] ?? ''
    const deed = Object.hasOwn(deeds, token) ? deeds[token] : undefined
    shapes.follow(token, operands, state.matrix, state.clip?.[1] ?? null)
    if (deed !== undefined) deed()
    // Operators that draw neither text nor pictures only clear the operands.
    if (deed !== undefined || /^[A-Za-z'"*]/.test(token)) operands = []
    else operands.push(token)
  }
  endRun()
  const { lowest } = shapes
  return { runs, objects, lowestShape: lowest, unmapped, hasHiddenText, marks: { stretches, loose } }
}

function matrixOf(operands: readonly string[]): PageMatrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = operands.slice(-6).map(Number)
  return [a, b, c, d, e, f]
}

/** First `inner`, then `outer`. */
function times(inner: PageMatrix, outer: PageMatrix): PageMatrix {
  const [a, b, c, d, e, f] = inner
  const [A, B, C, D, E, F] = outer
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F]
}

/** The upright box around a box that a matrix moves. */
export function boxOf(
  [x0, y0, x1, y1]: readonly [number, number, number, number],
  [a, b, c, d, e, f]: PageMatrix
): readonly [number, number, number, number] {
  const xs = [x0, x1].flatMap((x) => [a * x + c * y0 + e, a * x + c * y1 + e])
  const ys = [x0, x1].flatMap((x) => [b * x + d * y0 + f, b * x + d * y1 + f])
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}
