import type { ByteSource } from '../../pdf-reading/byte-source.ts'
import type { ExhibitPage } from '../plan/absorbed-exhibit.ts'
import { MemoryTarget } from '../write/memory-target.ts'
import { PdfFile } from '../write/pdf-file.ts'
import { pdfArray, pdfDict, pdfMatrix, pdfNumbers, pdfRef, type ObjectNumber } from '../write/pdf-syntax.ts'
import { absorbDocument } from './absorb-document.ts'
import { broken, PdfRefused } from './pdf-refused.ts'

/** It is written into memory. */
const LARGEST_MENDED = 256 * 1024 * 1024

/** Of a file that lives for a moment: nobody asks it who it is. */
const NO_IDENTIFIER = '0'.repeat(32)

/**
 * What a working pack shows of a foreign PDF, as a sound document of its own: its pages in their order, upright or
 * turned as they are there. Throws `PdfRefused` where a working pack refuses it.
 *
 * @returns its bytes, in memory that threads share
 */
export async function mendedDocument(source: ByteSource, signal: AbortSignal): Promise<Buffer> {
  if (source.sizeBytes > LARGEST_MENDED) throw new PdfRefused('pdf-too-large')
  const target = new MemoryTarget(source.sizeBytes)
  const file = await PdfFile.begin(target, signal)
  const { pages, layers } = await absorbDocument(file, source, () => undefined)
  const tree = file.reserve()
  const kids: ObjectNumber[] = []
  for (const page of pages) kids.push(await writePage(file, tree, page))
  await file.write(
    pdfDict({ Type: '/Pages', Kids: pdfArray(kids.map(pdfRef)), Count: String(kids.length) }),
    tree
  )
  const root = await file.write(
    pdfDict({
      Type: '/Catalog',
      Pages: pdfRef(tree),
      OCProperties: pdfDict({
        OCGs: pdfArray(layers.all.map(pdfRef)),
        D: pdfDict({ OFF: pdfArray(layers.off.map(pdfRef)) })
      })
    })
  )
  await file.complete({ root, info: root, id: NO_IDENTIFIER })
  return target.bytes
}

async function writePage(file: PdfFile, tree: ObjectNumber, page: ExhibitPage): Promise<ObjectNumber> {
  // What is read from a PDF are foreign pages and nothing else.
  if (page.kind !== 'foreign') throw broken()
  const { object, overlays, visible, rotation } = page
  const shown = [{ object, matrix: [1, 0, 0, 1, 0, 0] as const }, ...overlays]
  const content = shown.map(({ matrix }, index) => `q ${pdfMatrix(matrix)} cm /X${index} Do Q`).join('\n')
  const named = shown.map((one, index) => [`X${index}`, pdfRef(one.object)])
  return file.write(
    pdfDict({
      Type: '/Page',
      Parent: pdfRef(tree),
      MediaBox: pdfNumbers(visible),
      Rotate: String(rotation),
      Resources: pdfDict({ XObject: pdfDict(Object.fromEntries(named)) }),
      Contents: pdfRef(await file.writeStream({}, content))
    })
  )
}
