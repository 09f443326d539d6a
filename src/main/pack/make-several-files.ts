import { basename, dirname } from 'node:path'
import { formatExhibitNumber } from '../../shared/domain/exhibit.ts'
import { shownName } from '../../shared/domain/file-name.ts'
import type { PackFinding } from '../../shared/domain/pack-job.ts'
import {
  checksumListName,
  exhibitFileName,
  ownPagesFileName,
  volumeFileName
} from '../../shared/domain/pack-name.ts'
import type { PackedFile } from '../../shared/domain/pack-record.ts'
import { BYTES_IN_MB, USUAL_PACK_SETTINGS } from '../../shared/domain/recipient-profile.ts'
import { absorbExhibit } from './absorb/absorb-exhibit.ts'
import { checksumLines, checksumPath } from './checksum-file.ts'
import type { WrittenPack } from './make-pack.ts'
import {
  measureExhibits,
  measuring,
  planPackFiles,
  type CountedPack,
  type MeasuredExhibit,
  type MeasuredExhibits
} from './measure-pack.ts'
import { preparePack } from './pack-material.ts'
import { fillFromDisk, writeFiles, type Run } from './pack-run.ts'
import type { PackFile } from './plan/pack-files.ts'
import {
  createDraftFolder,
  expectFree,
  expectNewFolder,
  publishFiles,
  publishFolder,
  type DraftFolder
} from './several-files.ts'
import { encryptFile } from './write/encrypt-file.ts'
import { PdfFile } from './write/pdf-file.ts'
import { TargetFile } from './write/target-file.ts'

/** What was not read may be larger than it was taken for; after the first time nothing is unknown any more. */
const MOST_ATTEMPTS = 3

/** Writes a pack in volumes, or with a file for each exhibit. */
export async function makeSeveralFiles(run: Run): Promise<WrittenPack> {
  const { largestFileMb } = run.job.settings ?? USUAL_PACK_SETTINGS
  let measured = await measureExhibits(silent(run))
  for (let attempt = 1; ; attempt += 1) {
    const counted = await planPackFiles(silent(run), measured)
    const draft = await createDraftFolder(run.job.targetPath, run.job.partialPath)
    try {
      const written = await writeDraft(run, counted, draft)
      const largest = largestFileMb === null ? Infinity : largestFileMb * BYTES_IN_MB
      if (attempt === MOST_ATTEMPTS || isHeld(written, counted, largest)) {
        return await publish(run, counted, written, draft)
      }
      measured = written.measured
    } finally {
      await draft.discard()
    }
  }
}

/** Nothing of what is only counted is progress. */
function silent(run: Run): Run {
  const quiet = () => undefined
  const progress = {
    ...{ beginExhibit: quiet, addBytes: quiet, addPage: quiet, endExhibit: quiet },
    ...{ beginOwnPages: quiet, ownPage: quiet, end: quiet }
  }
  return { ...run, progress }
}

interface WrittenDraft extends Pick<WrittenPack, 'pages' | 'files' | 'exhibits' | 'findings'> {
  readonly measured: MeasuredExhibits
}

async function writeDraft(run: Run, counted: CountedPack, draft: DraftFolder): Promise<WrittenDraft> {
  const { job, signal, fonts } = run
  const plans = counted.files.map(({ plan }) => plan)
  const names = plans.map((plan) => fileNameOf(job.targetPath, plan))
  const folder = folderOf(run)
  if (!job.replace) {
    await (isFolder(run)
      ? expectNewFolder(folder)
      : expectFree(folder, [...names, listNameOf(run, names.length)]))
  }
  const measured = new Map<string, MeasuredExhibit>()
  const absorb = measuring(measured, absorbExhibit)
  const material = preparePack(job, fonts, counted.apart)
  const own: Run = { ...run, material, absorb, hashing: null }
  const opened: PdfFile[] = []
  try {
    const filled = await fillFromDisk(own, plans, async (plan) => {
      const encryption = job.password == null ? null : encryptFile(job.password)
      const path = draft.pathOf(fileNameOf(job.targetPath, plan))
      const file = await PdfFile.create(path, signal, path, encryption)
      opened.push(file)
      return file
    })
    const { laid, documents, exhibits, findings } = await writeFiles(own, filled)
    const files: PackedFile[] = []
    for (const [index, { file }] of filled.entries()) {
      const { firstPage, pageCount: pages } = laid.files[index]!
      files.push({ fileName: names[index]!, firstPage, pages, ...(await file.complete(documents[index]!)) })
    }
    return { pages: laid.pageCount, files, exhibits, findings, measured }
  } catch (error) {
    await Promise.all(opened.map((file) => file.discard()))
    throw error
  }
}

/** No volume above the limit but those that hold one exhibit which alone is. */
function isHeld({ files }: WrittenDraft, { files: counted, above }: CountedPack, largest: number): boolean {
  return files.every(({ sizeBytes }, index) => {
    const held = counted[index]?.plan.sections.flatMap(({ exhibits }) => exhibits) ?? []
    return sizeBytes <= largest || held.some(({ id }) => above.has(id))
  })
}

async function publish(
  run: Run,
  counted: CountedPack,
  { pages, files, exhibits, findings }: WrittenDraft,
  draft: DraftFolder
): Promise<WrittenPack> {
  const { job, contents, progress } = run
  const names = files.map(({ fileName }) => fileName)
  if (job.checksumFile === true) {
    const listName = listNameOf(run, files.length)
    const list = await TargetFile.create(draft.pathOf(listName), draft.pathOf(listName))
    await list.append(Buffer.from(checksumLines(files), 'utf8'))
    await list.complete()
    names.push(listName)
  }
  run.signal.throwIfAborted()
  await (isFolder(run) ? publishFolder : publishFiles)(draft, folderOf(run), names, job.replace)
  progress.end()
  const [first] = files
  return {
    ...{ pages, files, exhibits, contents },
    sizeBytes: files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
    sha256: first?.sha256 ?? '',
    findings: [...findings, ...limitFindings(run, counted)]
  }
}

/** What the limit did to exhibits: one that is larger than a volume, and originals that had to stay out. */
function limitFindings({ material }: Run, { above, apart }: CountedPack): readonly PackFinding[] {
  const all = material.sections.flatMap(({ exhibits }) => exhibits)
  const told = (code: 'above-limit' | 'original-apart', ids: ReadonlySet<string>) =>
    all
      .filter(({ id }) => ids.has(id))
      .map(({ id, number, file }): PackFinding => {
        const fileName = shownName(file.originalName)
        return { code, exhibitId: id, number: formatExhibitNumber(number), fileName }
      })
  return [...told('above-limit', above), ...told('original-apart', apart)]
}

function isFolder({ job }: Run): boolean {
  return job.settings?.delivery === 'separate-files'
}

/** Where the files are to be: beside the name that was chosen, or in the folder of that name. */
function folderOf(run: Run): string {
  return isFolder(run) ? run.job.targetPath : dirname(run.job.targetPath)
}

/** As of any one file where only one came of it. */
function listNameOf({ job }: Run, count: number): string {
  return count === 1 ? basename(checksumPath(job.targetPath)) : checksumListName(basename(job.targetPath))
}

function fileNameOf(targetPath: string, { place, sections }: PackFile): string {
  const name = basename(targetPath)
  const exhibit = sections[0]?.exhibits[0]
  if (place === null) return name
  if (place.kind === 'volume') return volumeFileName(name, place.number, place.of)
  if (place.kind === 'own-pages' || exhibit === undefined) return ownPagesFileName(name)
  return exhibitFileName(formatExhibitNumber(exhibit.number), exhibit.caption)
}
