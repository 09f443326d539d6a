import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PDFDict } from 'pdf-lib'
import {
  degrees,
  PDFArray,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFString,
  rgb,
  StandardFonts,
  type PDFPage
} from 'pdf-lib'
import { beforeAll, describe, expect, it } from 'vitest'
import { shapeOf } from '../../../src/main/pack/layout/geometry.ts'
import { placeForeign } from '../../../src/main/pack/layout/foreign-page.ts'
import { bareDossier, type SpecimenExhibit } from '../../specimen-dossier.ts'
import { BARE_FRONT_PAGES, judge, onDisk, packOf, pixelsOf, temporaryFolder } from './pack-fixtures.ts'
import { keysOf, textsOf } from './pack-reading.ts'

const A4 = shapeOf('A4')

const FIRST_PAGE = BARE_FRONT_PAGES + 1

const pdf = (bytes: Uint8Array, caption: string): SpecimenExhibit => ({
  category: 'G',
  caption,
  bytes: Buffer.from(bytes),
  mediaType: 'application/pdf',
  originalName: `${caption}.pdf`
})

const packed = (...files: readonly SpecimenExhibit[]) => packOf(files, { language: 'en' }, {}, bareDossier())

/** Two readers read documents: one what is built as most are, the other what is locked or damaged. */
const READERS: readonly (readonly [string, (bytes: Uint8Array) => Promise<Uint8Array>])[] = [
  ['as its program wrote it', async (bytes) => bytes],
  [
    'locked by its owner',
    async (bytes) => {
      const target = join(await temporaryFolder(), 'locked.pdf')
      execFileSync('qpdf', ['--encrypt', '', 'owner', '256', '--', await onDisk(bytes), target])
      return readFile(target)
    }
  ]
]

/** Fills a box and puts a colour into each of its corners. */
function paintBox(page: PDFPage, [x0, y0, x1, y1]: readonly [number, number, number, number]): void {
  const side = Math.min(x1 - x0, y1 - y0) / 4
  page.drawRectangle({ x: x0, y: y0, width: x1 - x0, height: y1 - y0, color: rgb(0.8, 0.8, 0.8) })
  page.drawRectangle({ x: x0, y: y1 - side, width: side, height: side, color: rgb(1, 0, 0) })
  page.drawRectangle({ x: x1 - side, y: y1 - side, width: side, height: side, color: rgb(0, 1, 0) })
  page.drawRectangle({ x: x0, y: y0, width: side, height: side, color: rgb(0, 0, 1) })
  page.drawRectangle({ x: x1 - side, y: y0, width: side, height: side, color: rgb(1, 1, 0) })
}

const RED = 'red'
const GREEN = 'green'
const BLUE = 'blue'
const YELLOW = 'yellow'

function colourOf([r, g, b]: readonly [number, number, number]): string {
  if (r > 200 && g > 200 && b < 90) return YELLOW
  if (r > 200 && g < 90 && b < 90) return RED
  if (g > 200 && r < 90 && b < 90) return GREEN
  if (b > 200 && r < 90 && g < 90) return BLUE
  return `${r},${g},${b}`
}

interface Case {
  readonly name: string
  readonly media: readonly [number, number, number, number]
  readonly crop?: readonly [number, number, number, number]
  readonly rotate?: number
  readonly userUnit?: number
  /** Corners of the shown page: upper left, upper right, lower left, lower right. */
  readonly corners: readonly string[]
  readonly isLandscape: boolean
}

