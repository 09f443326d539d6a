// The files the benchmark works on: made anew every time, all different, so that nothing can be stored once only.
import { open, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PDFDocument, StandardFonts } from 'pdf-lib'
import sharp from 'sharp'
import { ask } from './tools.mjs'

const PHOTO = { width: 4032, height: 3024, bytes: 3_000_000 }
/** An A4 page at 200 dpi. */
const SCAN = { width: 1654, height: 2339, bytes: 1_050_000 }
export const PAGES_PER_PDF = 10
const IMPORT_FILE_BYTES = 100_000

/**
 * @param {string} folder
 * @param {number} count
 * @returns {Promise<string[]>} paths
 */
export async function makePhotos(folder, count) {
  const base = await noisyJpeg(PHOTO)
  return writeEach(folder, count, 'jpg', async (index) => marked(base, `photo ${index}`))
}

/** @param {string} folder @param {number} count */
export async function makeTextPdfs(folder, count) {
  const picture = await noisyJpeg({ width: 1600, height: 534, bytes: 560_000 })
  return writeEach(folder, count, 'pdf', (index) => textPdf(marked(picture, `letterhead ${index}`), index))
}

/** Programs that write the same pages in ways of their own, in turn; one that is not there leaves its turn to the first. */
const PRODUCERS = [
  (/** @type {string} */ from, /** @type {string} */ to) =>
    ask('qpdf', ['--object-streams=generate', '--recompress-flate', from, to]),
  (/** @type {string} */ from, /** @type {string} */ to) =>
    ask('gs', ['-q', '-dBATCH', '-dNOPAUSE', '-sDEVICE=pdfwrite', `-sOutputFile=${to}`, from]),
  (/** @type {string} */ from, /** @type {string} */ to) => ask('mutool', ['clean', '-gggg', '-z', from, to]),
  (/** @type {string} */ from, /** @type {string} */ to) => ask('pdftocairo', ['-pdf', from, to])
]

/** @param {string} folder @param {number} count */
export async function makeProducerPdfs(folder, count) {
  const picture = await noisyJpeg({ width: 800, height: 267, bytes: 140_000 })
  const paths = []
  for (let index = 1; index <= count; index += 1) {
    const plain = join(folder, 'plain.tmp')
    const path = join(folder, `${String(index).padStart(4, '0')}.pdf`)
    await writeFile(plain, await textPdf(marked(picture, `letterhead ${index}`), index))
    const produce = PRODUCERS[index % PRODUCERS.length] ?? PRODUCERS[0]
    await produce?.(plain, path).catch(() => PRODUCERS[0]?.(plain, path))
    await rm(plain)
    paths.push(path)
  }
  return paths
}

/** @param {string} folder @param {number} count */
export async function makeScans(folder, count) {
  const base = await noisyJpeg(SCAN)
  return writeEach(folder, count, 'pdf', (index) => scanPdf(base, index))
}

/** A little over a gigabyte. */
export const LARGE_SCAN_PAGES = 1000

/** @param {string} folder @param {number} count @param {number} pages of one more, large document */
export async function makeScansAndLarge(folder, count, pages) {
  const base = await noisyJpeg(SCAN)
  const scans = await writeEach(folder, count, 'pdf', (index) => scanPdf(base, index))
  const path = join(folder, 'large.pdf')
  await writeLargeScan(path, base, pages)
  return [...scans, path]
}

/**
 * Page by page, since no library holds so much: each page is three objects, after the catalog and the page tree.
 *
 * @param {string} path
 * @param {Buffer} base
 * @param {number} pages
 */
