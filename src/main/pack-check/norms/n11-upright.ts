import { isFormUpright, isPictureUpright } from '../picture-turn.ts'
import type { ReadPack } from '../read-pack.ts'
import { held, notAsked, notHeld, type NormCheck } from './answer.ts'
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
  return unknown > 0 ? notAsked('N11', 'source-unreadable') : held('N11')
}

function judgeForms({ manifest, pages, sourceRotations }: ReadPack): {
  wrong: readonly number[]
  unknown: number
} {
  const wrong: number[] = []
  let unknown = 0
  for (const exhibit of manifest?.exhibits ?? []) {
    const own = pagesOf(exhibit, pages)
    const rotations = sourceRotations.get(exhibit.number) ?? null
    for (const [index, page] of own.entries()) {
      const form = page.shown.find(({ kind }) => kind === 'form')
      const rotation = rotations?.length === own.length ? (rotations[index] ?? null) : null
      if (form === undefined) continue
      if (rotation === null) unknown += 1
      else if (!isFormUpright(form.matrix, rotation)) wrong.push(page.number)
    }
  }
  return { wrong, unknown }
}