const UPRIGHT = [RED, GREEN, BLUE, YELLOW]
const CASES: readonly Case[] = [
  { name: 'A4', media: [0, 0, 595.28, 841.89], corners: UPRIGHT, isLandscape: false },
  {
    name: 'rotated by 90',
    media: [0, 0, 400, 600],
    rotate: 90,
    corners: [BLUE, RED, YELLOW, GREEN],
    isLandscape: true
  },
  {
    name: 'rotated by 180',
    media: [0, 0, 400, 600],
    rotate: 180,
    corners: [YELLOW, BLUE, GREEN, RED],
    isLandscape: false
  },
  {
    name: 'rotated by 270',
    media: [0, 0, 400, 600],
    rotate: 270,
    corners: [GREEN, YELLOW, RED, BLUE],
    isLandscape: true
  },
  {
    name: 'rotated by -90',
    media: [0, 0, 600, 400],
    rotate: -90,
    corners: [GREEN, YELLOW, RED, BLUE],
    isLandscape: false
  },
  {
    name: 'cropped',
    media: [-20, -30, 700, 900],
    crop: [50, 70, 450, 670],
    corners: UPRIGHT,
    isLandscape: false
  },
  {
    name: 'cropped and rotated',
    media: [0, 0, 700, 900],
    crop: [50, 70, 450, 670],
    rotate: 90,
    corners: [BLUE, RED, YELLOW, GREEN],
    isLandscape: true
  },
  {
    name: 'crop box larger than the page',
    media: [0, 0, 400, 500],
    crop: [-50, -50, 900, 900],
    corners: UPRIGHT,
    isLandscape: false
  },
  { name: 'in larger units', media: [0, 0, 297, 420], userUnit: 2, corners: UPRIGHT, isLandscape: false },
  { name: 'A3', media: [0, 0, 841.89, 1190.55], corners: UPRIGHT, isLandscape: false },
  { name: 'A5', media: [0, 0, 419.53, 595.28], corners: UPRIGHT, isLandscape: false },
  { name: 'landscape plan', media: [0, 0, 2384, 1684], corners: UPRIGHT, isLandscape: true }
]

describe('pages of every shape', () => {
  let path = ''
  beforeAll(async () => {
    const files = await Promise.all(
      CASES.map(async ({ name, media, crop, rotate, userUnit }) => {
        const document = await PDFDocument.create({ updateMetadata: false })
        const page = document.addPage()
        page.node.set(PDFName.of('MediaBox'), document.context.obj([...media]))
        if (crop !== undefined) page.node.set(PDFName.of('CropBox'), document.context.obj([...crop]))
        if (userUnit !== undefined) page.node.set(PDFName.of('UserUnit'), PDFNumber.of(userUnit))
        if (rotate !== undefined) page.setRotation(degrees(rotate))
        // Magenta is what the crop hides.
        page.drawRectangle({ x: -100, y: -100, width: 3000, height: 3000, color: rgb(1, 0, 1) })
        const visible =
          crop === undefined
            ? media
            : ([
                Math.max(crop[0], media[0]),
                Math.max(crop[1], media[1]),
                Math.min(crop[2], media[2]),
                Math.min(crop[3], media[3])
              ] as const)
        paintBox(page, visible)
        return pdf(await document.save(), name)
      })
    )
    path = (await packed(...files)).path
  }, 60_000)

  it.each(CASES.map((one, index) => [one.name, one, index] as const))(
    'shows a page %s upright and whole, hides what its crop hid, and keeps off it',
    async (_name, { media, crop, rotate, userUnit, corners, isLandscape }, index) => {
      const visible =
        crop === undefined
          ? media
          : ([
              Math.max(crop[0], media[0]),
              Math.max(crop[1], media[1]),
              Math.min(crop[2], media[2]),
              Math.min(crop[3], media[3])
            ] as const)
      const rotation = ((((rotate ?? 0) % 360) + 360) % 360) as 0 | 90 | 180 | 270
      const { box, scale } = placeForeign({ visible, rotation, userUnit: userUnit ?? 1 }, A4)
      const dpi = 72
      const { at, width, height, data } = await pixelsOf(path, FIRST_PAGE + index, dpi)
      expect(width > height).toBe(isLandscape)
      expect(scale).toBeLessThanOrEqual(0.9)
      const pixel = (x: number, y: number) => at(x, height - y)
      const near = Math.min(box.width, box.height) / 10
      const found = [
        pixel(box.x + near, box.y + box.height - near),
        pixel(box.x + box.width - near, box.y + box.height - near),
        pixel(box.x + near, box.y + near),
        pixel(box.x + box.width - near, box.y + near)
      ].map(colourOf)
      expect(found).toEqual(corners)
      // A renderer may colour the dots its clip runs through; anything further out would be the hidden part.
      const isOutside = (x: number, y: number) =>
        x < box.x - 2.5 || x > box.x + box.width + 2.5 || y < box.y - 2.5 || y > box.y + box.height + 2.5
      for (let index = 0; index < data.length; index += 3) {
        const isMagenta =
          (data[index] ?? 0) > 200 && (data[index + 1] ?? 0) < 60 && (data[index + 2] ?? 0) > 200
        const dot = index / 3
        const isEdge = !isOutside(dot % width, height - Math.floor(dot / width))
        if (isMagenta && !isEdge)
          throw new Error(
            `hidden part shown at ${dot % width}, ${height - Math.floor(dot / width)} around ${JSON.stringify(box)}, ${width} x ${height}`
          )
      }
      // Between the corners the source is plain grey: no ink of ours falls on it.
      for (let x = box.x + box.width * 0.3; x < box.x + box.width * 0.7; x += 3) {
        for (let y = box.y + 2; y < box.y + box.height - 2; y += 3) {
          expect(pixel(x, y).every((value) => Math.abs(value - 204) < 8)).toBe(true)
        }
      }
    }
  )

  it('tells where a page was made much smaller', async () => {
    const [plan = ''] = await textsOf(path, FIRST_PAGE + CASES.length - 1)
    expect(plan).toMatch(/reduced to 30%, the original is attached/)
  })
})

