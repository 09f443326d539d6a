import type {
  Norm,
  NormChange,
  NormFault,
  NormResult,
  NormSilence
} from '../../../shared/domain/pack-norm.ts'
import type { ReadPack } from '../read-pack.ts'

/** What the app knows of the pack beside the file; a stranger's check knows its name only. */
export interface ExpectedPack {
  readonly fileName: string
  /** Numbers of the exhibits that were chosen, `B-3`; null = whatever the file itself lists. */
  readonly exhibits: readonly string[] | null
  /** Names what a pack made of the same dossier now would be made from; null = the dossier is not at hand. */
  readonly contents: string | null
}

/** Judges one norm on the finished file. */
export type NormCheck = (pack: ReadPack, expected: ExpectedPack) => NormResult

export function held(norm: Norm): NormResult {
  return { norm, state: 'held' }
}

export function notHeld(norm: Norm, why: NormFault, pages: readonly number[] = []): NormResult {
  return { norm, state: 'not-held', why, pages }
}

export function changed(norm: Norm, by: NormChange, pages: readonly number[] = []): NormResult {
  return { norm, state: 'changed', by, pages }
}

export function notAsked(norm: Norm, because: NormSilence): NormResult {
  return { norm, state: 'not-asked', because }
}

/** Held where no page is at fault. */
export function heldBut(norm: Norm, why: NormFault, pages: readonly number[]): NormResult {
  return pages.length === 0 ? held(norm) : notHeld(norm, why, pages)
}
