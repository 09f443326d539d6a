import { nodeFsx, type Fsx, type FsxFile } from '../../../src/main/fsx.ts'

/** Which call fails, counted from arming, and whether the disk recovers afterwards. */
export interface Fault {
  readonly at: number
  readonly code: string
  readonly lasting: boolean
}

export interface FaultyDisk {
  readonly fsx: Fsx
  arm(fault: Fault): void
  /** @returns how many calls there were since arming */
  disarm(): number
  openFiles(): number
}

/** The real disk, except that one chosen call, or every call from it on, answers with an error. */
export function faultyDisk(): FaultyDisk {
  let fault: Fault | null = null
  let calls = 0
  let open = 0

  function mayFail(): void {
    if (fault === null) return
    calls += 1
    if (calls === fault.at || (fault.lasting && calls > fault.at)) {
      throw Object.assign(new Error(`${fault.code}: injected`), { code: fault.code })
    }
  }

  const failing =
    <Args extends readonly unknown[], Value>(call: (...args: Args) => Promise<Value>) =>
    async (...args: Args): Promise<Value> => {
      mayFail()
      return call(...args)
    }

  function fileOf(file: FsxFile): FsxFile {
    let isFirst = true
    return {
      read: failing(file.read),
      // A disk may take a part before it refuses the rest.
      write: failing((bytes) => {
        const part = isFirst ? bytes.subarray(0, Math.ceil(bytes.length / 2)) : bytes
        isFirst = false
        return file.write(part)
      }),
      sync: failing(file.sync),
      stat: failing(file.stat),
      // The system frees the handle also where it reports an error.
      close: async () => {
        open -= 1
        await file.close()
        mayFail()
      }
    }
  }

  const fsx: Fsx = {
    open: failing(async (path, flags, mode) => {
      const file = await nodeFsx.open(path, flags, mode)
      open += 1
      return fileOf(file)
    }),
    mkdir: failing(nodeFsx.mkdir),
    readdir: failing(nodeFsx.readdir),
    lstat: failing(nodeFsx.lstat),
    realpath: failing(nodeFsx.realpath),
    link: failing(nodeFsx.link),
    rename: failing(nodeFsx.rename),
    unlink: failing(nodeFsx.unlink),
    rmdir: failing(nodeFsx.rmdir),
    touch: failing(nodeFsx.touch),
    freeBytes: failing(nodeFsx.freeBytes)
  }
  return {
    fsx,
    arm: (next) => {
      calls = 0
      fault = next
    },
    disarm: () => {
      fault = null
      return calls
    },
    openFiles: () => open
  }
}
