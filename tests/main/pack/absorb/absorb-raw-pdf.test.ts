import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { absorbDocument } from '../../../../src/main/pack/absorb/absorb-document.ts'
import { absorbRawPdf } from '../../../../src/main/pack/absorb/absorb-raw-pdf.ts'
import type { AbsorbedPdf } from '../../../../src/main/pack/absorb/absorbed-pdf.ts'
import { PdfRefused } from '../../../../src/main/pack/absorb/pdf-refused.ts'
import { PdfFile } from '../../../../src/main/pack/write/pdf-file.ts'
import { bytesInMemory, bytesInWindows } from '../../../../src/main/pdf-reading/byte-source.ts'
import { PdfOdd } from '../../../../src/main/pdf-reading/pdf-odd.ts'
import { judge, onDisk, temporaryFolder, textPdf } from '../pack-fixtures.ts'
import { keysOf, pageTexts } from '../pack-reading.ts'
import { absorbedFile, type AbsorbWay } from './absorbed-file.ts'
import { onePage, savedAgain, writtenPdf, type WrittenObjects } from './written-pdf.ts'

const shown = async (bytes: Buffer) =>
  (await pageTexts(await absorbedFile(absorbRawPdf, bytes))).map((text) => text.trim())

const inWindows = (bytes: Buffer) =>
  bytesInWindows({
    sizeBytes: bytes.length,
    readSync: (at, into) => into.set(bytes.subarray(at, at + into.length)),
    readInto: async (at, into) => into.set(bytes.subarray(at, at + into.length))
  })

const stream = (content: string, entries = '') =>
  `<< /Length ${content.length} ${entries}>>\nstream\n${content}\nendstream`

