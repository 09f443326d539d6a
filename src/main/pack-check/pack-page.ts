import {
  boxOf,
  readDrawing,
  type PageDrawing,
  type PageMarks,
  type PageMatrix,
  type TextRun
} from './page-drawing.ts'
import type { createPackFonts } from './pack-fonts.ts'
import { type PackFont } from './pack-fonts.ts'
import { readLinks, type PackLink, type PageNumbers } from './pack-links.ts'
import type { PackObjects } from './pack-objects.ts'
import type { TreePage } from './page-tree.ts'
import { dictOf, listOf, nameOf, numberOf, numbersOf, refOf } from './pdf-look.ts'
import { showsText } from './shown-text.ts'

/** A picture or a page of a source, as it stands on a page of the pack. */
export interface ShownObject {
  readonly object: number
  readonly kind: 'picture' | 'form'
  /** Pixels of a picture, units of a form's box. */
  readonly width: number
  readonly height: number
  readonly matrix: PageMatrix
  /** What it covers: left, bottom, right, top. */
  readonly box: readonly [number, number, number, number]
  /** Its own, or laid under or over it, as what fields were filled with. */
  readonly hasText: boolean
}

/** What stands at the foot: the number, and what the page belongs to. */
export interface PageBand {
  readonly label: string
  readonly number: number
  /** Nothing but the band is below. */
  readonly top: number
  readonly baseline: number
  /** The marked stretch that holds it. */
  readonly stretch: number
}

/** A page as a reader sees it. */
export interface PackPage {
  /** What it should print: counted from 1, in a supplement from where the earlier pack ends. */
  readonly number: number
  readonly object: number | null
  readonly isReadable: boolean
  readonly width: number
  readonly height: number
  readonly rotation: number
  readonly runs: readonly TextRun[]
  /** All text without spaces, as titles are looked for. */
  readonly text: string
  readonly unmapped: number
  readonly shown: readonly ShownObject[]
  /** How far down lines and shapes reach; null where there are none. */
  readonly lowestShape: number | null
  readonly links: readonly PackLink[]
  readonly hasOtherAnnotations: boolean
  readonly band: PageBand | null
  readonly marks: PageMarks
}

type PackFonts = ReturnType<typeof createPackFonts>

/** The band lies in the lowest 50 points; its rule 18 above the number's foot. */
const BAND_ZONE = 50
const BAND_ABOVE_NUMBER = 18
const NUMBER_SIZE = 12

/** Reads what a page draws and where its links lead. */
export async function readPackPage(
  objects: PackObjects,
  fonts: PackFonts,
  pages: PageNumbers,
  page: TreePage,
  number: number
): Promise<PackPage> {
  const { dict, object } = page
  const box = numbersOf(await objects.resolve(dict.get('CropBox') ?? dict.get('MediaBox')), 4)
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = box ?? []
  const resources = dictOf(await objects.resolve(dict.get('Resources')))
  const content = await contentOf(objects, dict.get('Contents'))
  const drawing = readDrawing(content ?? '', await fontsOf(objects, fonts, resources?.get('Font')))
  const { links, hasOthers } = await readLinks(objects, pages, dict)
  return {
    number,
    object,
    isReadable: content !== null && box !== null,
    width: Math.abs(x1 - x0),
    height: Math.abs(y1 - y0),
    rotation: numberOf(await objects.resolve(dict.get('Rotate'))) ?? 0,
    runs: drawing.runs,
    text: withoutSpaces(drawing.runs.map(({ text }) => text).join('')),
    unmapped: drawing.unmapped,
    shown: await shownBy(objects, drawing, resources?.get('XObject')),
    lowestShape: drawing.lowestShape,
    links,
    hasOtherAnnotations: hasOthers,
    band: bandOf(drawing.runs),
    marks: drawing.marks
  }
}

type Value = Parameters<PackObjects['resolve']>[0]