describe('the geometry of pages.md', () => {
  it('puts A4 at 0.90 exactly, into the box of 535.75 by 757.70 at 45, 52.19', () => {
    const { box, scale } = placeForeign({ visible: [0, 0, 595.28, 841.89], rotation: 0, userUnit: 1 }, A4)
    expect(scale).toBeCloseTo(0.9, 4)
    expect(box.x).toBeCloseTo(45, 1)
    expect(box.y).toBeCloseTo(52.19, 1)
    expect(box.width).toBeCloseTo(535.75, 1)
  })

  it('puts landscape A4 at 0.86, and makes a small page no larger than 0.90', () => {
    expect(placeForeign({ visible: [0, 0, 841.89, 595.28], rotation: 0, userUnit: 1 }, A4).scale).toBeCloseTo(
      0.86,
      3
    )
    expect(placeForeign({ visible: [0, 0, 419.53, 595.28], rotation: 0, userUnit: 1 }, A4).scale).toBe(0.9)
  })
})

describe('what does not come along', () => {
  it.each(READERS)(
    'leaves out what acts and keeps what it looks like, of a document %s',
    async (_, change) => {
      const { path } = await packed(pdf(await change(await hostilePdf()), 'hostile'))
      const keys = await keysOf(path)
      for (const key of 'JS JavaScript AA Launch SubmitForm ImportData GoToR GoToE URI RichMedia Movie Sound Rendition XFA 3D AcroForm Widget'.split(
        ' '
      )) {
        expect(keys.get(`/${key}`), key).toBeUndefined()
      }
      // The place where the pack opens, in its catalog.
      expect(keys.get('/OpenAction')).toBe(1)
      // Only our own attachments: the original and the manifest.
      expect(keys.get('/EmbeddedFile')).toBe(2)
      expect(keys.get('/EF')).toBe(2)
      const [text = ''] = await textsOf(path, FIRST_PAGE)
      expect(text).toContain('SPECIMEN page')
      expect(text).toContain('FILLED FIELD 4711')
      expect(text).not.toContain('HIDDEN FIELD')
      expect(await judge('qpdf', '--check', path)).toContain('No syntax')
    }
  )

  async function hostilePdf(): Promise<Uint8Array> {
    const document = await PDFDocument.create({ updateMetadata: false })
    const { context } = document
    const font = await document.embedFont(StandardFonts.Helvetica)
    const page = document.addPage([400, 400])
    page.drawText('SPECIMEN page', { x: 40, y: 340, size: 18, font })
    const action = (entries: Record<string, PDFString | PDFName | PDFDict>) =>
      context.obj({ Type: 'Action', ...entries })
    const script = action({ S: PDFName.of('JavaScript'), JS: PDFString.of('app.alert(1)') })
    const form = document.getForm()
    const field = form.createTextField('number')
    field.setText('FILLED FIELD 4711')
    field.addToPage(page, { x: 40, y: 200, width: 260, height: 30 })
    const hidden = form.createTextField('hidden')
    hidden.setText('HIDDEN FIELD')
    hidden.addToPage(page, { x: 40, y: 100, width: 260, height: 30, hidden: true })
    form.updateFieldAppearances(font)
    const annotations = page.node.lookup(PDFName.of('Annots'), PDFArray)
    for (const what of [
      action({ S: PDFName.of('URI'), URI: PDFString.of('https://example.org/') }),
      action({ S: PDFName.of('Launch'), F: PDFString.of('calc.exe') }),
      action({ S: PDFName.of('SubmitForm'), F: PDFString.of('https://example.org/') }),
      action({ S: PDFName.of('GoToR'), F: PDFString.of('other.pdf') }),
      script
    ]) {
      annotations.push(
        context.register(context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 400, 400], A: what }))
      )
    }
    page.node.set(PDFName.of('AA'), context.obj({ O: script }))
    document.catalog.set(PDFName.of('OpenAction'), script)
    document.catalog.set(PDFName.of('AA'), context.obj({ WC: script }))
    await document.attach(Buffer.from('SPECIMEN payload'), 'payload.exe')
    // An image resource that carries a script and a file in keys no image needs, one of them disguised.
    const image = context.flateStream(Buffer.alloc(3), {
      Type: 'XObject',
      Subtype: 'Image',
      Width: 1,
      Height: 1,
      ColorSpace: 'DeviceRGB',
      BitsPerComponent: 8,
      AA: script,
      Metadata: context.register(context.flateStream(Buffer.from('<x/>'), { Type: 'Metadata' }))
    })
    image.dict.set(PDFName.of('J#53'), PDFHexString.fromText('app.alert(2)'))
    page.node.Resources()?.set(PDFName.of('XObject'), context.obj({ Im0: context.register(image) }))
    return document.save()
  }
})

