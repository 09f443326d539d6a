import { isFormUpright, isPictureUpright } from '../picture-turn.ts'
import type { PackPage, ShownObject } from '../pack-page.ts'
import type { ReadPack } from '../read-pack.ts'
import type { SourcePage } from '../source-pages.ts'
import { changed, held, notAsked, notHeld, type NormCheck } from './answer.ts'
import { pagesOf } from './pack-parts.ts'

/** A page that is drawn has whole dots. */
const SHAPE_ROUNDING = 0.02

/**
 * N11: nothing stands on its head or on its side: words read from left to right, photos stand as their camera says,
 * pages as their own file says. Of a page that was drawn as a picture only its proportion tells how it was turned.
 */
export const n11Upright: NormCheck = (pack) => {
  const turned = new Set(pack.pages.filter((page) => isTurned(pack, page)).map(({ number }) => number))
  const { wrong, unknown } = judgeSourcePages(pack)
  for (const number of wrong) turned.add(number)
  if (turned.size > 0)
    return notHeld(
      'N11',
      'page-turned',
      [...turned].toSorted((a, b) => a - b)
    )
  if (unknown.length === 0) return held('N11')
  // One source that was withheld says nothing of the pages of all the others.
  const isAll = unknown.length === pack.pages.filter(isOfExhibit(pack)).length
  return isAll ? notAsked('N11', 'source-unreadable') : changed('N11', 'turn-not-compared', unknown)
}

function isTurned({ pictureTurns }: ReadPack, { rotation, runs, shown }: PackPage): boolean {
  return (
    rotation % 360 !== 0 ||
    runs.some(({ isSlanted, isUpright }) => !isSlanted && !isUpright) ||
    shown.some(({ kind, object, matrix }) => {
      const orientation = kind === 'picture' ? pictureTurns.get(object) : undefined
      return orientation !== undefined && !isPictureUpright(matrix, orientation)
    })
  )
}

function isOfExhibit({ manifest }: ReadPack) {
  const exhibits = manifest?.exhibits ?? []
  return ({ number }: PackPage) =>
    exhibits.some(({ pages: { first, last } }) => number >= first && number <= last)
}

function judgeSourcePages({ manifest, pages, sourcePages }: ReadPack): {
  wrong: readonly number[]
  unknown: readonly number[]
} {
  const wrong: number[] = []
  const unknown: number[] = []
  const documents = (manifest?.exhibits ?? []).filter(({ mediaType }) => mediaType === 'application/pdf')
  for (const exhibit of documents) {
    const own = pagesOf(exhibit, pages)
    const sources = sourcePages.get(exhibit.number) ?? null
    for (const [index, page] of own.entries()) {
      const source = sources?.length === own.length ? sources[index] : undefined
      const isRight = standsAsIn(source, page)
      if (isRight === null) unknown.push(page.number)
      else if (!isRight) wrong.push(page.number)
    }
  }
  return { wrong, unknown }
}

/** Whether a page stands as its source says; null where nothing says so. */
function standsAsIn(source: SourcePage | undefined, { shown }: PackPage): boolean | null {
  // A page that shows neither is a slip, which is all words.
  const page = shown.find(({ kind }) => kind === 'form') ?? shown[0]
  if (page === undefined) return true
  if (page.kind === 'picture') return source?.shape == null ? null : isInShape(page, source.shape)
  return source?.rotation == null ? null : isFormUpright(page.matrix, source.rotation)
}

/** A page on its side has the proportion of the page that lies, and not its own. */
function isInShape({ width, height }: ShownObject, shape: number): boolean {
  const isNear = (wanted: number) => Math.abs(width / height / wanted - 1) <= SHAPE_ROUNDING
  return isNear(shape) || !isNear(1 / shape)
}
