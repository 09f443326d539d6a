import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, rmSync, statfsSync, statSync } from 'node:fs'
import { freemem, tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { onTestFinished } from 'vitest'
import { beginDossier, type Dossier } from '../../../src/shared/domain/dossier.ts'
import { addExhibits } from '../../../src/shared/domain/dossier-edit.ts'
import type { DossierHome, ObjectStore } from '../../../src/main/dossier-home.ts'
import { openVault, type Vault, type VaultOptions } from '../../../src/main/vault/vault.ts'
import { done } from '../../../src/shared/domain/result.ts'

export const NOW = '2026-03-01T10:00:00.000Z'
export const now = () => NOW

/** A folder of its own for one test, removed when the test ends. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'closeout-vault-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export function newDossier(id: string = randomUUID()): Dossier {
  return beginDossier(
    id,
    {
      operator: { id: 'mts', name: 'МТС' },
      phoneNumber: '+79160000000',
      subscriber: { latin: 'SPECIMEN ANNA', cyrillic: 'ОБРАЗЕЦ АННА', chinese: '样本安娜' },
      contractNumber: '000-SPECIMEN',
      isSpecimen: true
    },
    NOW
  )
}

export async function* chunksOf(...chunks: readonly (string | Uint8Array)[]): AsyncIterable<Uint8Array> {
  for (const chunk of chunks) yield Buffer.from(chunk)
}

export function sha256Of(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** The value of a result that must be good. */
export function must<Value>(
  result: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly code: string }
): Value {
  if (!result.ok) throw new Error(`expected a value, got ${result.code}`)
  return result.value
}

export async function openOwn(folder: string, options: Partial<VaultOptions> = {}): Promise<Vault> {
  const vault = must(await openVault(folder, { now, ...options }))
  onTestFinished(() => vault.close())
  return vault
}

/** Stores bytes and names them in the dossier, as intake does. */
export async function attach(
  home: DossierHome,
  bytes: string | Uint8Array,
  name = 'счёт.pdf'
): Promise<string> {
  const { sha256, sizeBytes } = must(await home.objects.store(chunksOf(bytes)))
  must(await home.change((dossier) => done(withFile(dossier, sha256, sizeBytes, name))))
  return sha256
}

export function withFile(
  dossier: Dossier,
  sha256: string,
  sizeBytes: number,
  originalName = 'счёт.pdf'
): Dossier {
  const file = {
    sha256,
    sizeBytes,
    originalName,
    mediaType: 'application/octet-stream',
    pages: null,
    pixels: null,
    fileModifiedAt: null
  }
  const arrived = {
    id: randomUUID(),
    category: 'B' as const,
    caption: 'SPECIMEN',
    madeOn: null,
    proves: [],
    file
  }
  return addExhibits(dossier, [arrived], NOW)
}

export async function bytesOf(objects: ObjectStore, sha256: string): Promise<Buffer> {
  const original = must(await objects.open(sha256))
  const chunks: Buffer[] = []
  for await (const chunk of original.stream()) chunks.push(chunk)
  await original.close()
  return Buffer.concat(chunks)
}

/** Every file below a folder, as paths relative to it. */
export function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => relative(folder, path))
    .toSorted()
}

/** As `freshFolder`, in memory where there is room: for tests of many writes that prove nothing about a disk. */
export function freshFolderInMemory(neededBytes = 256 * 1024 * 1024): string {
  const folder = mkdtempSync(join(hasMemory(neededBytes) ? '/dev/shm' : tmpdir(), 'closeout-vault-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

function hasMemory(neededBytes: number): boolean {
  if (!existsSync('/dev/shm')) return false
  const { bavail, bsize } = statfsSync('/dev/shm')
  return bavail * bsize > neededBytes && freemem() > neededBytes * 2
}
