import type { Instant } from '../../shared/domain/calendar.ts'
import type { IntakeFailure } from '../../shared/domain/intake.ts'
import type { ObjectStore, StoreFailure } from '../dossier-home.ts'
import type { Fsx } from '../fsx.ts'
import type { FoundEntry } from './find-files.ts'
import type { Progress } from './progress.ts'
import { openSource } from './source-file.ts'

/** So much stays free for the dossier itself, which has to be saved after the file. */
const RESERVE_BYTES = 16 * 1024 * 1024
/** Folder entries, the file system's own tables. */
const OVERHEAD_FACTOR = 1.05

/** What became of one entry of a batch on its way into the store. */
export type StoredEntry =
  | { readonly state: 'refused'; readonly name: string; readonly code: IntakeFailure }
  | {
      readonly state: 'stored'
      readonly name: string
      readonly sha256: string
      readonly sizeBytes: number
      readonly modifiedAt: Instant | null
    }

export interface StoreEntryParts {
  readonly objects: ObjectStore
  readonly fsx: Fsx
  readonly signal: AbortSignal
  readonly progress: Progress
  readonly maxFileBytes: number
}

/** Reads one chosen file and keeps its bytes. */
export async function storeEntry(parts: StoreEntryParts, entry: FoundEntry): Promise<StoredEntry> {
  const { objects, fsx, signal, progress, maxFileBytes } = parts
  const { name } = entry
  const refuse = (code: IntakeFailure): StoredEntry => ({ state: 'refused', name, code })
  if ('code' in entry) return refuse(entry.code)
  if (signal.aborted) return refuse('cancelled')
  const told = progress.begin(name)
  const opened = await openSource(fsx, entry.path, maxFileBytes)
  if (!opened.ok) {
    told.end(entry.sizeBytes)
    return refuse(opened.code)
  }
  const source = opened.value
  try {
    if (!(await fits(objects, source.sizeBytes))) return refuse('disk-full')
    const stored = await objects.store(source.read(told.read), signal)
    if (!stored.ok) return refuse(intakeCodeOf(stored, source.failure()))
    const { sha256, sizeBytes } = stored.value
    return { state: 'stored', name, sha256, sizeBytes, modifiedAt: source.modifiedAt }
  } finally {
    told.end(entry.sizeBytes)
    await source.close()
  }
}

/** Keeps bytes that are in memory already: a pasted picture. */
export async function storeBytes(
  parts: StoreEntryParts,
  name: string,
  bytes: Uint8Array
): Promise<StoredEntry> {
  const { objects, signal, progress, maxFileBytes } = parts
  const refuse = (code: IntakeFailure): StoredEntry => ({ state: 'refused', name, code })
  if (bytes.length === 0) return refuse('empty-file')
  if (bytes.length > maxFileBytes) return refuse('too-large')
  if (!(await fits(objects, bytes.length))) return refuse('disk-full')
  const told = progress.begin(name)
  const stored = await objects.store(once(bytes), signal)
  told.end(bytes.length)
  if (!stored.ok) return refuse(intakeCodeOf(stored, 'read-failed'))
  const { sha256, sizeBytes } = stored.value
  return { state: 'stored', name, sha256, sizeBytes, modifiedAt: null }
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}

async function fits(objects: ObjectStore, sizeBytes: number): Promise<boolean> {
  const freeBytes = await objects.freeBytes()
  return freeBytes === null || freeBytes >= sizeBytes * OVERHEAD_FACTOR + RESERVE_BYTES
}

function intakeCodeOf(failure: StoreFailure, ofSource: IntakeFailure): IntakeFailure {
  if (failure.code === 'source-failed') return ofSource
  // "No permission" would send the user to the chosen file; it is the vault that refuses.
  return failure.code === 'no-permission' ? 'vault-failed' : failure.code
}
