import { held, notAsked, notHeld, type NormCheck } from './answer.ts'

/** N20: late documents come as a supplement, whose pages go on from the pack before it in print and in the reader. */
export const n20Supplement: NormCheck = ({ manifest, labels }) => {
  if (manifest === null) return notAsked('N20', 'no-manifest')
  const { firstPage, supplementTo } = manifest
  if (supplementTo === null || supplementTo === undefined) return notAsked('N20', 'no-supplement')
  const goesOn = firstPage > 1 && labels?.[0] === String(firstPage)
  return goesOn ? held('N20') : notHeld('N20', 'label-wrong')
}