describe('documents that are written honestly and unlike each other', () => {
  it('takes what was saved last', async () => {
    const again = onePage('SPECIMEN new')[4] ?? ''
    expect(await shown(savedAgain(writtenPdf(onePage('SPECIMEN old')), { 4: again }))).toEqual([
      'SPECIMEN new'
    ])
  })

  it('takes the last of keys that stand twice, and reads names written in codes', async () => {
    const page = onePage('SPECIMEN twice')[3] ?? ''
    const odd = page
      .replace('/Contents 4 0 R', '/Contents 9 0 R /Conten#74s 4 0 R /Rotate 90 /Rotate 0')
      .replace('/MediaBox', '/M#65diaBox')
    expect(await shown(writtenPdf({ ...onePage('SPECIMEN twice'), 3: odd }))).toEqual(['SPECIMEN twice'])
  })

  it('reads objects with comments between their words, and leaves the comments behind', async () => {
    const font = '<< /Type % endobj (\n/Font /Subtype/Type1%>>\r/BaseFont /Helvetica % /Fake 1\n>> % done'
    const bytes = writtenPdf({ ...onePage('SPECIMEN remarks'), 5: font })
    const path = await absorbedFile(absorbRawPdf, bytes)
    expect((await pageTexts(path))[0]?.trim()).toBe('SPECIMEN remarks')
    expect((await readFile(path)).includes('Fake')).toBe(false)
  })

  it('draws notes and remembers hidden layers without holding the document', async () => {
    const catalog =
      '<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [7 0 R 8 0 R] /D << /OFF [8 0 R] >> >> >>'
    const note = (layer: string) =>
      `<< /Subtype /Stamp /OC ${layer} /Rect [30 30 230 60] /AP << /N 6 0 R >> >>`
    const page = (onePage('')[3] ?? '')
      .replace('/Contents', `/Annots [${note('7 0 R')} ${note('8 0 R')}] /Contents`)
      .replace('/Font', '/Properties << /L1 8 0 R >> /Font')
    const looks = stream(
      'BT /F1 9 Tf 5 5 Td (SPECIMEN note) Tj ET',
      '/Subtype /Form /BBox [0 0 200 30] /Resources << /Font << /F1 5 0 R >> >> '
    )
    const layer = '<< /Type /OCG /Name (SPECIMEN) >>'
    const bytes = writtenPdf({ ...onePage('SPECIMEN'), 1: catalog, 3: page, 6: looks, 7: layer, 8: layer })
    const read: AbsorbedPdf[] = []
    const path = await absorbedFile(async (file, _, onPage) => {
      const absorbed = await absorbRawPdf(file, inWindows(bytes), onPage)
      read.push(absorbed)
      return absorbed
    }, bytes)
    expect(read.map(({ layers }) => [layers.all.length, layers.off.length])).toEqual([[1, 1]])
    expect(read[0]?.layers.off).toEqual(read[0]?.layers.all)
    // The one whose layer is hidden is not drawn.
    expect(read[0]?.pages).toMatchObject([{ overlays: [{ matrix: [1, 0, 0, 1, 30, 30] }] }])
    expect((await pageTexts(path))[0]).toMatch(/SPECIMEN\n[^]*SPECIMEN note/)
  })

  it('joins instructions that are cut into several streams, packed or not', async () => {
    const [one, two] = ['BT /F1 20 Tf 30 150', ' Td (SPECIMEN joined) Tj ET']
    const packed = deflateSync(two).toString('latin1')
    const bytes = writtenPdf({
      ...onePage(''),
      3: (onePage('')[3] ?? '').replace('4 0 R', '[4 0 R 6 0 R]'),
      4: stream(one),
      6: stream(packed, '/Filter [/FlateDecode] ')
    })
    expect(await shown(bytes)).toEqual(['SPECIMEN joined'])
  })

  it('shows a page as often as the tree names it, and writes what pages inherit once', async () => {
    const kids = Array.from({ length: 30 }, () => '3 0 R').join(' ')
    const resources = `<< /Font << /F1 5 0 R >> /Fill (${'x'.repeat(5000)}) >>`
    const bytes = writtenPdf({
      ...onePage('SPECIMEN again'),
      2: `<< /Type /Pages /Count 30 /Resources ${resources} /MediaBox [0 0 300 300] /Kids [${kids}] >>`,
      3: '<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>'
    })
    expect(await shown(bytes)).toEqual(Array.from({ length: 30 }, () => 'SPECIMEN again'))
    expect((await readFile(await absorbedFile(absorbRawPdf, bytes))).length).toBeLessThan(30_000)
  })

  it('follows a chain of 20,000 objects', async () => {
    const chain: Record<number, string> = {}
    for (let link = 6; link < 20_006; link += 1) chain[link] = `<< /Next ${link + 1} 0 R >>`
    const page = (onePage('')[3] ?? '').replace('/Font', '/ExtGState << /G0 6 0 R >> /Font')
    const bytes = writtenPdf({ ...onePage('SPECIMEN chain'), 3: page, ...chain, 20_006: '<< >>' })
    const path = await absorbedFile(absorbRawPdf, bytes)
    expect((await pageTexts(path))[0]?.trim()).toBe('SPECIMEN chain')
    expect((await keysOf(path)).get('/Next')).toBe(20_000)
  })

  it('leaves out what acts, whatever its name is written like, and an object that is one as a whole', async () => {
    const picture = stream(
      'abc',
      '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceRGB ' +
        '/BitsPerComponent 8 /J#53 (app.alert) /A#41 6 0 R /Metadata 6 0 R /F (other.bin) '
    )
    const page = (onePage('')[3] ?? '')
      .replace('/Font', '/XObject << /Jay 7 0 R /Im 8 0 R /S#54 << /S /Laun#63h /F (calc) >> >> /Font')
      .replace('/Contents', '/AA << /O 6 0 R >> /Annots [8 0 R] /Contents')
    const bytes = writtenPdf({
      ...onePage('SPECIMEN quiet'),
      3: page,
      6: '<< /S /JavaScript /JS (app.alert) >>',
      7: picture,
      8: '<< /Type 9 0 R /S /URI /URI (https://example.org) >>',
      9: '/Annot'
    })
    const path = await absorbedFile(absorbRawPdf, bytes)
    const keys = await keysOf(path)
    for (const key of ['/JS', '/AA', '/JavaScript', '/Metadata', '/Launch', '/URI', '/Annot', '/F'])
      expect(keys.get(key), key).toBeUndefined()
    expect(await judge('qpdf', '--check', path)).toContain('No syntax')
  })
})

