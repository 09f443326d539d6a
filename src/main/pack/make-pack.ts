import type { Instant } from '../../shared/domain/calendar.ts'
import type { Dossier } from '../../shared/domain/dossier.ts'
import type { PackFailure, PackFinding, PackProgress } from '../../shared/domain/pack-job.ts'
import type { PackOrder } from '../../shared/domain/pack-order.ts'
import type { PackedExhibit, PackedFile, PackLanguage } from '../../shared/domain/pack-record.ts'
import {
  isMasking,
  isOneFile,
  USUAL_PACK_SETTINGS,
  type PackSettings
} from '../../shared/domain/recipient-profile.ts'
import type { SupplementedPack } from '../../shared/domain/pack-supplement.ts'
import { done, failed, type Result } from '../../shared/domain/result.ts'
import type { OpenOriginal } from './absorb/absorb-options.ts'
import { beginRun } from './begin-run.ts'
import { isPackTaken } from './checksum-file.ts'
import { makeOneFile } from './make-one-file.ts'
import { makeSeveralFiles } from './make-several-files.ts'
import { PageRenderer, type RendererFiles } from './render/page-renderer.ts'
import { startHashing, type Hashing } from './write/hashing.ts'
import { targetFailed } from './write/target-failure.ts'

export interface PackJob {
  readonly dossier: Dossier
  readonly exhibitIds: readonly string[]
  readonly language: PackLanguage
  /** A language beside the first, and never the same; none when left out. */
  readonly secondLanguage?: PackLanguage | null
  /** By date when left out. */
  readonly order?: PackOrder
  /** What its recipient's profile asks for; as for oneself when left out. */
  readonly settings?: PackSettings
  /** For whom, named on the cover. */
  readonly addressee?: string
  /** The same for the second language; as in the first when left out. */
  readonly secondAddressee?: string
  /** Its page numbers go on from this pack, and it has only a cover, an index and the new exhibits. */
  readonly supplementTo?: SupplementedPack | null
  /** Only the papers that the end of the contract rests on: the index says of each why it is among them. */
  readonly isCore?: boolean
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
  /** See `rendererFiles`; an archival pack, and one that covers parts of PDFs, cannot be made without them. */
  readonly renderer?: RendererFiles | undefined
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
 * Makes the record pack of a dossier. Its file, or all its files, appear under their names only when they are complete
 * and on the disk; after a failure or a cancel nothing is left. The same job makes the same bytes, but for
 * one with a password: its key and vectors are drawn anew each time.
 */
export async function makePack(
  job: PackJob,
  services: PackServices
): Promise<Result<WrittenPack, { readonly code: PackFailure }>> {
  const signal = services.signal ?? new AbortController().signal
  let hashing: Hashing | null = null
  let renderer: PageRenderer | null = null
  try {
    signal.throwIfAborted()
    // ISO 19005-3, 6.1.3: whoever finds it in a hundred years must be able to open it.
    if (job.settings?.form === 'archival' && job.password != null)
      return failed({ code: 'archival-password' })
    const isOne = isOneFile(job.settings ?? USUAL_PACK_SETTINGS)
    if (isOne && !job.replace && (await isPackTaken(job.targetPath, job.checksumFile === true))) {
      return failed({ code: 'target-exists' })
    }
    hashing = await startHashing(services.hashWorker, sizeOf(job))
    renderer = rendererFor(job, services, signal)
    const run = await beginRun(job, { services, signal, hashing, renderer })
    return done(isOne ? await makeOneFile(run) : await makeSeveralFiles(run))
  } catch (error) {
    if (signal.aborted) return failed({ code: 'cancelled' })
    const failure = targetFailed(error)
    if (failure === null) throw error
    return failure
  } finally {
    await Promise.all([hashing?.end(), renderer?.close()])
  }
}

/** Draws foreign pages where the form of the pack asks for that, or what it covers. */
export function rendererFor(
  { dossier, exhibitIds, settings = USUAL_PACK_SETTINGS, fontsFolder }: PackJob,
  { renderer }: Pick<PackServices, 'renderer'>,
  signal: AbortSignal
): PageRenderer | null {
  const wanted = new Set(exhibitIds)
  const hasBars = dossier.exhibits.some(
    ({ id, bars, file }) => wanted.has(id) && bars.length > 0 && file.mediaType === 'application/pdf'
  )
  if (settings.form !== 'archival' && !(hasBars && isMasking(settings))) return null
  if (renderer === undefined) throw new Error('drawn pages need the files of the renderer')
  return new PageRenderer(renderer, fontsFolder, signal)
}

function sizeOf({ dossier, exhibitIds }: PackJob): number {
  const wanted = new Set(exhibitIds)
  return dossier.exhibits.reduce((sum, { id, file }) => sum + (wanted.has(id) ? file.sizeBytes : 0), 0)
}
