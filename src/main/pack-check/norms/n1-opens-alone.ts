import { held, notHeld, type NormCheck } from './answer.ts'

/** N1: a single file that opens without a password, whole, and needs nothing from outside. */
export const n1OpensAlone: NormCheck = ({ isEncrypted, survey, pages, declaredPages }) => {
  if (isEncrypted) return notHeld('N1', 'needs-password')
  const broken = pages.flatMap(({ isReadable, number }) => (isReadable ? [] : [number]))
  if (survey.damaged.size > 0 || broken.length > 0) return notHeld('N1', 'damaged-objects', broken)
  if (survey.outside.size > 0) return notHeld('N1', 'outside-content')
  if (pages.length === 0 || declaredPages !== pages.length) return notHeld('N1', 'page-count-wrong')
  return held('N1')
}
