import { changed, held, notHeld, type NormCheck } from './answer.ts'

/** N1: a single file that opens without a password, or with the one that was chosen; whole, with nothing outside. */
export const n1OpensAlone: NormCheck = ({ lock, survey, pages, declaredPages }) => {
  if (lock === 'wrong') return notHeld('N1', 'password-wrong')
  if (lock === 'closed') return notHeld('N1', 'needs-password')
  const broken = pages.flatMap(({ isReadable, number }) => (isReadable ? [] : [number]))
  if (survey.damaged.size > 0 || broken.length > 0) return notHeld('N1', 'damaged-objects', broken)
  if (survey.outside.size > 0) return notHeld('N1', 'outside-content')
  if (pages.length === 0 || declaredPages !== pages.length) return notHeld('N1', 'page-count-wrong')
  return lock === 'opened' ? changed('N1', 'password-chosen') : held('N1')
}
