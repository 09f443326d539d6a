import { join } from 'node:path'
import { formatExhibitNumber, type Exhibit } from '../../shared/domain/exhibit.ts'
import { safeFileName } from '../../shared/domain/file-name.ts'

/** Names of BagIt 1.0 (RFC 8493, section 2). All stand beside each other at the top of the folder. */
export const TAG_FILES = ['bagit.txt', 'bag-info.txt', 'manifest-sha256.txt'] as const
export const MANIFEST = 'manifest-sha256.txt'
export const TAG_MANIFEST = 'tagmanifest-sha256.txt'
export const DOSSIER_PATH = 'data/dossier.json'
export const EXHIBITS_PATH = 'data/exhibits'
/** Our own workings while the folder is open; gone when it is closed. */
export const WORK_PATH = '.closeout'

/** What file managers leave behind on their own; it is never read. */
const LEFTOVERS = /^(\.DS_Store|Thumbs\.db|desktop\.ini)$/i

export function isLeftover(name: string): boolean {
  return LEFTOVERS.test(name)
}

/** Paths in a bag are written with `/` on every system. */
export function placeIn(folder: string, bagPath: string): string {
  return join(folder, ...bagPath.split('/'))
}

/**
 * `data/exhibits/B-3_schet.pdf`: unique by its number. Without `%`, which a manifest would have to escape in a
 * form that `sha256sum --check` does not know, and without halves of characters, which no file can be written with.
 */
export function exhibitPath({ number, file }: Exhibit): string {
  const whole = Buffer.from(file.originalName, 'utf8').toString('utf8')
  return `${EXHIBITS_PATH}/${formatExhibitNumber(number)}_${safeFileName(whole).replaceAll('%', '_')}`
}

/** Whether a manifest may name this path: the dossier, or an exhibit under a name that leads nowhere else. */
export function isPayloadPath(path: string): boolean {
  if (path === DOSSIER_PATH) return true
  const name = /^data\/exhibits\/[A-G]-[1-9]\d{0,5}_(.+)$/su.exec(path)?.[1]
  // Names as `safeFileName` makes them: no separators, no hidden characters, no names Windows reserves.
  return name !== undefined && !name.includes('%') && safeFileName(name) === name
}

/** Two paths that some disk would take for one: macOS and Windows ignore case, macOS also how accents are composed. */
export function foldPath(path: string): string {
  return path.normalize('NFC').toLowerCase()
}
