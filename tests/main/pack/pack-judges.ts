import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { judge, temporaryFolder } from './pack-fixtures.ts'

/** The text of every page, in order, as three programs read it that share no code with each other or with us. */
export async function readByThree(path: string): Promise<Readonly<Record<Reader, readonly string[]>>> {
  const folder = await temporaryFolder()
  const [poppler, mupdf] = await Promise.all([
    judge('pdftotext', '-raw', path, '-'),
    judge('mutool', 'draw', '-q', '-F', 'txt', path),
    judge('gs', '-q', '-sDEVICE=txtwrite', '-o', join(folder, '%d'), path)
  ])
  const sheets = (await readdir(folder)).toSorted((a, b) => Number(a) - Number(b))
  return {
    poppler: poppler.split('\f').slice(0, -1),
    mupdf: mupdf.split('\f').slice(0, -1),
    ghostscript: await Promise.all(sheets.map((sheet) => readFile(join(folder, sheet), 'utf8')))
  }
}
type Reader = 'poppler' | 'mupdf' | 'ghostscript'

export interface Bookmark {
  readonly title: string
  readonly page: number
}

interface OutlineItem {
  readonly title: string
  readonly destpageposfrom1: number
  readonly kids: readonly OutlineItem[]
}

/** Every bookmark with the page it leads to, by qpdf. */
export async function bookmarksOf(path: string): Promise<readonly Bookmark[]> {
  const { outlines } = JSON.parse(await judge('qpdf', '--json=2', '--json-key=outlines', path)) as {
    outlines: readonly OutlineItem[]
  }
  const flat = (items: readonly OutlineItem[]): readonly Bookmark[] =>
    items.flatMap(({ title, destpageposfrom1, kids }) => [{ title, page: destpageposfrom1 }, ...flat(kids)])
  return flat(outlines)
}

export interface Piece {
  readonly page: number
  readonly top: number
  readonly left: number
  readonly text: string
  /** The page it leads to where it is a link. */
  readonly leadsTo: number | null
}

/** Every piece of text with its place and the page it leads to, by poppler. */
export async function piecesOf(path: string): Promise<readonly Piece[]> {
  const xml = await judge('pdftohtml', '-xml', '-i', '-stdout', path)
  return xml
    .split(/<page number="/)
    .slice(1)
    .flatMap((sheet) => {
      const page = Number.parseInt(sheet, 10)
      const found = sheet.matchAll(/<text top="(-?\d+)" left="(-?\d+)"[^>]*>(.*?)<\/text>/g)
      return [...found].map(([, top = '', left = '', content = '']) => ({
        page,
        top: Number(top),
        left: Number(left),
        text: content.replace(/<[^>]*>/g, '').trim(),
        leadsTo: Number(/href="[^"#]*#(\d+)"/.exec(content)?.[1] ?? 0) || null
      }))
    })
}

export interface IndexRow {
  /** Its pieces from left to right, without the pages. */
  readonly texts: readonly string[]
  readonly firstPage: number
  readonly lastPage: number
  /** Where its links lead. */
  readonly leadTo: readonly number[]
}

/** The rows of the index: lines of its pages that end in a number of pages. */
export function indexRows(pieces: readonly Piece[], pages: readonly number[]): readonly IndexRow[] {
  const lines = new Map<string, Piece[]>()
  for (const piece of pieces) {
    if (!pages.includes(piece.page)) continue
    const key = `${piece.page}:${piece.top}`
    lines.set(key, [...(lines.get(key) ?? []), piece])
  }
  return [...lines.values()].flatMap((line): readonly IndexRow[] => {
    const row = line.toSorted((a, b) => a.left - b.left)
    const printed = /^(\d+)(?:–(\d+))?$/.exec(row.at(-1)?.text ?? '')
    const leadTo = row.flatMap((piece) => piece.leadsTo ?? [])
    if (printed === null || leadTo.length === 0) return []
    const [, first, last = first] = printed
    const texts = row.slice(0, -1).map(({ text }) => text)
    return [{ texts, firstPage: Number(first), lastPage: Number(last), leadTo }]
  })
}

/** Of three points, the fewest that enclose something; a space is a path of one. */
const LEAST_COORDINATES = 6

/**
 * Letters that a page has and that would leave no ink, by mupdf, which gives the outline of every glyph it shows:
 * text extraction alone has once passed a file whose letters nobody could see.
 */
export async function lettersWithoutInk(
  path: string
): Promise<{ letters: number; unseen: readonly string[] }> {
  const svg = await judge('mutool', 'draw', '-q', '-F', 'svg', '-O', 'text=path', path)
  let letters = 0
  const unseen: string[] = []
  // Names of outlines are counted anew on every page.
  for (const sheet of svg.split('<svg ').slice(1)) {
    const inked = new Map(
      [...sheet.matchAll(/<path id="(font_\w+)" d="([^"]*)"/g)].map(([, id = '', d = '']) => [
        id,
        (d.match(/\d[\d.]*|\.\d+/g)?.length ?? 0) >= LEAST_COORDINATES
      ])
    )
    for (const [, letter = '', id = ''] of sheet.matchAll(/<use data-text="([^"]*)" xlink:href="#(\w+)"/g)) {
      const shown = letter.replace(/&#x([\da-f]+);/g, (_, hex: string) =>
        String.fromCodePoint(parseInt(hex, 16))
      )
      if (shown.trim() === '') continue
      letters += 1
      if (inked.get(id) !== true) unseen.push(shown)
    }
  }
  return { letters, unseen }
}
