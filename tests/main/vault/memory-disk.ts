import { dirname } from 'node:path'
import type { Dirent } from 'node:fs'
import type { Fsx, FsxFile, FsxStat } from '../../../src/main/fsx.ts'

interface MemoryFile {
  readonly kind: 'file'
  readonly inode: number
  bytes: Buffer
  /** What a power cut leaves for sure: the bytes of the last sync. */
  synced: Buffer
  at: number
}
interface MemoryFolder {
  readonly kind: 'folder'
  readonly inode: number
}
type Node = MemoryFile | MemoryFolder
type Names = Map<string, Node>

/** A change of names that no sync of its folders has made safe yet. */
interface NameChange {
  readonly folders: readonly string[]
  readonly apply: (names: Names) => void
}

/** Which safety the disk pretends to give without giving it: each is a mistake the tests must find. */
export interface Betrayals {
  /** Files whose `sync` does nothing. */
  readonly fileSync?: (path: string) => boolean
  /** Folders whose `sync` does nothing. */
  readonly folderSync?: (path: string) => boolean
  /** Removing is safe at once, while everything else still waits. */
  readonly eagerUnlink?: boolean
  /** Files that get their final name before their bytes are safe. */
  readonly lateFileSync?: boolean
}

/**
 * A disk as POSIX promises it and no better: bytes are safe after `sync` of the file, names after `sync` of their
 * folder, and of everything else a power cut keeps any part, in any order of names, torn at any block.
 */
export class MemoryDisk {
  private names: Names
  private safe: Names
  private waiting: NameChange[] = []
  private inodes = 1

  constructor(
    names: Names = new Map(),
    private readonly betrayals: Betrayals = {},
    private readonly onChange: (disk: MemoryDisk) => void = () => undefined
  ) {
    this.names = names
    this.safe = new Map(names)
    this.inodes = names.size + 1
  }

  /** What the next start may find if the power goes now. */
  afterPowerCut(random: () => number): MemoryDisk {
    const names: Names = new Map(this.safe)
    const mood = random()
    for (const change of this.waiting) if (mood < 0.2 || (mood < 0.8 && random() < 0.5)) change.apply(names)
    const found: Names = new Map()
    for (const [path, node] of [...names].toSorted(([a], [b]) => a.length - b.length)) {
      if (path !== '/vault' && found.get(dirname(path))?.kind !== 'folder') continue
      found.set(path, node.kind === 'folder' ? node : { ...node, ...sameBytes(survivors(node, random)) })
    }
    return new MemoryDisk(found)
  }

  /** The same disk after the process alone died. */
  afterKill(betrayals: Betrayals, onChange: (disk: MemoryDisk) => void): MemoryDisk {
    const twin = new MemoryDisk(this.names, betrayals, onChange)
    twin.safe = this.safe
    twin.waiting = this.waiting
    twin.inodes = this.inodes
    return twin
  }

  readonly fsx: Fsx = {
    open: async (path, flags) => this.open(path, flags),
    mkdir: async (path) => {
      if (this.names.has(path)) throw coded('EEXIST')
      this.rename([dirname(path)], { kind: 'folder', inode: this.inodes++ }, path)
    },
    readdir: async (path) => {
      if (this.names.get(path)?.kind !== 'folder') throw coded('ENOENT')
      return [...this.names].filter(([name]) => dirname(name) === path && name !== path).map(direntOf)
    },
    lstat: async (path) => statOf(this.find(path)),
    realpath: async (path) => {
      this.find(path)
      return path
    },
    link: async (existing, fresh) => {
      const node = this.find(existing)
      if (this.names.has(fresh)) throw coded('EEXIST')
      this.rename([dirname(fresh)], node, fresh)
    },
    rename: async (from, to) => {
      const node = this.find(from)
      this.change([dirname(from), dirname(to)], (names) => {
        if (names.get(from) === node) names.delete(from)
        names.set(to, node)
      })
    },
    unlink: async (path) => {
      const node = this.find(path)
      const remove = (names: Names) => {
        if (names.get(path) === node) names.delete(path)
      }
      if (this.betrayals.eagerUnlink === true) remove(this.safe)
      this.change([dirname(path)], remove)
    },
    rmdir: async (path) => {
      this.find(path)
      if ([...this.names.keys()].some((name) => dirname(name) === path)) throw coded('ENOTEMPTY')
      this.change([dirname(path)], (names) => void names.delete(path))
    },
    touch: async () => undefined,
    freeBytes: async () => 1e12
  }

