import type { PdfFile } from './pdf-file.ts'
import { pdfDate, pdfDict, pdfName, pdfRef, pdfText, type ObjectNumber } from './pdf-syntax.ts'

export interface Attachment {
  readonly name: string
  /** Its file specification. */
  readonly object: ObjectNumber
}

export interface AttachmentFacts {
  readonly name: string
  readonly description: string
  readonly mediaType: string
  readonly modifiedAt: string
  /** `Source`: what the pack was made from; `Data`: about the pack itself. */
  readonly relation: 'Source' | 'Data'
}

/**
 * Embeds a file as it passes by; its size is known only afterwards and becomes an object of its own. No MD5: the
 * standard leaves it out by choice (ISO 32000-1, table 46), it proves nothing, and finding it took longer than SHA-256.
 */
export async function writeAttachment(
  file: PdfFile,
  facts: AttachmentFacts,
  chunks: AsyncIterable<Uint8Array>
): Promise<Attachment> {
  const params = file.reserve()
  const { object, length } = await file.writePassing(
    { Type: '/EmbeddedFile', Subtype: pdfName(facts.mediaType), Params: pdfRef(params) },
    chunks
  )
  await file.write(pdfDict({ Size: String(length), ModDate: pdfDate(facts.modifiedAt) }), params)
  const specification = await file.write(
    pdfDict({
      Type: '/Filespec',
      F: pdfText(plainName(facts.name)),
      UF: pdfText(facts.name),
      Desc: facts.description === '' ? undefined : pdfText(facts.description),
      AFRelationship: `/${facts.relation}`,
      EF: pdfDict({ F: pdfRef(object), UF: pdfRef(object) })
    })
  )
  return { name: facts.name, object: specification }
}

/** For readers that know no Unicode names. */
function plainName(name: string): string {
  return name.replace(/[^\x20-\x7e]/gu, '_')
}
