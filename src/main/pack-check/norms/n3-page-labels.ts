import { held, heldBut, type NormCheck } from './answer.ts'

/** N3: the number typed into a reader's page box leads to the page that prints it. */
export const n3PageLabels: NormCheck = ({ pages, labels }) => {
  if (labels === null) return held('N3')
  const wrong = pages.filter(({ band, number }, index) => labels[index] !== String(band?.number ?? number))
  return heldBut(
    'N3',
    'label-wrong',
    wrong.map(({ number }) => number)
  )
}
