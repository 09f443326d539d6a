import { settleTexts } from './unsaved-texts.ts'

/** Fields whose last keystrokes have not been sent to main yet. */
const pending = new Set<() => void>()
/** Saves main has not answered yet. */
const running = new Set<Promise<unknown>>()

/** Registers what to send should the window close now. @returns the way out */
export function holdPending(flush: () => void): () => void {
  pending.add(flush)
  return () => pending.delete(flush)
}

/** Keeps account of a save until it has ended. @returns the same promise */
export function holdSave<Answer>(save: Promise<Answer>): Promise<Answer> {
  running.add(save)
  const release = () => running.delete(save)
  save.then(release, release)
  return save
}

/** Sends everything that waits. A message to main is on its way once asked, so this works while the page is closing. */
export function flushPending(): void {
  for (const flush of [...pending]) flush()
}

/** Sends everything that waits, and ends when every save has been answered and every draft is on the disk. */
export async function settlePending(): Promise<void> {
  flushPending()
  while (running.size > 0) await Promise.allSettled([...running])
  await settleTexts()
}
