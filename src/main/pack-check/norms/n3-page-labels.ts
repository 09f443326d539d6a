import { heldBut, type NormCheck } from './answer.ts'

/** N3: the number typed into a reader's page box leads to the page that prints it. */
export const n3PageLabels: NormCheck = ({ pages, labels }) => {
  const wrong = pages.filter(({ number }, index) => (labels?.[index] ?? String(index + 1)) !== String(number))
  return heldBut(
    'N3',
    'label-wrong',
    wrong.map(({ number }) => number)
  )
}
