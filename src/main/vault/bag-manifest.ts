import { createHash } from 'node:crypto'
import type { Instant } from '../../shared/domain/calendar.ts'
import type { Dossier } from '../../shared/domain/dossier.ts'
import { encodeDossier } from './dossier-codec.ts'
import {
  DOSSIER_PATH,
  exhibitPath,
  foldPath,
  isPayloadPath,
  MANIFEST,
  TAG_FILES,
  TAG_MANIFEST
} from './bag-layout.ts'

/** Path in the bag -> SHA-256. */
export type Manifest = ReadonlyMap<string, string>

const BAGIT_TEXT = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'

/** Every file of a bag except the exhibits, by its path in the bag. */
export function tagFilesOf(dossier: Dossier, at: Instant): ReadonlyMap<string, Buffer> {
  const dossierBytes = encodeDossier(dossier, 2)
  const payload = new Map(dossier.exhibits.map((one) => [exhibitPath(one), one.file.sha256]))
  payload.set(DOSSIER_PATH, sha256Of(dossierBytes))
  const octets = dossier.exhibits.reduce((sum, { file }) => sum + file.sizeBytes, dossierBytes.length)
  const bagInfo = [
    'Bag-Software-Agent: Closeout',
    `Bagging-Date: ${at.slice(0, 10)}`,
    `External-Identifier: ${dossier.id}`,
    `Payload-Oxum: ${octets}.${payload.size}`
  ]
  const tags = new Map([
    ['bagit.txt', Buffer.from(BAGIT_TEXT)],
    ['bag-info.txt', Buffer.from(`${bagInfo.join('\n')}\n`)],
    [MANIFEST, formatManifest(payload)]
  ])
  const tagHashes = new Map([...tags].map(([name, bytes]) => [name, sha256Of(bytes)]))
  return new Map([[DOSSIER_PATH, dossierBytes], ...tags, [TAG_MANIFEST, formatManifest(tagHashes)]])
}

/** The form `sha256sum --check` reads. */
function formatManifest(manifest: Manifest): Buffer {
  const lines = [...manifest].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return Buffer.from(lines.map(([path, sha256]) => `${sha256}  ${path}\n`).join(''))
}

/** The payload manifest; null when any line is not of the form this app writes, or two could be the same file. */
export function parsePayloadManifest(bytes: Uint8Array): Manifest | null {
  return parseManifest(bytes, isPayloadPath)
}

export function parseTagManifest(bytes: Uint8Array): Manifest | null {
  const names: readonly string[] = TAG_FILES
  return parseManifest(bytes, (path) => names.includes(path))
}

function parseManifest(bytes: Uint8Array, isExpected: (path: string) => boolean): Manifest | null {
  const text = decodeText(bytes)
  if (text === null) return null
  const found = new Map<string, string>()
  const folded = new Set<string>()
  for (const line of text.split(/\r?\n/)) {
    if (line === '') continue
    const [, sha256, path] = /^([0-9a-f]{64})[ \t]+\*?(.+)$/isu.exec(line) ?? []
    if (sha256 === undefined || path === undefined || !isExpected(path)) return null
    if (folded.has(foldPath(path))) return null
    folded.add(foldPath(path))
    found.set(path, sha256.toLowerCase())
  }
  return found
}

/** Whether `bagit.txt` says that we can read the rest. */
export function isOurBagIt(bytes: Uint8Array): boolean {
  const text = decodeText(bytes)
  return text !== null && /^BagIt-Version: 1\.0\r?\nTag-File-Character-Encoding: UTF-8\r?\n?$/.test(text)
}

function decodeText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
