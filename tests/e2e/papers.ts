import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PDFDocument, StandardFonts } from 'pdf-lib'
import sharp from 'sharp'

/** SPECIMEN papers of three kinds in a folder: a photo, a PDF of two pages and a note. */
export async function writePapers(folder: string) {
  const passport = join(folder, 'passport.jpg')
  const bill = join(folder, 'счёт за октябрь.pdf')
  const note = join(folder, 'call notes.txt')
  await sharp({ create: { width: 1200, height: 900, channels: 3, background: '#c8b89a' } })
    .jpeg()
    .toFile(passport)
  await writeFile(bill, await specimenPdf(2))
  await writeFile(note, 'SPECIMEN. Called the operator.\n')
  return { passport, bill, note, all: [passport, bill, note] }
}

/** A readable PDF, each page with its own words. */
export async function specimenPdf(pages: number): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Helvetica)
  for (let page = 1; page <= pages; page += 1) {
    document
      .addPage([595.28, 841.89])
      .drawText(`SPECIMEN bill page ${page}`, { x: 72, y: 700, size: 20, font })
  }
  return document.save()
}
