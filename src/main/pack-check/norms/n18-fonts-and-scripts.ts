import { held, notHeld, type NormCheck } from './answer.ts'

/** N18: nothing in the file acts by itself, and every letter is in it. */
export const n18FontsAndScripts: NormCheck = ({ survey, activePages, pagesWithoutFont }) => {
  if (survey.active.size > 0) return notHeld('N18', 'active-content', activePages)
  return survey.withoutFont.size > 0 ? notHeld('N18', 'fonts-missing', pagesWithoutFont) : held('N18')
}