async function writeLargeScan(path, base, pages) {
  const file = await open(path, 'w')
  let position = 0
  /** @type {number[]} */
  const offsets = []
  const write = async (/** @type {string | Buffer} */ part) => {
    position += (await file.write(Buffer.from(part))).bytesWritten
  }
  const object = async (/** @type {(string | Buffer)[]} */ ...parts) => {
    offsets.push(position)
    for (const part of [`${offsets.length} 0 obj\n`, ...parts, '\nendobj\n']) await write(part)
  }
  const stream = (/** @type {string} */ entries, /** @type {Buffer} */ bytes) =>
    object(`<< ${entries} /Length ${bytes.length} >>\nstream\n`, bytes, '\nendstream')
  try {
    await write('%PDF-1.7\n')
    await object('<< /Type /Catalog /Pages 2 0 R >>')
    const kids = Array.from({ length: pages }, (_, index) => `${3 + index * 3} 0 R`)
    await object(`<< /Type /Pages /Count ${pages} /Kids [${kids.join(' ')}] >>`)
    for (let number = 1; number <= pages; number += 1) {
      const [content, image] = [offsets.length + 2, offsets.length + 3]
      const resources = `<< /XObject << /I ${image} 0 R >> >>`
      await object(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595.28 841.89] /Resources ${resources} /Contents ${content} 0 R >>`
      )
      await stream('', Buffer.from('q 595.28 0 0 841.89 0 0 cm /I Do Q'))
      const colours = '/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode'
      await stream(
        `/Type /XObject /Subtype /Image /Width ${SCAN.width} /Height ${SCAN.height} ${colours}`,
        marked(base, `large ${number}`)
      )
    }
    const table = position
    const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`)
    const size = offsets.length + 1
    await write(`xref\n0 ${size}\n0000000000 65535 f \n${rows.join('')}`)
    await write(`trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`)
  } finally {
    await file.close()
  }
}

/** @param {string} folder @param {number} count @param {number} [sizeBytes] */
export async function makeSmallFiles(folder, count, sizeBytes = IMPORT_FILE_BYTES) {
  const line = 'A line of an exported conversation, repeated until the file has its size.\n'
  const text = Buffer.from(line.repeat(Math.ceil(sizeBytes / line.length)).slice(0, sizeBytes))
  return writeEach(folder, count, 'txt', async (index) => Buffer.concat([Buffer.from(`${index}\n`), text]))
}

/**
 * @param {string} folder
 * @param {number} count
 * @param {string} extension
 * @param {(index: number) => Promise<Uint8Array>} make
 */
async function writeEach(folder, count, extension, make) {
  const paths = []
  for (let index = 1; index <= count; index += 1) {
    const path = join(folder, `${String(index).padStart(4, '0')}.${extension}`)
    await writeFile(path, await make(index))
    paths.push(path)
  }
  return paths
}

/**
 * Grain over a gradient: compresses about as a photo does. The lowest quality that reaches the size.
 *
 * @param {{ width: number, height: number, bytes: number }} wanted
 */
async function noisyJpeg({ width, height, bytes }) {
  const pixels = Buffer.allocUnsafe(width * height * 3)
  let state = 1
  for (let at = 0; at < pixels.length; at += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    pixels[at] = 60 + (at / 3 / width / height) * 120 + (state >>> 27)
  }
  const encode = (/** @type {number} */ quality) =>
    sharp(pixels, { raw: { width, height, channels: 3 } })
      .jpeg({ quality })
      .toBuffer()
  let [low, high] = [10, 98]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((await encode(middle)).length >= bytes) high = middle
    else low = middle + 1
  }
  return encode(low)
}

/**
 * The same picture with a comment of its own right after its start: other bytes, another hash.
 *
 * @param {Buffer} jpeg
 * @param {string} comment
 */
function marked(jpeg, comment) {
  const text = Buffer.from(comment)
  const head = Buffer.from([0xff, 0xfe, 0, 0])
  head.writeUInt16BE(text.length + 2, 2)
  return Buffer.concat([jpeg.subarray(0, 2), head, text, jpeg.subarray(2)])
}

/** @param {Buffer} picture @param {number} index */
async function textPdf(picture, index) {
  const pdf = await PDFDocument.create()
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  const image = await pdf.embedJpg(picture)
  for (let number = 1; number <= PAGES_PER_PDF; number += 1) {
    const page = pdf.addPage([595.28, 841.89])
    page.drawImage(image, { x: 60, y: 740, width: 225, height: 75 })
    for (let row = 0; row < 44; row += 1) {
      const text = `Document ${index}, page ${number}, row ${row}: ${(index * 7919 + number * 104_729 + row * 31).toString(36)} mobile services as agreed`
      page.drawText(text, { x: 60, y: 715 - row * 15, size: 10, font })
    }
  }
  return pdf.save()
}

/** @param {Buffer} base @param {number} index */
async function scanPdf(base, index) {
  const pdf = await PDFDocument.create()
  for (let number = 1; number <= PAGES_PER_PDF; number += 1) {
    const image = await pdf.embedJpg(marked(base, `scan ${index} page ${number}`))
    pdf.addPage([595.28, 841.89]).drawImage(image, { x: 0, y: 0, width: 595.28, height: 841.89 })
  }
  return pdf.save({ useObjectStreams: false })
}
