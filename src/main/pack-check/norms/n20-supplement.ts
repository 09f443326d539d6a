import { held, notAsked, notHeld, type NormCheck } from './answer.ts'

/** N20: late documents come as a supplement, whose pages go on from the pack before it in print and in the reader. */
export const n20Supplement: NormCheck = ({ manifest, labels }) => {
  if (manifest === null) return notAsked('N20', 'no-manifest')
  const { firstPage, supplementTo, file } = manifest
  if (supplementTo === null || supplementTo === undefined) return notAsked('N20', 'no-supplement')
  // Packs of earlier versions do not say where the one before them ended.
  const { lastPage = firstPage - 1 } = supplementTo
  const isFirst = file === undefined || file.number === 1
  const isNext = isFirst ? firstPage === lastPage + 1 : firstPage > lastPage
  if (firstPage === 1 || !isNext) return notHeld('N20', 'supplement-gap')
  return labels?.[0] === String(firstPage) ? held('N20') : notHeld('N20', 'label-wrong')
}
