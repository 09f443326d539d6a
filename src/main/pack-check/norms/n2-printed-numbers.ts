import { heldBut, type NormCheck } from './answer.ts'

/** N2: the number printed on page i is i, without a gap; a supplement goes on where its labels begin. */
export const n2PrintedNumbers: NormCheck = ({ pages, labels }) => {
  const start = Number(labels?.[0])
  const first = Number.isSafeInteger(start) && start > 0 ? start : 1
  const wrong = pages.filter(({ band }, index) => band?.number !== first + index)
  return heldBut(
    'N2',
    'number-wrong',
    wrong.map(({ number }) => number)
  )
}