async function contentOf(objects: PackObjects, value: Value): Promise<string | null> {
  const parts = listOf(refOf(value) === null ? value : await objects.resolve(value)) ?? [value]
  const texts: string[] = []
  for (const part of parts) {
    const number = refOf(part)
    const object = number === null ? null : await objects.get(number)
    const bytes = object === null ? null : await objects.bytesOf(object)
    if (bytes === null) return null
    texts.push(bytes.toString('latin1'))
  }
  return texts.join('\n')
}

async function fontsOf(
  objects: PackObjects,
  fonts: PackFonts,
  value: Value
): Promise<ReadonlyMap<string, PackFont>> {
  const named = new Map<string, PackFont>()
  for (const [name, entry] of dictOf(await objects.resolve(value)) ?? []) {
    const number = refOf(entry)
    const font = number === null ? null : await fonts.open(number)
    if (font !== null) named.set(name, font)
  }
  return named
}

async function shownBy(
  objects: PackObjects,
  drawing: PageDrawing,
  value: Value
): Promise<readonly ShownObject[]> {
  if (drawing.objects.length === 0) return []
  const named = dictOf(await objects.resolve(value))
  const shown: ShownObject[] = []
  for (const { name, matrix, clip } of drawing.objects) {
    const number = refOf(named?.get(name))
    const found = number === null ? null : await objects.get(number)
    const dict = dictOf(found?.value)
    if (number === null || found === null || dict === null) continue
    const [width, height] = [numberOf(dict.get('Width')), numberOf(dict.get('Height'))]
    if (nameOf(dict.get('Subtype')) === 'Image') {
      const box = within(boxOf([0, 0, 1, 1], matrix), clip)
      const size = { width: width ?? 0, height: height ?? 0 }
      const hasText = drawing.hasHiddenText || hasTextOver(drawing, box)
      shown.push({ object: number, kind: 'picture', ...size, matrix, box, hasText })
    } else {
      const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = numbersOf(await objects.resolve(dict.get('BBox')), 4) ?? []
      const box = within(boxOf([x0, y0, x1, y1], matrix), clip)
      const size = { width: Math.abs(x1 - x0), height: Math.abs(y1 - y0) }
      const hasText = (await showsText(objects, number)) || hasTextOver(drawing, box)
      shown.push({ object: number, kind: 'form', ...size, matrix, box, hasText })
    }
  }
  return shown
}

/** A mark across a copy is no text of what is copied. */
function hasTextOver({ runs }: PageDrawing, [x0, y0, x1, y1]: ShownObject['box']): boolean {
  return runs.some(
    ({ x, y, text, isSlanted }) =>
      !isSlanted && x > x0 && x < x1 && y > y0 && y < y1 && text.trim().length > 0
  )
}

function within([x0, y0, x1, y1]: ShownObject['box'], clip: ShownObject['box'] | null): ShownObject['box'] {
  if (clip === null) return [x0, y0, x1, y1]
  return [Math.max(x0, clip[0]), Math.max(y0, clip[1]), Math.min(x1, clip[2]), Math.min(y1, clip[3])]
}

/** The rightmost large number at the foot is the page's own. */
function bandOf(runs: readonly TextRun[]): PageBand | null {
  const foot = runs.filter(({ y }) => y < BAND_ZONE)
  const [number] = foot
    .filter(({ text, size }) => size >= NUMBER_SIZE && /^\d+$/.test(text))
    .toSorted((a, b) => b.x - a.x)
  if (number === undefined) return null
  const { stretch } = number
  const label = foot.filter(
    (run) => run !== number && run.stretch === stretch && Math.abs(run.y - number.y) <= 4
  )
  return {
    label: label.map(({ text }) => text).join(''),
    number: Number(number.text),
    top: number.y + BAND_ABOVE_NUMBER,
    baseline: number.y,
    stretch
  }
}

/** Spaces, joins and kinds of dashes differ with line breaks and faces; letters do not. */
export function withoutSpaces(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]/gu, '')
    .replace(/\p{Pd}/gu, '-')
}
