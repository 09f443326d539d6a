import { constants } from 'node:fs'
import type { Fsx } from '../fsx.ts'

/** No link is followed at the last step of a path. Windows has no such flag: there the folder is only the user's. */
export const READ_NO_FOLLOW = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)

/** All bytes of a small file, or null when it is no regular file or larger than the limit. */
export async function readSmallFile(fsx: Fsx, path: string, limitBytes: number): Promise<Buffer | null> {
  const file = await fsx.open(path, READ_NO_FOLLOW)
  try {
    const stat = await file.stat()
    if (!stat.isFile() || stat.size > BigInt(limitBytes)) return null
    const bytes = Buffer.alloc(Number(stat.size))
    let filled = 0
    while (filled < bytes.length) {
      const count = await file.read(bytes.subarray(filled), filled)
      if (count === 0) return null
      filled += count
    }
    return bytes
  } finally {
    await file.close()
  }
}
