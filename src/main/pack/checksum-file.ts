import type { PackedFile } from '../../shared/domain/pack-record.ts'
import { isTaken } from './write/published-name.ts'
import { targetFailed } from './write/target-failure.ts'
import { TargetFile } from './write/target-file.ts'

export function checksumPath(packPath: string): string {
  return `${packPath}.sha256`
}

/** Whether something stands where the pack or its checksum is to go. */
export async function isPackTaken(path: string, hasChecksumFile: boolean): Promise<boolean> {
  return (await isTaken(path)) || (hasChecksumFile && (await isTaken(checksumPath(path))))
}

type ListedFile = Pick<PackedFile, 'fileName' | 'sha256'>

interface ChecksumWish {
  readonly path: string
  readonly files: readonly ListedFile[]
  readonly partialPath?: string | undefined
  readonly replace: boolean
}

/** Writes the SHA-256 of the pack's files beside it, as `sha256sum -c` reads it. @returns whether it is there */
export async function writeChecksumFile(wish: ChecksumWish): Promise<boolean> {
  const { path, files, partialPath, replace } = wish
  let file: TargetFile | null = null
  try {
    file = await TargetFile.create(path, partialPath)
    await file.append(Buffer.from(checksumLines(files), 'utf8'))
    await file.publish(replace)
    return true
  } catch (error) {
    await file?.discard()
    if (targetFailed(error) === null) throw error
    return false
  }
}

export function checksumLines(files: readonly ListedFile[]): string {
  return files.map(({ sha256, fileName }) => checksumLine(sha256, fileName)).join('')
}

/** A name with a backslash or a line break is written with escapes, and the line begins with a backslash. */
function checksumLine(sha256: string, fileName: string): string {
  const escaped = fileName.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r')
  return `${escaped === fileName ? '' : '\\'}${sha256}  ${escaped}\n`
}