  private open(path: string, flags: string | number): FsxFile {
    if (flags === 'wx') {
      if (this.names.has(path)) throw coded('EEXIST')
      if (this.names.get(dirname(path))?.kind !== 'folder') throw coded('ENOENT')
      const fresh: MemoryFile = {
        kind: 'file',
        inode: this.inodes++,
        ...sameBytes(Buffer.alloc(0)),
        at: Date.now()
      }
      this.rename([dirname(path)], fresh, path)
    }
    const node = this.find(path)
    return {
      read: async (into, position) => (node.kind === 'file' ? node.bytes.copy(into, 0, position) : 0),
      write: async (bytes) => {
        if (node.kind === 'file') node.bytes = Buffer.concat([node.bytes, bytes])
        this.onChange(this)
        return bytes.length
      },
      sync: async () => {
        if (node.kind === 'folder') this.syncFolder(path)
        else if (this.betrayals.fileSync?.(path) !== true && this.betrayals.lateFileSync !== true)
          node.synced = node.bytes
        this.onChange(this)
      },
      stat: async () => statOf(node),
      close: async () => undefined
    }
  }

  private syncFolder(path: string): void {
    if (this.betrayals.folderSync?.(path) === true) return
    const done = this.waiting.filter((change) => change.folders.includes(path))
    for (const change of done) change.apply(this.safe)
    this.waiting = this.waiting.filter((change) => !done.includes(change))
    if (this.betrayals.lateFileSync !== true) return
    for (const [name, node] of this.names)
      if (dirname(name) === path && node.kind === 'file') node.synced = node.bytes
  }

  private rename(folders: readonly string[], node: Node, path: string): void {
    this.change(folders, (names) => void names.set(path, node))
  }

  private change(folders: readonly string[], apply: (names: Names) => void): void {
    apply(this.names)
    this.waiting = [...this.waiting, { folders, apply }]
    this.onChange(this)
  }

  private find(path: string): Node {
    const node = this.names.get(path)
    if (node === undefined) throw coded('ENOENT')
    return node
  }
}

/** All of it, only what was synced, cut at a block of 512, or the right length with zeros for what did not arrive. */
function survivors({ bytes, synced }: MemoryFile, random: () => number): Buffer {
  if (bytes.equals(synced)) return bytes
  const choice = Math.floor(random() * 4)
  if (choice === 0) return synced
  if (choice === 1) return bytes
  const cut = Math.max(synced.length, Math.floor((random() * bytes.length) / 512) * 512)
  const kept = bytes.subarray(0, cut)
  return choice === 2 ? kept : Buffer.concat([kept, Buffer.alloc(bytes.length - cut)])
}

function sameBytes(bytes: Buffer): { readonly bytes: Buffer; readonly synced: Buffer } {
  return { bytes, synced: bytes }
}

function coded(code: string): Error {
  return Object.assign(new Error(code), { code })
}

function direntOf([path, node]: [string, Node]): Dirent {
  const name = path.slice(dirname(path).length + 1)
  return {
    name,
    isDirectory: () => node.kind === 'folder',
    isFile: () => node.kind === 'file'
  } as unknown as Dirent
}

function statOf(node: Node): FsxStat {
  const at = node.kind === 'file' ? node.at : 0
  return {
    dev: 1n,
    ino: BigInt(node.inode),
    size: BigInt(node.kind === 'file' ? node.bytes.length : 0),
    mtimeMs: BigInt(at),
    mtimeNs: BigInt(at) * 1_000_000n,
    isFile: () => node.kind === 'file',
    isDirectory: () => node.kind === 'folder',
    isSymbolicLink: () => false
  } as unknown as FsxStat
}
