import {
  AnnotationMode,
  getDocument,
  PDFDataRangeTransport,
  PDFWorker,
  RenderingCancelledException,
  type PDFDocumentProxy,
  type PDFPageProxy
} from 'pdfjs-dist/legacy/build/pdf.mjs'
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'
import { done, failed } from '../../../shared/domain/result.ts'
import { readRange } from './read-range.ts'
import type { OpenedPdf, OpenPdf, PdfSource } from './open-pdf.ts'

/** Where `electron.vite.config.ts` puts the files the engine asks for by name. */
const ENGINE_FILES = new URL('pdfjs/', document.baseURI).href

/** Bytes per read. The engine's own 64 kB makes hundreds of requests of one scanned page. */
const CHUNK_BYTES = 262_144

/** A picture of more pixels inside a PDF stays blank: decoded it would need over 800 MB. */
const LARGEST_IMAGE_PIXELS = 200_000_000

/** A canvas of more pixels is drawn coarser and stretched: at 4 bytes each, 64 MB a page. */
const LARGEST_CANVAS_PIXELS = 16_000_000

const LONGEST_GOODBYE_MS = 1_000

/**
 * Opens a PDF that is read in pieces as its pages are asked for. Each document has a worker
 * of its own: closing ends it, however badly the file behaves.
 */
export async function openPdf({ url, sizeBytes }: PdfSource, signal: AbortSignal): Promise<OpenedPdf> {
  if (signal.aborted) return failed({ code: 'cancelled' })
  const port = new Worker(workerUrl, { type: 'module' })
  const worker = workerOn(port)
  const reads = new AbortController()
  const broken = rejectable()
  const task = getDocument({
    range: rangesOf(url, sizeBytes, reads.signal, broken.reject),
    rangeChunkSize: CHUNK_BYTES,
    disableStream: true,
    disableAutoFetch: true,
    worker,
    verbosity: 0,
    enableXfa: false,
    useWasm: false,
    useWorkerFetch: false,
    useSystemFonts: false,
    maxImageSize: LARGEST_IMAGE_PIXELS,
    cMapUrl: `${ENGINE_FILES}cmaps/`,
    standardFontDataUrl: `${ENGINE_FILES}standard_fonts/`,
    wasmUrl: `${ENGINE_FILES}wasm/`,
    BinaryDataFactory: EngineFiles
  })
  const close = (): void => {
    reads.abort()
    task.promise.catch(() => undefined)
    // A polite end first, which also takes the document's fonts from the page; a hung worker is not waited for.
    const polite = task.destroy().catch(() => undefined)
    const impatient = new Promise((resolve) => setTimeout(resolve, LONGEST_GOODBYE_MS))
    void Promise.race([polite, impatient]).then(() => {
      worker.destroy()
      port.terminate()
    })
  }
  const stopped = rejectable()
  const stop = (): void => stopped.reject(new DOMException('closed', 'AbortError'))
  signal.addEventListener('abort', stop, { once: true })
  try {
    const document = await Promise.race([task.promise, broken.promise, stopped.promise])
    return done(withPages(document, broken.promise, close))
  } catch (reason) {
    close()
    if (signal.aborted) return failed({ code: 'cancelled' })
    return failed({ code: nameOf(reason) === 'PasswordException' ? 'pdf-encrypted' : 'pdf-broken' })
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

interface Rejectable {
  readonly promise: Promise<never>
  readonly reject: (reason: unknown) => void
}

/** A promise that only ever fails. Nobody need be waiting for it when it does. */
function rejectable(): Rejectable {
  let reject: (reason: unknown) => void = () => {}
  const promise = new Promise<never>((_resolve, refuse) => (reject = refuse))
  promise.catch(() => undefined)
  return { promise, reject }
}

function whenAborted(signal: AbortSignal): Promise<null> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(null)
    else signal.addEventListener('abort', () => resolve(null), { once: true })
  })
}

/** The library's types call the port `null`; it is the worker to talk to. */
function workerOn(port: Worker): PDFWorker {
  const options: unknown = { port, verbosity: 0 }
  return new PDFWorker(options as ConstructorParameters<typeof PDFWorker>[0])
}

function rangesOf(
  url: string,
  sizeBytes: number,
  signal: AbortSignal,
  onFailure: (reason: unknown) => void
): PDFDataRangeTransport {
  const transport = new PDFDataRangeTransport(sizeBytes, null)
  transport.requestDataRange = (begin: number, end: number) => {
    readRange(url, begin, end, signal).then(
      (bytes) => transport.onDataRange(begin, bytes),
      (reason: unknown) => onFailure(reason)
    )
  }
  return transport
}

function withPages(document: PDFDocumentProxy, broken: Promise<never>, close: () => void): OpenPdf {
  const pageAt = async (pageNumber: number): Promise<PDFPageProxy> =>
    Promise.race([document.getPage(pageNumber), broken])
  return {
    pageCount: document.numPages,
    close,
    async sizeOf(pageNumber) {
      const { width, height } = (await pageAt(pageNumber)).getViewport({ scale: 1 })
      return { width, height }
    },
    async draw({ pageNumber, canvas, cssScale, deviceScale, signal }) {
      // A hung worker answers nobody; who cancelled must not wait for it.
      const page = await Promise.race([pageAt(pageNumber), whenAborted(signal)])
      if (page === null || signal.aborted) return false
      const wanted = page.getViewport({ scale: cssScale * deviceScale })
      const shrink = Math.min(1, Math.sqrt(LARGEST_CANVAS_PIXELS / (wanted.width * wanted.height)))
      const viewport = page.getViewport({ scale: cssScale * deviceScale * shrink })
      canvas.width = Math.max(1, Math.round(viewport.width))
      canvas.height = Math.max(1, Math.round(viewport.height))
      const rendering = page.render({ canvas, viewport, annotationMode: AnnotationMode.ENABLE })
      const cancel = (): void => rendering.cancel()
      signal.addEventListener('abort', cancel, { once: true })
      try {
        return (await Promise.race([rendering.promise, broken, whenAborted(signal)])) !== null
      } catch (reason) {
        if (reason instanceof RenderingCancelledException) return false
        throw reason
      } finally {
        signal.removeEventListener('abort', cancel)
      }
    },
    async textOf(pageNumber) {
      const content = await (await pageAt(pageNumber)).getTextContent()
      return content.items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
    },
    async forget(pageNumber) {
      ;(await pageAt(pageNumber)).cleanup()
    }
  }
}

/** Reads character maps and fonts with `fetch`: the engine's own reader takes it only for http addresses. */
class EngineFiles {
  readonly #folders: Readonly<Record<string, string | null>>

  constructor(folders: Readonly<Record<string, string | null>>) {
    this.#folders = folders
  }

  async fetch({ kind, filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
    const response = await fetch(`${this.#folders[kind] ?? ''}${filename}`)
    if (!response.ok) throw new Error(`${filename}: ${response.status}`)
    return new Uint8Array(await response.arrayBuffer())
  }
}

function nameOf(reason: unknown): string {
  return reason instanceof Error ? reason.name : ''
}
