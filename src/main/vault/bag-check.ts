import type { FolderFailure } from '../../shared/bridge/contract.ts'
import type { Dossier } from '../../shared/domain/dossier.ts'
import { formatExhibitNumber, type Exhibit } from '../../shared/domain/exhibit.ts'
import { done, failed, type Result } from '../../shared/domain/result.ts'
import type { Fsx } from '../fsx.ts'
import {
  DOSSIER_PATH,
  EXHIBITS_PATH,
  foldPath,
  isLeftover,
  MANIFEST,
  placeIn,
  TAG_FILES,
  TAG_MANIFEST
} from './bag-layout.ts'
import {
  isOurBagIt,
  parsePayloadManifest,
  parseTagManifest,
  sha256Of,
  type Manifest
} from './bag-manifest.ts'
import { decodeDossier } from './dossier-codec.ts'
import { plainDoor } from './door.ts'
import { isRealFolder } from './folders.ts'
import { openObjectFile, verifyOriginal } from './object-file.ts'
import { isThere } from './publish.ts'
import { readSmallFile } from './small-file.ts'
import { systemCodeOf, vaultFailureOf } from './vault-failure.ts'

const LARGEST_TAG_BYTES = 16 * 1024 * 1024
const LARGEST_DOSSIER_BYTES = 128 * 1024 * 1024

/** A bag as its own files describe it. */
export interface ReadBag {
  readonly dossier: Dossier
  readonly manifest: Manifest
  /** Where each exhibit lies, as a path in the bag. */
  readonly paths: ReadonlyMap<Exhibit, string>
}

type BagResult<Value> = Result<Value, FolderFailure>

/** Thrown inside this file only, to leave nested checks with a code. */
class BagProblem extends Error {
  constructor(readonly code: FolderFailure['code']) {
    super(code)
  }
}

/**
 * Reads the tag files and the dossier, each against its checksum; the exhibits' bytes are not read.
 * @param known the bag as it was read before: a dossier of the same bytes is the same dossier
 */
export function readBag(fsx: Fsx, folder: string, known?: ReadBag): Promise<BagResult<ReadBag>> {
  return coded(() => read(fsx, folder, known))
}

/** Reads everything: complete and valid in the sense of RFC 8493, and nothing there that is not listed. */
export function checkBag(fsx: Fsx, folder: string): Promise<BagResult<ReadBag>> {
  return coded(async () => {
    const bag = await read(fsx, folder)
    await refuseUnlisted(fsx, folder, bag.manifest)
    for (const [exhibit, path] of bag.paths) await checkExhibit(fsx, placeIn(folder, path), exhibit)
    return bag
  })
}

async function coded<Value>(deed: () => Promise<Value>): Promise<BagResult<Value>> {
  try {
    return done(await deed())
  } catch (error) {
    if (error instanceof BagProblem) return failed({ code: error.code })
    return vaultFailureOf(error)
  }
}

async function read(fsx: Fsx, folder: string, known?: ReadBag): Promise<ReadBag> {
  for (const part of ['', 'data', EXHIBITS_PATH]) {
    if (!(await isRealFolder(fsx, placeIn(folder, part)))) throw new BagProblem('not-a-dossier')
  }
  if (!isOurBagIt(await readTag(fsx, folder, 'bagit.txt', 'not-a-dossier')))
    throw new BagProblem('not-a-dossier')
  // A list of files to be fetched from elsewhere: nothing is ever fetched.
  if (await isThere(fsx, placeIn(folder, 'fetch.txt'))) throw new BagProblem('not-a-dossier')
  const tags = parseTagManifest(await readTag(fsx, folder, TAG_MANIFEST))
  if (tags === null || tags.size !== TAG_FILES.length) throw new BagProblem('not-a-dossier')
  for (const [name, sha256] of tags) {
    if (sha256Of(await readTag(fsx, folder, name)) !== sha256) throw new BagProblem('bag-changed')
  }
  const manifest = parsePayloadManifest(await readTag(fsx, folder, MANIFEST))
  if (manifest === null) throw new BagProblem('not-a-dossier')
  const dossier = await readDossier(fsx, folder, manifest, known)
  return { dossier, manifest, paths: pathsOf(dossier, manifest) }
}

async function readDossier(
  fsx: Fsx,
  folder: string,
  manifest: Manifest,
  known: ReadBag | undefined
): Promise<Dossier> {
  const bytes = await readTag(fsx, folder, DOSSIER_PATH, 'bag-incomplete', LARGEST_DOSSIER_BYTES)
  const sha256 = sha256Of(bytes)
  if (sha256 !== manifest.get(DOSSIER_PATH)) throw new BagProblem('bag-changed')
  if (sha256 === known?.manifest.get(DOSSIER_PATH)) return known.dossier
  const dossier = decodeDossier(bytes)
  if (dossier === null) throw new BagProblem('not-a-dossier')
  return dossier
}

/** One payload file for every exhibit, under its number and with its bytes; and none besides. */
function pathsOf(dossier: Dossier, manifest: Manifest): ReadonlyMap<Exhibit, string> {
  const byNumber = new Map<string, string>()
  for (const path of manifest.keys()) {
    const number = /^data\/exhibits\/([A-G]-\d+)_/.exec(path)?.[1]
    if (number !== undefined) byNumber.set(number, path)
  }
  const paths = new Map<Exhibit, string>()
  for (const exhibit of dossier.exhibits) {
    const path = byNumber.get(formatExhibitNumber(exhibit.number))
    if (path === undefined) throw new BagProblem('bag-incomplete')
    if (manifest.get(path) !== exhibit.file.sha256) throw new BagProblem('bag-changed')
    paths.set(exhibit, path)
  }
  const isOneToOne = paths.size === manifest.size - 1 && new Set(paths.values()).size === paths.size
  if (!isOneToOne) throw new BagProblem('not-a-dossier')
  return paths
}

async function readTag(
  fsx: Fsx,
  folder: string,
  bagPath: string,
  ifMissing: FolderFailure['code'] = 'bag-incomplete',
  limitBytes = LARGEST_TAG_BYTES
): Promise<Buffer> {
  try {
    const bytes = await readSmallFile(fsx, placeIn(folder, bagPath), limitBytes)
    if (bytes !== null) return bytes
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') throw new BagProblem(ifMissing)
    if (systemCodeOf(error) !== 'ELOOP') throw error
  }
  throw new BagProblem('not-a-dossier')
}

async function refuseUnlisted(fsx: Fsx, folder: string, manifest: Manifest): Promise<void> {
  const listed = new Set([...manifest.keys()].map(foldPath))
  for (const parent of ['data', EXHIBITS_PATH]) {
    for (const entry of await fsx.readdir(placeIn(folder, parent))) {
      const path = `${parent}/${entry.name}`
      if (path === EXHIBITS_PATH || isLeftover(entry.name)) continue
      if (!entry.isFile()) throw new BagProblem('not-a-dossier')
      if (!listed.has(foldPath(path))) throw new BagProblem('bag-changed')
    }
  }
}

async function checkExhibit(fsx: Fsx, path: string, { file }: Exhibit): Promise<void> {
  const verified = await verifyOriginal(await openObjectFile({ fsx, door: plainDoor }, path), file.sha256)
  if (!verified.ok)
    throw new BagProblem(verified.code === 'object-missing' ? 'bag-incomplete' : 'bag-changed')
  if (verified.value.sizeBytes !== file.sizeBytes) throw new BagProblem('bag-changed')
}
