import type { PackEstimate } from '../../../shared/domain/pack-estimate.ts'
import { filesOf, type PackRecord } from '../../../shared/domain/pack-record.ts'

/** How large a pack gets, whoever found it out. */
export interface PackExtent {
  readonly pages: number
  /** The number printed on its first page. */
  readonly firstPage: number
  readonly sizeBytes: number
  /** Of each of its files. */
  readonly fileBytes: readonly number[]
}

/** As the preview has it. */
export function extentOfRecord(record: PackRecord): PackExtent {
  const { pages, firstPage, sizeBytes } = record
  return { pages, firstPage, sizeBytes, fileBytes: filesOf(record).map((file) => file.sizeBytes) }
}

/** As it is estimated. */
export function extentOfEstimate({ pages, sizeBytes, files }: PackEstimate): PackExtent {
  const firstPage = Math.min(...files.map((file) => file.firstPage))
  return { pages, firstPage, sizeBytes, fileBytes: files.map((file) => file.sizeBytes) }
}
