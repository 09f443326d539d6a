import type { Instant } from './calendar.ts'

export const PACK_LANGUAGES = ['ru', 'zh-CN', 'en'] as const
export type PackLanguage = (typeof PACK_LANGUAGES)[number]

/** A pack that was exported: enough to recognise the file years later. */
export interface PackRecord {
  /** Printed in every page band, for example `CL-2026-0007`. */
  readonly code: string
  readonly madeAt: Instant
  readonly language: PackLanguage
  readonly fileName: string
  readonly pages: number
  readonly sizeBytes: number
  readonly sha256: string
}