describe('a document that is read in windows', () => {
  it('gives the same file, with a table, an object and a stream that are larger than one', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 6000 }, (_, index) => [index + 10, `<< /Is ${index} /Next ${index + 11} 0 R >>`])
    )
    const page = (onePage('')[3] ?? '').replace('/Font', '/ExtGState << /G0 10 0 R /G1 7 0 R >> /Font')
    const bytes = writtenPdf({
      ...onePage('SPECIMEN windows'),
      3: page.replace('/Font', '/XObject << /Im 6 0 R >> /Font'),
      6: stream('\u00e9x\n'.repeat(200_000), '/Type /XObject /Subtype /Image /Width 600 /Height 1000 '),
      7: `[${'(SPECIMEN) '.repeat(30_000)}]`,
      ...many,
      6010: '<< >>'
    })
    const windows: AbsorbWay = (file, source, onPage) =>
      absorbRawPdf(file, inWindows(source.whole ?? bytes), onPage)
    const [whole, parts] = [await absorbedFile(absorbRawPdf, bytes), await absorbedFile(windows, bytes)]
    expect((await readFile(parts)).equals(await readFile(whole))).toBe(true)
    expect((await pageTexts(parts))[0]?.trim()).toBe('SPECIMEN windows')
  })
})

describe('a document whose table is damaged', () => {
  const rebuilt: AbsorbWay = (file, source, onPage) =>
    absorbRawPdf(file, inWindows(source.whole ?? Buffer.alloc(0)), onPage, true)
  const read = async (bytes: Buffer) =>
    (await pageTexts(await absorbedFile(rebuilt, bytes))).map((t) => t.trim())

  it('is read by its objects, of which the last of each number counts', async () => {
    const again = savedAgain(writtenPdf(onePage('SPECIMEN old')), { 4: onePage('SPECIMEN new')[4] ?? '' })
    expect(await read(again)).toEqual(['SPECIMEN new'])
    const bare = again.toString('latin1').replace(/trailer[^]*?%%EOF/g, '')
    expect(await read(Buffer.from(bare, 'latin1'))).toEqual(['SPECIMEN new'])
  })

  it('is read from streams of objects too, of which a later one counts', async () => {
    const packed = join(await temporaryFolder(), 'packed.pdf')
    const plain = await onDisk(writtenPdf(onePage('SPECIMEN packed')))
    execFileSync('qpdf', ['--object-streams=generate', plain, packed])
    const bytes = await readFile(packed)
    expect(await read(bytes)).toEqual(['SPECIMEN packed'])
    expect(await read(bytes.subarray(0, bytes.lastIndexOf('startxref')))).toEqual(['SPECIMEN packed'])
  })

  it('is not taken for what a stream holds that is a document itself', async () => {
    const inner = writtenPdf(onePage('SPECIMEN inner')).toString('latin1')
    const bytes = writtenPdf({ ...onePage('SPECIMEN outer'), 9: stream(inner) })
    expect(await read(bytes)).toEqual(['SPECIMEN outer'])
  })

  it('is refused by it where an object that a page needs is lost', async () => {
    const { 5: font, ...rest } = onePage('SPECIMEN')
    expect(font).toContain('Helvetica')
    await expect(absorbedFile(rebuilt, writtenPdf(rest))).rejects.toBeInstanceOf(PdfOdd)
  })

  it('of more than a few windows is read to the last object', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 30_000 }, (_, index) => [
        index + 10,
        `<< /Next ${index + 11} 0 R /Filling (${'x'.repeat(160)}) >>`
      ])
    )
    const page = (onePage('')[3] ?? '').replace('/Font', '/ExtGState << /G0 10 0 R >> /Font')
    const bytes = writtenPdf({ ...onePage('SPECIMEN many'), 3: page, ...many, 30_010: '<< /Last true >>' })
    const path = await absorbedFile(
      rebuilt,
      Buffer.from(bytes.toString('latin1').replace(/xref[^]*/, ''), 'latin1')
    )
    expect((await readFile(path)).includes('/Last true')).toBe(true)
  })
})

