import { changed, held, notAsked, notHeld, type NormCheck } from './answer.ts'

/** Long names may not upload; the figure is ours. */
const LONGEST_NAME = 60
const DAY = /\d{4}-\d{2}-\d{2}/

/** N19: a short plain name with the pack's code and its date. */
export const n19FileName: NormCheck = ({ fileName, manifest }) => {
  if (Array.from(fileName).length > LONGEST_NAME) return notHeld('N19', 'name-too-long')
  if (!/^[\x21-\x7e]+$/.test(fileName)) return notHeld('N19', 'name-not-plain')
  if (manifest === null) return notAsked('N19', 'no-manifest')
  return fileName.includes(manifest.pack) && DAY.test(fileName)
    ? held('N19')
    : changed('N19', 'own-file-name')
}
