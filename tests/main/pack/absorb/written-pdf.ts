/** Objects by number, as they stand between `obj` and `endobj`. */
export type WrittenObjects = Readonly<Record<number, string>>

/** A page whose text is drawn with a standard font: objects 1 to 5, the catalog first. */
export function onePage(text: string): WrittenObjects {
  const content = `BT /F1 20 Tf 30 150 Td (${text}) Tj ET`
  return {
    1: '<< /Type /Catalog /Pages 2 0 R >>',
    2: '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    3: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>',
    4: `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    5: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'
  }
}

/** A PDF written by hand: these objects and a plain table. */
export function writtenPdf(objects: WrittenObjects): Buffer {
  return appended(Buffer.from('%PDF-1.7\n'), objects, null)
}

/** The document saved once more: these objects stand after it and count instead of the old ones. */
export function savedAgain(before: Buffer, objects: WrittenObjects): Buffer {
  const start = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(before.toString('latin1'))?.[1]
  return appended(before, objects, Number(start))
}

function appended(before: Buffer, objects: WrittenObjects, previous: number | null): Buffer {
  let text = before.toString('latin1')
  let table = 'xref\n0 1\n0000000000 65535 f \n'
  for (const [number, body] of Object.entries(objects)) {
    table += `${number} 1\n${String(text.length).padStart(10, '0')} 00000 n \n`
    text += `${number} 0 obj\n${body}\nendobj\n`
  }
  const size = Math.max(...Object.keys(objects).map(Number)) + 1
  const old = previous === null ? '' : ` /Prev ${previous}`
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R${old} >>\nstartxref\n${text.length}\n%%EOF\n`
  return Buffer.from(text + table + trailer, 'latin1')
}
