import { createHash } from 'node:crypto'
import { changed, held, notAsked, type NormCheck } from './answer.ts'

/**
 * N25: the same data make the same pages and the same list of files. A file alone cannot show it, for it does not
 * have the dossier; its identifier (ISO 32000-1, 14.4) is made from all that the pack is made from, so whoever has
 * the dossier sees whether a pack made of it now would be this one.
 */
export const n25SameAgain: NormCheck = ({ manifest, identifier }, { contents }) => {
  if (manifest === null || identifier === null || contents === null) return notAsked('N25', 'needs-dossier')
  const { pack, madeAt, file } = manifest
  const place = file === undefined ? '' : ` ${file.number}/${file.of}`
  const made = createHash('md5').update(`${contents} ${pack} ${madeAt}${place}`).digest('hex')
  return made === identifier ? held('N25') : changed('N25', 'dossier-changed')
}
