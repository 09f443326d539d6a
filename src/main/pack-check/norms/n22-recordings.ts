import { isRecording } from '../../../shared/domain/recording.ts'
import type { ManifestExhibit } from '../pack-manifest.ts'
import { withoutSpaces } from '../pack-page.ts'
import type { ReadPack } from '../read-pack.ts'
import { changed, held, notAsked, notHeld, type NormCheck } from './answer.ts'
import { indexPages, linesOf, pagesOf } from './pack-parts.ts'

/** So many letters of the notes are looked for: behind them a line may have been broken. */
const NOTES_BEGINNING = 12

/** N22: recordings stand in the index with format and length, on their page with checksum and notes. */
export const n22Recordings: NormCheck = (pack) => {
  const all = pack.manifest?.exhibits.filter(({ mediaType }) => isRecording(mediaType)) ?? []
  if (all.length === 0) return notAsked('N22', 'no-recordings')
  // Packs of earlier versions say nothing of it.
  if (all.some(({ recording }) => recording === undefined)) return notAsked('N22', 'not-in-the-file')
  const unlisted = all.filter((one) => !isInIndex(pack, one) || !isOnItsPage(pack, one))
  if (unlisted.length > 0) return notHeld('N22', 'recording-not-listed', firstPages(unlisted))
  const lengthless = all.filter(({ recording }) => recording?.length === null)
  if (lengthless.length > 0) return changed('N22', 'recording-without-length', firstPages(lengthless))
  const noteless = all.filter(({ recording }) => recording?.notes === '')
  return noteless.length > 0 ? changed('N22', 'recording-without-notes', firstPages(noteless)) : held('N22')
}

/** An exhibit that is a file of its own has no index beside it. */
function isInIndex(pack: ReadPack, { number, recording }: ManifestExhibit): boolean {
  if (pack.manifest?.file?.kind === 'exhibit') return true
  const lines = indexPages(pack).flatMap(linesOf)
  const at = lines.findIndex((runs) => runs[0]?.text === number)
  // A long title takes several lines, the flags behind it stand on the last of them.
  const end = lines.findIndex((runs, index) => index > at && /^[A-G](-\d+)?$/.test(runs[0]?.text ?? ''))
  const row = lines.slice(at, end === -1 ? undefined : end).flatMap((runs) => runs.map(({ text }) => text))
  const printed = withoutSpaces(row.join(''))
  const { format = '', length } = recording ?? {}
  return at !== -1 && printed.includes(withoutSpaces(format)) && printed.includes(length ?? '')
}

function isOnItsPage(pack: ReadPack, exhibit: ManifestExhibit): boolean {
  const [page] = pagesOf(exhibit, pack.pages)
  const beginning = withoutSpaces(exhibit.recording?.notes ?? '').slice(0, NOTES_BEGINNING)
  // Of a pack in several files, each has the pages of its own exhibits.
  if (page === undefined) return pack.manifest?.file !== undefined
  return page.text.includes(exhibit.sha256) && page.text.includes(beginning)
}

function firstPages(exhibits: readonly ManifestExhibit[]): readonly number[] {
  return exhibits.map(({ pages }) => pages.first)
}
