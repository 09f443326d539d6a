import type { Original } from '../original.ts'
import { NORMS, type Norm, type NormResult, type PackVerdict } from '../../shared/domain/pack-norm.ts'
import { notAsked, notHeld, type ExpectedPack, type NormCheck } from './norms/answer.ts'
import { n10FoundBySearch } from './norms/n10-found-by-search.ts'
import { n11Upright } from './norms/n11-upright.ts'
import { n12OnePaper } from './norms/n12-one-paper.ts'
import { n13OpensReady } from './norms/n13-opens-ready.ts'
import { n14PictureSharpness } from './norms/n14-picture-sharpness.ts'
import { n15SizeForMail } from './norms/n15-size-for-mail.ts'
import { n16Length } from './norms/n16-length.ts'
import { n17ByDate } from './norms/n17-by-date.ts'
import { n18FontsAndScripts } from './norms/n18-fonts-and-scripts.ts'
import { n19FileName } from './norms/n19-file-name.ts'
import { n1OpensAlone } from './norms/n1-opens-alone.ts'
import { n20Supplement } from './norms/n20-supplement.ts'
import { n21Messages } from './norms/n21-messages.ts'
import { manifestOfPages, ofSeveral } from './norms/several-files.ts'
import { n22Recordings } from './norms/n22-recordings.ts'
import { n24SaysWhatItIs } from './norms/n24-says-what-it-is.ts'
import { n25SameAgain } from './norms/n25-same-again.ts'
import { n26NothingLost } from './norms/n26-nothing-lost.ts'
import { n2PrintedNumbers } from './norms/n2-printed-numbers.ts'
import { n3PageLabels } from './norms/n3-page-labels.ts'
import { n4PrintCopy } from './norms/n4-print-copy.ts'
import { n5FreeBand } from './norms/n5-free-band.ts'
import { n6IndexRows } from './norms/n6-index-rows.ts'
import { n7Bookmarks } from './norms/n7-bookmarks.ts'
import { n8SameTitles } from './norms/n8-same-titles.ts'
import { n9TextLayer } from './norms/n9-text-layer.ts'
import { n23SeparateFiles } from './norms/n23-separate-files.ts'
import { n27CorePack } from './norms/n27-core-pack.ts'
import { isDamage } from './pack-objects.ts'
import { readPack, type ReadPack } from './read-pack.ts'

const CHECKS: Readonly<Record<Norm, NormCheck>> = {
  N1: n1OpensAlone,
  N2: n2PrintedNumbers,
  N3: n3PageLabels,
  N4: n4PrintCopy,
  N5: n5FreeBand,
  N6: n6IndexRows,
  N7: n7Bookmarks,
  N8: n8SameTitles,
  N9: n9TextLayer,
  N10: n10FoundBySearch,
  N11: n11Upright,
  N12: n12OnePaper,
  N13: n13OpensReady,
  N14: n14PictureSharpness,
  N15: n15SizeForMail,
  N16: n16Length,
  N17: n17ByDate,
  N18: n18FontsAndScripts,
  N19: n19FileName,
  N20: n20Supplement,
  N21: n21Messages,
  N22: n22Recordings,
  N23: n23SeparateFiles,
  N24: n24SaysWhatItIs,
  N25: n25SameAgain,
  N26: n26NothingLost,
  N27: n27CorePack
}

/**
 * Reads a finished pack as a stranger would and judges it by every norm. A file that cannot be read is an answer,
 * not an error.
 *
 * @param password opens an encrypted pack; null = none is known
 */
export async function checkPack(
  original: Original,
  expected: ExpectedPack,
  password: string | null = null
): Promise<PackVerdict> {
  const pack = await unlessDamaged(() => readPack(original, expected.fileName, password))
  const { sizeBytes } = original
  const unread = { state: 'not-asked', because: 'unreadable' } as const
  if (pack === null)
    return { pages: 0, sizeBytes, norms: onlyFirst(notHeld('N1', 'unreadable')), archival: unread }
  const pages = pack.pages.length
  if (pack.lock === 'closed' || pack.lock === 'wrong')
    return { pages, sizeBytes, norms: onlyFirst(CHECKS.N1(pack, expected)), archival: unread }
  const norms = NORMS.map((norm) => judge(norm, pack, expected))
  return { pages, sizeBytes, norms, archival: pack.archival }
}

function judge(norm: Norm, pack: ReadPack, expected: ExpectedPack): NormResult {
  // The index is asked for the exhibits beside it by this norm alone.
  const manifest = norm === 'N23' ? pack.manifest : manifestOfPages(pack.manifest)
  return ofSeveral(CHECKS[norm]({ ...pack, manifest }, expected), pack.manifest)
}

function onlyFirst(first: NormResult): readonly NormResult[] {
  return NORMS.map((norm) => (norm === 'N1' ? first : notAsked(norm, 'unreadable')))
}

async function unlessDamaged(read: () => Promise<ReadPack>): Promise<ReadPack | null> {
  try {
    return await read()
  } catch (error) {
    if (isDamage(error)) return null
    throw error
  }
}
