import type { Drafts } from '../db/drafts.ts'

/** Text typed but not saved, by the name of its field. Read at once, written behind. */
const unsaved = new Map<string, string>()
/** What the drafts on the disk do not say yet. */
let behind = new Map<string, string | null>()
let drafts: Drafts | null = null
let writing: Promise<void> | null = null

/** Brings back what was typed before the app ended without saving it. To be called once, before the first screen. */
export async function restoreUnsaved(from: Drafts): Promise<void> {
  drafts = from
  try {
    for (const [name, text] of await from.readAll()) if (!unsaved.has(name)) unsaved.set(name, text)
  } catch {
    // Without its drafts the app still works; without the app there is nothing.
  }
}

export function unsavedText(name: string): string | undefined {
  return unsaved.get(name)
}

export function keepText(name: string, text: string): void {
  if (unsaved.get(name) === text) return
  unsaved.set(name, text)
  behind.set(name, text)
  void settleTexts()
}

export function forgetText(name: string): void {
  if (!unsaved.delete(name)) return
  behind.set(name, null)
  void settleTexts()
}

/** Forgets what was typed into a dossier that is no more. */
export function forgetTextsOf(dossierId: string): void {
  for (const name of [...unsaved.keys()]) if (name.startsWith(`${dossierId}/`)) forgetText(name)
}

/** Ends when everything kept or forgotten so far is on the disk. While one write runs, the next ones gather. */
export async function settleTexts(): Promise<void> {
  while (drafts !== null && behind.size > 0) {
    if (writing === null) writing = writeBehind(drafts)
    await writing
  }
  await writing
}

async function writeBehind(into: Drafts): Promise<void> {
  const changes = behind
  behind = new Map()
  try {
    await into.write(changes)
  } catch {
    // Drafts are the second net: a full disk must not take the field away that is being typed into.
  } finally {
    writing = null
  }
}

/** Forgets everything, the disk included; for tests. */
export function forgetEveryText(): void {
  unsaved.clear()
  behind.clear()
  drafts = null
}
