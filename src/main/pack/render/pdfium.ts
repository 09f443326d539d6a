import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium'
import type { RenderStart } from './render-protocol.ts'
import { fontInfo, type FontChoice } from './stand-in-fonts.ts'

const PAGE_BYTES = 65_536
/** 640 MB: a page drawn at its largest takes 30, the rest is the document's. */
const MOST_PAGES = 10_240

/** The part of the module's memory and functions that its own types leave out. */
interface PdfiumMemory {
  readonly HEAPU8: Uint8Array
  readonly HEAPF32: Float32Array
  readonly HEAPF64: Float64Array
  readonly HEAP32: Int32Array
}

/** Pages of hostile documents are drawn inside WebAssembly: whatever happens in there stays in its own memory. */
export interface Pdfium {
  readonly call: WrappedPdfiumModule
  /** Its memory of now: it moves whenever it grows. */
  readonly memory: () => PdfiumMemory
  /** Counts for what is opened from now on. */
  readonly fontChoice: FontChoice
  readonly allocate: (bytes: number) => number
  readonly free: (pointer: number) => void
  /** A number that the module calls this function by. */
  readonly callback: (run: (...args: readonly number[]) => number | void, signature: string) => number
}

export async function loadPdfium({ wasm, fonts }: RenderStart): Promise<Pdfium> {
  limitMemory()
  const options = { wasmBinary: wasm, locateFile: (name: string) => name, print: silent, printErr: silent }
  const call = await init(options as unknown as Parameters<typeof init>[0])
  const inner = call.pdfium as unknown as PdfiumMemory & {
    readonly addFunction: (run: (...args: readonly number[]) => number | void, signature: string) => number
  }
  const pdfium: Pdfium = {
    call,
    memory: () => inner,
    fontChoice: { isOursOnly: false },
    allocate: (bytes) => call.pdfium.wasmExports.malloc(bytes),
    free: (pointer) => call.pdfium.wasmExports.free(pointer),
    callback: (run, signature) => inner.addFunction(run, signature)
  }
  call.PDFiumExt_Init()
  call.FPDF_SetSystemFontInfo(fontInfo(pdfium, fonts, pdfium.fontChoice))
  return pdfium
}

/** Known to every runtime of ours; Node's own types leave it out. */
declare const WebAssembly: {
  readonly Memory: { readonly prototype: { grow: (this: WasmMemory, pages: number) => number } }
}
interface WasmMemory {
  readonly buffer: ArrayBuffer
}

/** A thread's own limits do not count what WebAssembly takes. Nothing else in this thread uses any. */
function limitMemory(): void {
  const { prototype } = WebAssembly.Memory
  const { grow } = prototype
  prototype.grow = function (this: WasmMemory, pages: number) {
    if (this.buffer.byteLength / PAGE_BYTES + pages > MOST_PAGES) throw new RangeError('no more memory')
    return grow.call(this, pages)
  }
}

function silent(): void {
  // What the module would say on the console is about damaged documents.
}
