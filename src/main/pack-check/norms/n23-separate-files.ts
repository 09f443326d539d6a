import type { PackManifest } from '../pack-manifest.ts'
import { withoutSpaces } from '../pack-page.ts'
import { heldBut, notAsked, notHeld, type NormCheck } from './answer.ts'
import { indexPages } from './pack-parts.ts'
import { likenessOnPage } from './n8-same-titles.ts'

/**
 * N23: where each exhibit is a file of its own, its name and its pages have the number of the index, and its first
 * page the title. Asked of a pack in separate files only.
 */
export const n23SeparateFiles: NormCheck = (pack, { fileName }) => {
  const { manifest } = pack
  if (manifest?.file?.kind === 'own-pages') {
    const text = indexPages(pack)
      .map((page) => page.text)
      .join('')
    return heldBut('N23', 'index-row-missing', unlisted(manifest, text))
  }
  if (manifest?.file?.kind !== 'exhibit') return notAsked('N23', 'one-file')
  const [only, other] = manifest.exhibits
  if (only === undefined || other !== undefined || !beginsWithNumber(fileName, only.number))
    return notHeld('N23', 'name-without-number')
  const nameless = pack.pages.filter(({ band }) => band?.label.includes(withoutSpaces(only.number)) !== true)
  if (nameless.length > 0)
    return notHeld(
      'N23',
      'page-of-another',
      nameless.map(({ number }) => number)
    )
  const title = withoutSpaces(only.caption)
  const isTitled = title === '' || likenessOnPage(pack.pages[0]?.text ?? '', title) !== 'other'
  return heldBut('N23', 'title-differs', isTitled ? [] : [only.pages.first])
}

/** `B-1` begins `B-1 Bill.pdf`, and not `B-10 Bill.pdf`. */
function beginsWithNumber(fileName: string, number: string): boolean {
  return fileName.startsWith(number) && !/^\d/.test(fileName.slice(number.length))
}

/** First pages of the exhibits whose number and title the index does not have beside each other. */
function unlisted({ exhibits }: PackManifest, index: string): readonly number[] {
  return exhibits
    .filter(
      ({ number, caption }) =>
        !index.includes(withoutSpaces(number)) || !index.includes(withoutSpaces(caption))
    )
    .map(({ pages: { first } }) => first)
}
