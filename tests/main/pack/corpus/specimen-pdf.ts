import { buildPdf, streamBody, type Body, type BuiltPdf, type Form } from './raw-pdf.ts'

/** What a case changes of the sound document, or adds to it. Numbers below 10 are taken. */
export interface Change {
  readonly catalog?: string
  readonly pages?: string
  /** Entries of the first page besides its own. */
  readonly page?: string
  readonly resources?: string
  readonly trailer?: string
  /** Objects in the place of the sound ones, or besides them; null takes one away. */
  readonly objects?: Readonly<Record<number, Body | null>>
  readonly form?: Form
  readonly header?: string
}

/** The sound document: catalog 1, page tree 2, pages 3 and 5 with contents 4 and 6, font 7, properties 8. */
export const SPECIMEN_TEXTS = ['SPECIMEN page 1', 'SPECIMEN page 2']

export const pageContent = (text: string) => `BT /F1 18 Tf 40 700 Td (${text}) Tj ET`

/** Two pages with a line of text each, so that any loss can be seen. */
export function specimenPdf(change: Change = {}): BuiltPdf {
  const { catalog = '', pages = '', page = '', resources = '', trailer = '', form, header } = change
  const leaf = (content: number, more: string) =>
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${content} 0 R /Resources << /Font << /F1 7 0 R >> ${content === 4 ? resources : ''} >> ${more} >>`
  const objects = new Map<number, Body>([
    [1, `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`],
    [2, `<< /Type /Pages /Kids [3 0 R 5 0 R] /Count 2 ${pages} >>`],
    [3, leaf(4, page)],
    [4, streamBody(pageContent(SPECIMEN_TEXTS[0] ?? ''))],
    [5, leaf(6, '')],
    [6, streamBody(pageContent(SPECIMEN_TEXTS[1] ?? ''))],
    [7, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'],
    [8, '<< /Title (SPECIMEN) /CreationDate (D:20261003120000Z) >>']
  ])
  for (const [number, body] of Object.entries(change.objects ?? {})) {
    if (body === null) objects.delete(Number(number))
    else objects.set(Number(number), body)
  }
  return buildPdf({
    objects,
    trailer: `/Root 1 0 R /Info 8 0 R ${trailer}`,
    ...(form === undefined ? {} : { form }),
    ...(header === undefined ? {} : { header })
  })
}

/** The first page with these entries in the place of its box. */
export const pageWith = (entries: string, objects: Change['objects'] = {}): Change => ({
  objects: {
    3: `<< /Type /Page /Parent 2 0 R ${entries} /Contents 4 0 R /Resources << /Font << /F1 7 0 R >> >> >>`,
    ...objects
  }
})
