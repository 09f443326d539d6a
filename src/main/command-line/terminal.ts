import type { Instant } from '../../shared/domain/calendar.ts'
import type { ScreenLanguage } from '../../shared/domain/settings.ts'
import type { RendererFiles } from '../pack/render/page-renderer.ts'
import type { Words } from './words.ts'

/** What a command sees of the world around it. */
export interface Terminal {
  /** Standard output: what was asked for, nothing else. */
  readonly out: (line: string) => void
  /** Standard error: one sentence each. */
  readonly err: (sentence: string) => void
  readonly readInput: () => Promise<string>
  readonly language: ScreenLanguage
  readonly words: Words
  readonly now: () => Instant
  readonly signal: AbortSignal
  /** Holds `operators/`, `recipients/` and `sample/`. */
  readonly resourcesFolder: string
  readonly fontsFolder: string
  /** See `PackServices`. */
  readonly hashWorker?: string | undefined
  /** See `PackServices`. */
  readonly renderer?: RendererFiles | undefined
  readonly appVersion: string
}

export const EXIT = { done: 0, failed: 1, usage: 2 } as const
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

/** The command was written wrong: nothing was touched. */
export class UsageError extends Error {}
