// A thread that draws pages of foreign documents. All it runs at run time is built into its own file: the text of that
// is all that it is started from.
import { parentPort, workerData } from 'node:worker_threads'
import { drawPage } from './pack/render/draw-page.ts'
import { loadPdfium } from './pack/render/pdfium.ts'
import { openDocument, type PdfiumDocument } from './pack/render/pdfium-document.ts'
import type { RenderAnswer, RenderRequest, RenderStart } from './pack/render/render-protocol.ts'
import { sourceBytes, type SourceBytes } from './pack/render/source-bytes.ts'

const pdfium = await loadPdfium(workerData as RenderStart)
let source: SourceBytes = { length: 0, read: () => false }
let document: PdfiumDocument | null = null

/** @returns why it cannot be opened, where that is so */
function open(isOursOnly: boolean): 'pdf-encrypted' | 'pdf-broken' | null {
  document?.close()
  pdfium.fontChoice.isOursOnly = isOursOnly
  const opened = openDocument(pdfium, source)
  document = typeof opened === 'string' ? null : opened
  return typeof opened === 'string' ? opened : null
}

function answerTo(request: RenderRequest): RenderAnswer {
  if (request.kind === 'open') {
    source = sourceBytes(request.source, (read) => parentPort?.postMessage(read))
    const reason = open(false)
    return reason === null ? { kind: 'opened', pages: document?.pages ?? 0 } : { kind: 'refused', reason }
  }
  if (document === null) return { kind: 'refused', reason: 'pdf-broken' }
  let page = drawPage(pdfium, document.handle, request)
  if (page === 'other-fonts') {
    open(true)
    page = drawPage(pdfium, document.handle, request)
  }
  return page === null || page === 'other-fonts'
    ? { kind: 'refused', reason: 'pdf-broken' }
    : { kind: 'page', page, heldBytes: pdfium.memory().HEAPU8.length }
}

parentPort?.on('message', (request: RenderRequest) => {
  // What is thrown in there ends the thread: the module cannot be trusted any more.
  const answer = answerTo(request)
  const isScan = answer.kind === 'page' && answer.page.picture.kind === 'jpeg'
  parentPort?.postMessage(answer, isScan ? [answer.page.picture.bytes.buffer as ArrayBuffer] : [])
})
