import { heldBut, type NormCheck } from './answer.ts'

/** N2: the number printed on page i is i, without a gap; a supplement goes on from the pack before it. */
export const n2PrintedNumbers: NormCheck = ({ pages }) => {
  const wrong = pages.filter(({ band, number }) => band?.number !== number)
  return heldBut(
    'N2',
    'number-wrong',
    wrong.map(({ number }) => number)
  )
}
