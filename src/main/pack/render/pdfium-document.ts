import type { Pdfium } from './pdfium.ts'
import type { SourceBytes } from './source-bytes.ts'

const PASSWORD_ERROR = 4

export interface PdfiumDocument {
  readonly handle: number
  readonly pages: number
  readonly close: () => void
}

/** @returns why it cannot be opened, where that is so */
export function openDocument(
  pdfium: Pdfium,
  { length, read }: SourceBytes
): PdfiumDocument | 'pdf-encrypted' | 'pdf-broken' {
  const { call } = pdfium
  const access = pdfium.allocate(12)
  // Read where it lies: a copy inside would count twice.
  const readBlock = pdfium.callback((_self, position = 0, buffer = 0, size = 0) => {
    const into = pdfium.memory().HEAPU8.subarray(buffer, buffer + size)
    return read(position >>> 0, into) ? 1 : 0
  }, 'iiiii')
  pdfium.memory().HEAP32.set([length, readBlock, 0], access / 4)
  const release = () => {
    pdfium.free(access)
    ;(call.pdfium as unknown as { removeFunction: (index: number) => void }).removeFunction(readBlock)
  }
  const handle = call.FPDF_LoadCustomDocument(access, '')
  if (handle === 0) {
    const isLocked = call.FPDF_GetLastError() === PASSWORD_ERROR
    release()
    return isLocked ? 'pdf-encrypted' : 'pdf-broken'
  }
  const close = () => {
    call.FPDF_CloseDocument(handle)
    release()
  }
  return { handle, pages: call.FPDF_GetPageCount(handle), close }
}
