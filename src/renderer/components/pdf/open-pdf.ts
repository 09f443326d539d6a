import type { Result } from '../../../shared/domain/result.ts'

export interface PdfSource {
  /** A `vault://` address that answers byte ranges. */
  readonly url: string
  readonly sizeBytes: number
}

export interface PageSize {
  /** In PDF points as shown, turned by the page's own rotation. */
  readonly width: number
  readonly height: number
}

export interface DrawRequest {
  readonly pageNumber: number
  readonly canvas: HTMLCanvasElement
  /** CSS pixels for a PDF point. */
  readonly cssScale: number
  readonly deviceScale: number
  readonly signal: AbortSignal
}

/** One opened document. Pages count from 1. */
export interface OpenPdf {
  readonly pageCount: number
  readonly sizeOf: (pageNumber: number) => Promise<PageSize>
  /** false = it was cancelled before the page was complete. */
  readonly draw: (request: DrawRequest) => Promise<boolean>
  readonly textOf: (pageNumber: number) => Promise<string>
  /** Lets go of what was kept for a page that is no longer near. */
  readonly forget: (pageNumber: number) => Promise<void>
  readonly close: () => void
}

export type PdfTrouble = 'pdf-encrypted' | 'pdf-broken'
export type OpenedPdf = Result<OpenPdf, { readonly code: PdfTrouble | 'cancelled' }>

/** The engine is 2 MB of script: it is fetched with the first PDF, not with the window. */
export async function openPdf(source: PdfSource, signal: AbortSignal): Promise<OpenedPdf> {
  const engine = await import('./pdf-engine.ts')
  return engine.openPdf(source, signal)
}