describe('documents it leaves to others', () => {
  const change = (objects: WrittenObjects) => writtenPdf({ ...onePage('SPECIMEN'), ...objects })
  const note = '<< /Subtype /Stamp /Rect [0 0 9 9] /AP << /N 6 0 R >> >>'
  const noted = (onePage('')[3] ?? '').replace('/Contents', `/Annots [${note}] /Contents`)
  const untold = '<< /BBox [0 0 9 9] /Length 1 >>\nstream\nn\nendstream'

  it.each<readonly [string, Buffer]>([
    ['a font that is called as an action is', change({ 3: (onePage('')[3] ?? '').replace('/F1', '/J#53') })],
    ['a note whose looks do not say what they are', change({ 3: noted, 6: untold })],
    ['a later generation', change({ 2: '<< /Type /Pages /Count 1 /Kids [3 1 R] >>' })],
    ['another count of pages', change({ 2: '<< /Type /Pages /Count 2 /Kids [3 0 R] >>' })],
    ['a tree that leads back into itself', change({ 2: '<< /Type /Pages /Count 1 /Kids [2 0 R] >>' })],
    ['a stream longer than it says', change({ 4: '<< /Length 3 >>\nstream\nabcdef\nendstream' })],
    ['a stream whose length is itself', change({ 4: '<< /Length 4 0 R >>\nstream\nabcdef\nendstream' })],
    ['an unknown word', change({ 5: '<< /Type /Font /Odd yes >>' })],
    ['a key without a value', change({ 5: '<< /Type /Font /Odd >>' })],
    ['brackets that cross', change({ 5: '<< /Type [ >> ]' })],
    ['deep nesting', change({ 5: `${'['.repeat(100_000)}${']'.repeat(100_000)}` })],
    ['a table that leads back into itself', savedAgain(Buffer.from('startxref 9 %%EOF'), onePage(''))]
  ])('says of %s that it is odd', async (_, bytes) => {
    await expect(absorbedFile(absorbRawPdf, bytes)).rejects.toBeInstanceOf(PdfOdd)
  })
})

describe('damage of any kind', () => {
  const sources: Buffer[] = []
  let file: PdfFile
  beforeAll(async () => {
    const packed = await textPdf(['SPECIMEN one', 'SPECIMEN two'])
    const plain = join(await temporaryFolder(), 'plain.pdf')
    execFileSync('qpdf', ['--qdf', '--object-streams=disable', await onDisk(packed), plain])
    const chars = await readFile(plain)
    sources.push(packed, chars, savedAgain(writtenPdf(onePage('SPECIMEN old')), onePage('SPECIMEN new')))
    file = await PdfFile.create(join(await temporaryFolder(), 'sink.pdf'), new AbortController().signal)
  })
  afterAll(() => file.discard())

  const bytesToWrite = fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 3 }),
    fc
      .constantFrom(
        '<<',
        '>>',
        '[',
        '(',
        '%',
        ' 0 R',
        ' 9999999999',
        '/Kids',
        'endobj',
        'stream\n',
        '/Length -1'
      )
      .map((text) => Uint8Array.from(Buffer.from(text)))
  )
  const damaged = fc
    .tuple(
      fc.nat(2),
      fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), bytesToWrite), { maxLength: 8 }),
      fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { freq: 5 })
    )
    .map(([which, changes, cut]) => {
      const bytes = Buffer.from(sources[which] ?? sources[0]!)
      for (const [place, written] of changes)
        bytes.set(
          written.subarray(0, bytes.length),
          Math.min(bytes.length - written.length, Math.floor(place * bytes.length))
        )
      return cut === null ? bytes : bytes.subarray(0, Math.floor(cut * bytes.length))
    })

  async function ends(
    way: AbsorbWay,
    bytes: Buffer,
    expected: typeof PdfOdd | typeof PdfRefused
  ): Promise<void> {
    const start = file.mark()
    try {
      await way(file, bytesInMemory(bytes), () => undefined)
    } catch (error) {
      if (!(error instanceof expected || error instanceof PdfRefused)) throw error
    } finally {
      await file.rollBack(start)
    }
  }

  it('is either copied or called odd, and never anything else', () =>
    fc.assert(
      fc.asyncProperty(damaged, (bytes) => ends(absorbRawPdf, bytes, PdfOdd)),
      { numRuns: 1500 }
    ))

  it('ends in pages or in a refusal, whichever way it goes', () =>
    fc.assert(
      fc.asyncProperty(damaged, (bytes) => ends(absorbDocument, bytes, PdfRefused)),
      { numRuns: 60 }
    ))
})
