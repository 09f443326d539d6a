import { readSync, type BigIntStats, type Dirent } from 'node:fs'
import {
  link,
  lstat,
  mkdir,
  open,
  readdir,
  realpath,
  rename,
  rmdir,
  statfs,
  unlink,
  utimes
} from 'node:fs/promises'
import { patientFsx } from './patient-fsx.ts'

export type FsxStat = BigIntStats

/** An open file. Reads name their position; writes append. Both may do less than asked. */
export interface FsxFile {
  read(into: Uint8Array, position: number): Promise<number>
  /** Left out where nobody reads whole documents. */
  readSync?(into: Uint8Array, position: number): number
  write(bytes: Uint8Array): Promise<number>
  sync(): Promise<void>
  stat(): Promise<FsxStat>
  close(): Promise<void>
}

/**
 * The file-system calls evidence depends on, one method per system call, so that a test can let each of them
 * fail, record their order, or cut the power after any of them.
 */
export interface Fsx {
  open(path: string, flags: string | number, mode?: number): Promise<FsxFile>
  mkdir(path: string, mode: number): Promise<void>
  readdir(path: string): Promise<readonly Dirent[]>
  lstat(path: string): Promise<FsxStat>
  realpath(path: string): Promise<string>
  link(existing: string, fresh: string): Promise<void>
  rename(from: string, to: string): Promise<void>
  unlink(path: string): Promise<void>
  rmdir(path: string): Promise<void>
  /** Sets both times of a file: the sign of life of a lock. */
  touch(path: string, at: Date): Promise<void>
  freeBytes(path: string): Promise<number>
}

const plainFsx: Fsx = {
  async open(path, flags, mode) {
    const handle = await open(path, flags, mode)
    return {
      read: async (into, position) => (await handle.read(into, 0, into.length, position)).bytesRead,
      readSync: (into, position) => readSync(handle.fd, into, 0, into.length, position),
      write: async (bytes) => (await handle.write(bytes, 0, bytes.length, null)).bytesWritten,
      sync: () => handle.sync(),
      stat: () => handle.stat({ bigint: true }),
      close: () => handle.close()
    }
  },
  mkdir: async (path, mode) => {
    await mkdir(path, { mode })
  },
  readdir: (path) => readdir(path, { withFileTypes: true }),
  lstat: (path) => lstat(path, { bigint: true }),
  realpath: (path) => realpath(path),
  link,
  rename,
  unlink,
  rmdir,
  touch: (path, at) => utimes(path, at, at),
  freeBytes: async (path) => {
    const { bavail, bsize } = await statfs(path)
    return bavail * bsize
  }
}

/** The real disk. */
export const nodeFsx: Fsx = process.platform === 'win32' ? patientFsx(plainFsx) : plainFsx
