import type { AttachAnswer, VaultFailure } from '../../shared/bridge/contract.ts'
import type { Instant } from '../../shared/domain/calendar.ts'
import type { Category } from '../../shared/domain/category.ts'
import type { ArrivedFile } from '../../shared/domain/dossier-edit.ts'
import type { IntakeOutcome, IntakeProgress } from '../../shared/domain/intake.ts'
import type { ProofTarget } from '../../shared/domain/proof-target.ts'
import { done, type Result } from '../../shared/domain/result.ts'
import type { DossierHome } from '../dossier-home.ts'
import { nodeFsx, type Fsx } from '../fsx.ts'
import { arrivalsInto } from './arrivals.ts'
import { captionFrom, readFacts } from './facts.ts'
import { findFiles } from './find-files.ts'
import { inOrder } from './in-order.ts'
import { progressOf } from './progress.ts'
import { storeBytes, storeEntry, type StoredEntry, type StoreEntryParts } from './store-entry.ts'

/** No single proof is larger; what is, is a disk image chosen by mistake. */
const LARGEST_FILE_BYTES = 10 * 1024 ** 3
/** While one file waits for the disk to sync, the next ones are read. */
const AT_ONCE = 4
/** The dossier's schema keeps names up to this; no file system allows a longer one. */
const LONGEST_NAME = 4096

/** Where the files come from. `expand` takes a folder's files, all the way down; `refuse` answers `is-folder`. */
export type IntakeSource =
  | { readonly kind: 'paths'; readonly paths: readonly string[]; readonly folders: 'expand' | 'refuse' }
  | {
      readonly kind: 'bytes'
      readonly name: string
      readonly bytes: Uint8Array
      /** Of the file they were read from; a picture from the clipboard has none. */
      readonly modifiedAt?: Instant | null
    }

export interface TakeInRequest {
  readonly home: DossierHome
  readonly source: IntakeSource
  readonly category: Category
  /** What every file of the batch is said to prove. */
  readonly proves?: readonly ProofTarget[]
  readonly signal: AbortSignal
  readonly onProgress: (progress: Omit<IntakeProgress, 'jobId'>) => void
  readonly now: () => Instant
  readonly newId: () => string
  readonly maxFileBytes?: number
  readonly fsx?: Fsx
}

/** Takes files in as exhibits; one that is refused does not stop the others. Fails only when there is no dossier. */
export async function takeIn(request: TakeInRequest): Promise<Result<AttachAnswer, VaultFailure>> {
  const { home, signal, fsx = nodeFsx, maxFileBytes = LARGEST_FILE_BYTES } = request
  const current = await home.read()
  if (!current.ok) return current
  const progress = progressOf(request.onProgress)
  const arrivals = arrivalsInto(home, current.value, request.now)
  const parts: StoreEntryParts = { objects: home.objects, fsx, signal, progress, maxFileBytes }

  const outcomes: IntakeOutcome[] = []
  let count = 0
  for await (const stored of storeAll(request, parts, arrivals)) {
    const index = count++
    if (stored.state === 'refused') {
      outcomes[index] = { state: 'refused', fileName: stored.name, code: stored.code }
      continue
    }
    const file = await arrivedFile(request, stored)
    await arrivals.add({ file, answer: (outcome) => (outcomes[index] = outcome) })
  }
  await arrivals.save()
  progress.end()
  return done({ dossier: arrivals.dossier(), outcomes })
}

async function* storeAll(
  { source, signal }: TakeInRequest,
  parts: StoreEntryParts,
  arrivals: { saveWhileWaiting(next: Promise<unknown>): Promise<void>; isGone(): boolean }
): AsyncIterable<StoredEntry> {
  if (source.kind === 'bytes') {
    parts.progress.found({ files: 1, sizeBytes: source.bytes.length })
    const { name, bytes, modifiedAt = null } = source
    const stored = await storeBytes(parts, name.slice(0, LONGEST_NAME), bytes)
    yield stored.state === 'stored' ? { ...stored, modifiedAt } : stored
    return
  }
  const { paths, folders } = source
  const entries = await findFiles({ fsx: parts.fsx, paths, folders, signal, onFound: parts.progress.found })
  yield* inOrder(
    entries,
    AT_ONCE,
    async (entry): Promise<StoredEntry> =>
      arrivals.isGone()
        ? { state: 'refused', name: entry.name, code: 'dossier-gone' }
        : storeEntry(parts, entry),
    (next) => arrivals.saveWhileWaiting(next)
  )
}

async function arrivedFile(
  { home, category, proves = [], newId }: TakeInRequest,
  stored: Extract<StoredEntry, { readonly state: 'stored' }>
): Promise<ArrivedFile> {
  const { name, sha256, sizeBytes, modifiedAt } = stored
  const { madeOn, ...told } = await factsOf(home, sha256)
  const file = { sha256, sizeBytes, originalName: name, ...told, fileModifiedAt: modifiedAt }
  return { id: newId(), category, caption: captionFrom(name), madeOn, proves, file }
}

async function factsOf(home: DossierHome, sha256: string) {
  const opened = await home.objects.open(sha256)
  // Stored a moment ago and unreadable now: the pack and the integrity check will say so; nothing is known here.
  if (!opened.ok) return { mediaType: 'application/octet-stream', pages: null, pixels: null, madeOn: null }
  try {
    return await readFacts(opened.value)
  } finally {
    await opened.value.close()
  }
}
