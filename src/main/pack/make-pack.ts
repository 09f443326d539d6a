import { basename } from 'node:path'
import type { Instant } from '../../shared/domain/calendar.ts'
import type { Dossier } from '../../shared/domain/dossier.ts'
import type { PackFailure, PackFinding, PackProgress } from '../../shared/domain/pack-job.ts'
import type { PackOrder } from '../../shared/domain/pack-order.ts'
import type { PackedExhibit, PackedFile, PackLanguage } from '../../shared/domain/pack-record.ts'
import type { PackSettings } from '../../shared/domain/recipient-profile.ts'
import type { SupplementedPack } from '../../shared/domain/pack-supplement.ts'
import { done, failed, type Result } from '../../shared/domain/result.ts'
import type { OpenOriginal } from './absorb/absorb-exhibit.ts'
import { checksumPath, isPackTaken, writeChecksumFile } from './checksum-file.ts'
import { readFontSet } from './fonts/font-set.ts'
import { writePack } from './pack-run.ts'
import { encryptFile } from './write/encrypt-file.ts'
import { startHashing, type Hashing } from './write/hashing.ts'
import { PdfFile } from './write/pdf-file.ts'
import { targetFailed } from './write/target-file.ts'

export interface PackJob {
  readonly dossier: Dossier
  readonly exhibitIds: readonly string[]
  readonly language: PackLanguage
  /** By date when left out. */
  readonly order?: PackOrder
  /** What its recipient's profile asks for; as for oneself when left out. */
  readonly settings?: PackSettings
  /** For whom, named on the cover. */
  readonly addressee?: string
  /** Its page numbers go on from this pack, and it has only a cover, an index and the new exhibits. */
  readonly supplementTo?: SupplementedPack | null
  /** Whether `<name>.sha256` is written beside it. */
  readonly checksumFile?: boolean
  /** Encrypts the whole file; one that `preparePassword` takes. Nothing but the file is made from it. */
  readonly password?: string | null
  /** Ids of exhibits whose file brought down an earlier attempt: a slip stands in their place. */
  readonly givenUp?: readonly string[]
  /** Printed on every page, `CL-2026-0007`. */
  readonly code: string
  readonly madeAt: Instant
  /** IANA name of the one zone of the pack. */
  readonly zone?: string
  readonly appVersion: string
  readonly targetPath: string
  /** Where the file grows until it is complete, in the folder of the target; a name of our own when left out. */
  readonly partialPath?: string
  /** Whether a file that stands there may be replaced. */
  readonly replace: boolean
  /** Holds the four faces, see `FONT_FILES`. */
  readonly fontsFolder: string
}

export interface PackServices {
  readonly openOriginal: OpenOriginal
  readonly signal?: AbortSignal
  /** Path of the built `pack-hash-worker.ts`: long packs are hashed on other processors. Left out = they are not. */
  readonly hashWorker?: string | undefined
  readonly onProgress?: (progress: Omit<PackProgress, 'jobId'>) => void
  /** Whose file is read from now on; null = all are read. */
  readonly onExhibit?: (exhibitId: string | null) => void
}

export interface WrittenPack {
  readonly pages: number
  readonly sizeBytes: number
  readonly sha256: string
  /** In their order; the first has the index. */
  readonly files: readonly PackedFile[]
  readonly exhibits: readonly PackedExhibit[]
  /** Names what it was made from. */
  readonly contents: string
  readonly findings: readonly PackFinding[]
}

/**
 * Makes the record pack of a dossier. The file appears under its name only when it is complete and on the disk;
 * after a failure or a cancel nothing is left. The same job makes the same bytes, but for
 * one with a password: its key and vectors are drawn anew each time.
 */
export async function makePack(
  job: PackJob,
  services: PackServices
): Promise<Result<WrittenPack, { readonly code: PackFailure }>> {
  const signal = services.signal ?? new AbortController().signal
  const hasChecksumFile = job.checksumFile === true
  let file: PdfFile | null = null
  let hashing: Hashing | null = null
  try {
    signal.throwIfAborted()
    if (!job.replace && (await isPackTaken(job.targetPath, hasChecksumFile)))
      return failed({ code: 'target-exists' })
    hashing = await startHashing(services.hashWorker, sizeOf(job))
    const fonts = await readFontSet(job.fontsFolder)
    const encryption = job.password == null ? null : encryptFile(job.password)
    file = await PdfFile.create(job.targetPath, signal, job.partialPath, encryption, hashing?.target)
    const written = await writePack({ job, services, signal, fonts, file, hashing })
    return done(hasChecksumFile ? await withChecksumFile(job, written) : written)
  } catch (error) {
    await file?.discard()
    if (signal.aborted) return failed({ code: 'cancelled' })
    const failure = targetFailed(error)
    if (failure === null) throw error
    return failure
  } finally {
    await hashing?.end()
  }
}

function sizeOf({ dossier, exhibitIds }: PackJob): number {
  const wanted = new Set(exhibitIds)
  return dossier.exhibits.reduce((sum, { id, file }) => sum + (wanted.has(id) ? file.sizeBytes : 0), 0)
}

/** The pack is complete by now: a checksum that cannot be written is told and takes nothing away. */
async function withChecksumFile(job: PackJob, written: WrittenPack): Promise<WrittenPack> {
  const { targetPath: packPath, partialPath, replace } = job
  if (await writeChecksumFile({ packPath, sha256: written.sha256, partialPath, replace })) return written
  const fileName = basename(checksumPath(packPath))
  return { ...written, findings: [...written.findings, { code: 'checksum-not-written', fileName }] }
}