describe('odd but honest documents', () => {
  it('copies a chain of 20,000 references', async () => {
    const document = await PDFDocument.create({ updateMetadata: false })
    const page = document.addPage([300, 300])
    const font = await document.embedFont(StandardFonts.Helvetica)
    page.drawText('SPECIMEN chain', { x: 30, y: 150, size: 20, font })
    let next = document.context.register(document.context.obj({ End: true }))
    for (let link = 0; link < 20_000; link++)
      next = document.context.register(document.context.obj({ Next: next }))
    page.node.Resources()?.set(PDFName.of('ExtGState'), document.context.obj({ G0: next }))
    const { path, findings } = await packed(pdf(await document.save({ useObjectStreams: false }), 'chain'))
    expect(findings).toEqual([])
    expect((await textsOf(path, FIRST_PAGE))[0]).toContain('SPECIMEN chain')
  }, 60_000)

  it('takes size, resources and rotation from the node above the page', async () => {
    const document = await PDFDocument.create({ updateMetadata: false })
    const page = document.addPage([400, 600])
    const font = await document.embedFont(StandardFonts.Helvetica)
    page.drawText('SPECIMEN inherited', { x: 30, y: 150, size: 20, font })
    const pages = document.catalog.Pages()
    for (const name of ['MediaBox', 'Resources']) {
      const value = page.node.get(PDFName.of(name))
      if (value !== undefined) pages.set(PDFName.of(name), value)
      page.node.delete(PDFName.of(name))
    }
    pages.set(PDFName.of('Rotate'), PDFNumber.of(90))
    const { path } = await packed(pdf(await document.save(), 'inherited'))
    expect((await textsOf(path, FIRST_PAGE))[0]).toContain('SPECIMEN inherited')
    const { width, height } = await pixelsOf(path, FIRST_PAGE, 36)
    expect(width).toBeGreaterThan(height)
  })

  it('refuses a page tree that leads back into itself, and says so', async () => {
    const document = await PDFDocument.create({ updateMetadata: false })
    document.addPage([300, 300])
    const pages = document.catalog.Pages()
    const ref = document.catalog.get(PDFName.of('Pages'))
    if (ref !== undefined) pages.lookup(PDFName.of('Kids'), PDFArray).push(ref)
    const { findings } = await packed(pdf(await document.save(), 'cycle'))
    expect(findings).toMatchObject([{ code: 'pdf-broken' }])
  })

  it('shows a page that stands twice in the tree twice', async () => {
    const document = await PDFDocument.create({ updateMetadata: false })
    document.addPage([300, 300])
    const kids = document.catalog.Pages().lookup(PDFName.of('Kids'), PDFArray)
    kids.push(kids.get(0))
    const { pages } = await packed(pdf(await document.save(), 'twice'))
    expect(pages).toBe(BARE_FRONT_PAGES + 2 + 2)
  })

  it('copies what pages share only once', async () => {
    const document = await PDFDocument.create({ updateMetadata: false })
    const shared = await document.embedJpg(await noise())
    for (let page = 0; page < 20; page++)
      document.addPage([300, 300]).drawImage(shared, { x: 0, y: 0, width: 300, height: 300 })
    const bytes = await document.save()
    const { sizeBytes } = await packed(pdf(bytes, 'shared'))
    const { sizeBytes: empty } = await packed()
    // The source as attachment, the shared picture once more, and twenty small pages.
    expect(sizeBytes - empty).toBeLessThan(2.2 * bytes.length + 40_000)
  })

  it('joins a page whose instructions are cut into several streams in the middle of one', async () => {
    const document = await PDFDocument.create({ updateMetadata: false })
    const page = document.addPage([300, 300])
    const font = await document.embedFont(StandardFonts.Helvetica)
    page.node.setFontDictionary(PDFName.of('F1'), font.ref)
    const parts = ['BT /F1 20 Tf 30 150', ' Td (SPECIMEN joined)', ' Tj ET'].map((part) =>
      document.context.register(document.context.flateStream(part))
    )
    page.node.set(PDFName.of('Contents'), document.context.obj(parts))
    const { path } = await packed(pdf(await document.save(), 'joined'))
    expect((await textsOf(path, FIRST_PAGE))[0]).toContain('SPECIMEN joined')
  })

  it.each(READERS)('keeps a layer hidden that is hidden in a document %s', async (_, change) => {
    const document = await PDFDocument.create({ updateMetadata: false })
    const { context } = document
    const page = document.addPage([300, 300])
    const layer = context.register(context.obj({ Type: 'OCG', Name: PDFString.of('hidden') }))
    document.catalog.set(PDFName.of('OCProperties'), context.obj({ OCGs: [layer], D: { OFF: [layer] } }))
    page.node.Resources()?.set(PDFName.of('Properties'), context.obj({ L0: layer }))
    page.node.set(
      PDFName.of('Contents'),
      context.register(context.flateStream('/OC /L0 BDC 1 0 0 rg 0 0 300 300 re f EMC'))
    )
    const { path } = await packed(pdf(await change(await document.save()), 'layers'))
    const { at } = await pixelsOf(path, FIRST_PAGE, 36)
    expect(at(150, 210)).toEqual([255, 255, 255])
  })

  it('reads streams whose length stands in another object, with bytes that look like an end', async () => {
    const plain = await onDisk(await twoStreams())
    const path = join(await temporaryFolder(), 'indirect.pdf')
    execFileSync('qpdf', ['--object-streams=disable', '--stream-data=preserve', plain, path])
    const text = (await readFile(path)).toString('latin1')
    const indirect = Buffer.from(text.replace(/\/Length 1234567/g, '/Length 9 0 R'), 'latin1')
    const made = await packed(pdf(indirect, 'indirect'))
    expect(made.findings).toEqual([])
    expect(await judge('qpdf', '--check', made.path)).toContain('No syntax')
  })

  async function twoStreams(): Promise<Uint8Array> {
    const document = await PDFDocument.create({ updateMetadata: false })
    const page = document.addPage([300, 300])
    const font = await document.embedFont(StandardFonts.Helvetica)
    page.drawText('SPECIMEN stream', { x: 30, y: 150, size: 20, font })
    return document.save()
  }

  async function noise(): Promise<Uint8Array> {
    const { default: sharp } = await import('sharp')
    return sharp({
      create: {
        width: 400,
        height: 400,
        channels: 3,
        background: '#808080',
        noise: { type: 'gaussian', mean: 128, sigma: 60 }
      }
    })
      .jpeg({ quality: 95 })
      .toBuffer()
  }
})
