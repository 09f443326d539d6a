import type { Fsx } from '../fsx.ts'

export interface DossierFile {
  readonly name: string
  readonly id: string
  readonly revision: number
}

export interface DossierNames {
  readonly byId: ReadonlyMap<string, readonly DossierFile[]>
  /** Names of files that are no dossier files. */
  readonly strangers: readonly string[]
}

/** What a change did to the folder. */
export interface NameChange {
  readonly added?: readonly string[]
  readonly removed?: readonly string[]
}

/**
 * The names in the folder of the dossiers. With ten thousand of them a listing takes some ten milliseconds, and every
 * opening and saving needs one: so the last one is kept for as long as the folder says that nobody changed it, and
 * follows the changes of this process.
 */
export interface DossierNameList {
  /** Listed now. Whatever is deleted for good is decided by this alone. */
  fresh(): Promise<DossierNames>
  /** As last listed. What another program changes within one tick of the folder's clock may be missed. */
  known(): Promise<DossierNames>
  /** The last listing turned out not to be true. */
  forget(): void
  /** Every change of this process to the folder runs in here. */
  changing(change: NameChange, deed: () => Promise<void>): Promise<void>
}

/** Lower-case only: on disks that ignore case two spellings would be one file. */
export function isDossierId(id: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(id)
}

export function parseDossierFileName(name: string): DossierFile | null {
  const match = /^([0-9a-f-]{36})\.([1-9]\d{0,14})$/.exec(name)
  const id = match?.[1] ?? ''
  return match !== null && isDossierId(id) ? { name, id, revision: Number(match[2]) } : null
}

interface Listing extends DossierNames {
  readonly byId: Map<string, readonly DossierFile[]>
  readonly changedAt: bigint
}

export function dossierNameList(fsx: Fsx, folder: string): DossierNameList {
  let kept: Listing | null = null
  let changes = 0

  const changedAt = async () => (await fsx.lstat(folder)).mtimeNs

  async function list(): Promise<Listing> {
    const before = changes
    // Asked first: what changes while the names are read makes this listing old.
    const listing: Listing = { changedAt: await changedAt(), byId: new Map(), strangers: [] }
    const strangers: string[] = []
    for (const { name } of await fsx.readdir(folder)) {
      if (parseDossierFileName(name) !== null) add(listing, name)
      // Hidden files are the file manager's own.
      else if (!name.startsWith('.')) strangers.push(name)
    }
    const complete = { ...listing, strangers }
    if (before === changes) kept = complete
    return complete
  }

  /** The listing that is kept, if the folder is still as it was then. */
  async function current(): Promise<Listing | null> {
    const last = kept
    return last !== null && last.changedAt === (await changedAt()) ? last : null
  }

  return {
    fresh: list,
    known: async () => (await current()) ?? list(),
    forget: () => {
      kept = null
    },
    async changing({ added = [], removed = [] }, deed) {
      const before = await current()
      kept = null
      changes += 1
      try {
        await deed()
      } finally {
        changes += 1
      }
      // The deed is done, whatever becomes of this: a folder that does not say when is listed anew.
      const at = await changedAt().catch(() => null)
      if (before === null || at === null) return
      for (const name of added) add(before, name)
      for (const name of removed) remove(before, name)
      kept = { ...before, changedAt: at }
    }
  }
}

function add({ byId }: Listing, name: string): void {
  const file = parseDossierFileName(name)
  if (file === null) return
  const others = (byId.get(file.id) ?? []).filter((one) => one.name !== name)
  byId.set(file.id, [...others, file])
}

function remove({ byId }: Listing, name: string): void {
  const file = parseDossierFileName(name)
  if (file === null) return
  const left = (byId.get(file.id) ?? []).filter((one) => one.name !== name)
  if (left.length > 0) byId.set(file.id, left)
  else byId.delete(file.id)
}
