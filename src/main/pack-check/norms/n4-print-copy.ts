import { notHeld, heldBut, type NormCheck } from './answer.ts'

/** N4: paper shows what the screen shows: no layer that prints otherwise, nothing laid over a page. */
export const n4PrintCopy: NormCheck = ({ pages, hasPrintLayers }) => {
  if (hasPrintLayers) return notHeld('N4', 'print-differs')
  const overlaid = pages.filter(({ hasOtherAnnotations }) => hasOtherAnnotations)
  return heldBut(
    'N4',
    'print-differs',
    overlaid.map(({ number }) => number)
  )
}
