import type { ManifestExhibit } from '../pack-manifest.ts'
import { changed, held, notAsked, type NormCheck } from './answer.ts'

/** Behind every date. */
const UNDATED = '9999'

/** N17: earliest first inside a section, undated ones last. The dates stand in the pack's own list. */
export const n17ByDate: NormCheck = ({ manifest }) => {
  if (manifest === null) return notAsked('N17', 'no-manifest')
  const { exhibits } = manifest
  if (exhibits.some(({ madeOn }) => madeOn === undefined)) return notAsked('N17', 'not-in-the-file')
  const early = exhibits.filter((exhibit, index) => isBefore(exhibit, exhibits[index - 1]))
  return early.length === 0
    ? held('N17')
    : changed(
        'N17',
        'own-order',
        early.map(({ pages }) => pages.first)
      )
}

function isBefore(exhibit: ManifestExhibit, previous: ManifestExhibit | undefined): boolean {
  if (previous === undefined || sectionOf(previous) !== sectionOf(exhibit)) return false
  return (exhibit.madeOn ?? UNDATED) < (previous.madeOn ?? UNDATED)
}

function sectionOf({ number }: ManifestExhibit): string {
  return number.split('-')[0] ?? ''
}
