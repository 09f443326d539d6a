import { isFormUpright, isPictureUpright } from '../picture-turn.ts'
import type { PackPage } from '../pack-page.ts'
import type { ReadPack } from '../read-pack.ts'
import { changed, held, notAsked, notHeld, type NormCheck } from './answer.ts'
import { pagesOf } from './pack-parts.ts'

/** N11: nothing stands on its head or on its side: photos as their camera says, pages as their own file says. */
export const n11Upright: NormCheck = (pack) => {
  const turned = new Set(pack.pages.flatMap(({ rotation, number }) => (rotation % 360 === 0 ? [] : [number])))
  for (const { number, shown } of pack.pages) {
    const orientation = pack.pictureTurns.get(number)
    const picture = shown.find(({ kind }) => kind === 'picture')
    const isKnown = orientation !== undefined && picture !== undefined
    if (isKnown && !isPictureUpright(picture.matrix, orientation)) turned.add(number)
  }
  const { wrong, unknown } = judgeForms(pack)
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

function isOfExhibit({ manifest }: ReadPack) {
  const exhibits = manifest?.exhibits ?? []
  return ({ number }: PackPage) =>
    exhibits.some(({ pages: { first, last } }) => number >= first && number <= last)
}

function judgeForms({ manifest, pages, sourceRotations }: ReadPack): {
  wrong: readonly number[]
  unknown: readonly number[]
} {
  const wrong: number[] = []
  const unknown: number[] = []
  for (const exhibit of manifest?.exhibits ?? []) {
    const own = pagesOf(exhibit, pages)
    const rotations = sourceRotations.get(exhibit.number) ?? null
    for (const [index, page] of own.entries()) {
      const form = page.shown.find(({ kind }) => kind === 'form')
      const rotation = rotations?.length === own.length ? (rotations[index] ?? null) : null
      if (form === undefined) continue
      if (rotation === null) unknown.push(page.number)
      else if (!isFormUpright(form.matrix, rotation)) wrong.push(page.number)
    }
  }
  return { wrong, unknown }
}
