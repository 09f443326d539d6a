import { setTimeout as sleep } from 'node:timers/promises'
import type { Fsx } from './fsx.ts'

/** On Windows a scanner or indexer that looks at a new file makes these calls fail for a moment. */
const PASSING: readonly unknown[] = ['EPERM', 'EACCES', 'EBUSY']
/** Together just under ten seconds: longer than any scan of a file, shorter than a user's patience with a failure. */
const WAITS_MS = [10, 20, 40, 80, 160, 320, 640, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000]

/** The same disk, except that calls on names are tried again for a while when something else holds the file. */
export function patientFsx(fsx: Fsx, waitsMs: readonly number[] = WAITS_MS): Fsx {
  async function patiently<Value>(call: () => Promise<Value>): Promise<Value> {
    for (const waitMs of waitsMs) {
      try {
        return await call()
      } catch (error) {
        if (!(error instanceof Error) || !('code' in error) || !PASSING.includes(error.code)) throw error
        await sleep(waitMs)
      }
    }
    return call()
  }

  return {
    ...fsx,
    link: (existing, fresh) => patiently(() => fsx.link(existing, fresh)),
    rename: (from, to) => patiently(() => fsx.rename(from, to)),
    unlink: (path) => patiently(() => fsx.unlink(path))
  }
}
