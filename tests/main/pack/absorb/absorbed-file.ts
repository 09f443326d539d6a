import { join } from 'node:path'
import { bytesInMemory, type ByteSource } from '../../../../src/main/pdf-reading/byte-source.ts'
import type { AbsorbedPdf } from '../../../../src/main/pack/absorb/absorbed-pdf.ts'
import { PdfFile } from '../../../../src/main/pack/write/pdf-file.ts'
import { pdfDict, pdfNumbers, pdfRef } from '../../../../src/main/pack/write/pdf-syntax.ts'
import { temporaryFolder } from '../pack-fixtures.ts'

export type AbsorbWay = (file: PdfFile, source: ByteSource, onPage: () => void) => Promise<AbsorbedPdf>

/** A file with nothing but the pages that came out of a document, each in its own size. */
export async function absorbedFile(way: AbsorbWay, bytes: Buffer): Promise<string> {
  const path = join(await temporaryFolder(), 'absorbed.pdf')
  const file = await PdfFile.create(path, new AbortController().signal)
  try {
    const { pages } = await way(file, bytesInMemory(bytes), () => undefined)
    const tree = file.reserve()
    const kids: string[] = []
    for (const page of pages) {
      if (page.kind !== 'foreign') throw new Error(`a page of a PDF is a ${page.kind}`)
      const drawn = [{ object: page.object, matrix: [1, 0, 0, 1, 0, 0] as const }, ...page.overlays]
      const content = drawn.map(({ matrix }, index) => `q ${matrix.join(' ')} cm /X${index} Do Q`).join('\n')
      const kid = await file.write(
        pdfDict({
          Type: '/Page',
          Parent: pdfRef(tree),
          MediaBox: pdfNumbers(page.visible),
          Rotate: String(page.rotation),
          Contents: pdfRef(await file.writeStream({}, Buffer.from(content))),
          Resources: pdfDict({
            XObject: pdfDict(
              Object.fromEntries(drawn.map(({ object }, index) => [`X${index}`, pdfRef(object)]))
            )
          })
        })
      )
      kids.push(pdfRef(kid))
    }
    await file.write(
      pdfDict({ Type: '/Pages', Count: String(kids.length), Kids: `[${kids.join(' ')}]` }),
      tree
    )
    const root = await file.write(pdfDict({ Type: '/Catalog', Pages: pdfRef(tree) }))
    const info = await file.write(pdfDict({}))
    await file.finish({ root, info, id: '0'.repeat(32) }, false)
    return path
  } catch (error) {
    await file.discard()
    throw error
  }
}
