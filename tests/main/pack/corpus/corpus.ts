import type { CorpusFile } from './corpus-file.ts'
import { jpegFiles } from './jpeg-corpus.ts'
import { otherPictures } from './other-pictures.ts'
import { actionPdfs } from './pdf-actions.ts'
import { bombPdfs } from './pdf-bombs.ts'
import { boxPdfs } from './pdf-boxes.ts'
import { brokenPdfs, soundPdfs, truncatedPdfs } from './pdf-damage.ts'
import { excessPdfs } from './pdf-excess.ts'
import { lockedPdfs } from './pdf-locked.ts'
import { namePdfs } from './pdf-names.ts'
import { nestingPdfs } from './pdf-nesting.ts'
import { pageTreePdfs } from './pdf-page-trees.ts'
import { referencePdfs } from './pdf-references.ts'
import { streamPdfs } from './pdf-streams.ts'
import { strangerPdfs } from './pdf-strangers.ts'
import { pngFiles } from './png-corpus.ts'

/** The app takes the same bytes in once, so damage that happened to change nothing tests nothing: it is left out. */
function distinct(files: readonly CorpusFile[]): readonly CorpusFile[] {
  const byBytes = new Map(files.toReversed().map((file) => [file.bytes.toString('latin1'), file]))
  const kept = files.filter((file) => byBytes.get(file.bytes.toString('latin1')) === file)
  if (new Set(kept.map(({ name }) => name)).size < kept.length) throw new Error('two files of one name')
  return kept
}

/** All damaged and hostile PDFs, made anew in each run. The folder is for what is made by programs. */
export async function pdfCorpus(folder: string): Promise<readonly CorpusFile[]> {
  return distinct([
    ...soundPdfs(),
    ...truncatedPdfs(),
    ...brokenPdfs(),
    ...referencePdfs(),
    ...pageTreePdfs(),
    ...boxPdfs(),
    ...namePdfs(),
    ...nestingPdfs(),
    ...actionPdfs(),
    ...streamPdfs(),
    ...excessPdfs(),
    ...strangerPdfs(),
    ...(await lockedPdfs(folder)),
    ...bombPdfs()
  ])
}

export async function pictureCorpus(): Promise<readonly CorpusFile[]> {
  return distinct([...(await jpegFiles()), ...(await pngFiles()), ...(await otherPictures())])
}
