import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import { execFileSync } from 'node:child_process'
import { beforeAll, describe, expect, it } from 'vitest'
import sharp from 'sharp'
import { makePack } from '../../../src/main/pack/make-pack.ts'
import { done } from '../../../src/shared/domain/result.ts'
import {
  bareDossier,
  bufferOriginal,
  originalsOf,
  sha256Of,
  withExhibits,
  type SpecimenExhibit
} from '../../specimen-dossier.ts'
import {
  BARE_FRONT_PAGES,
  cornerPicture,
  judge,
  onDisk,
  packJob,
  packOf,
  temporaryFolder,
  textPdf
} from './pack-fixtures.ts'
import { pageTexts, textsOf } from './pack-reading.ts'

const exhibit = (
  bytes: Buffer,
  mediaType: string,
  originalName: string,
  pages: number | null = 1
): SpecimenExhibit => ({
  category: 'G',
  caption: `Invented ${originalName}`,
  bytes,
  mediaType,
  originalName,
  pages
})

async function encrypted(...passwords: readonly [user: string, owner: string]): Promise<Buffer> {
  const plain = await onDisk(await textPdf(['SPECIMEN locked page']))
  const locked = join(await temporaryFolder(), 'locked.pdf')
  execFileSync('qpdf', ['--encrypt', ...passwords, '256', '--', plain, locked])
  return readFile(locked)
}

/** A PNG that says it is huge: only its header is honest. */
function hugePng(): Buffer {
  const chunk = (type: string, bytes: Buffer) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(bytes.length)
    const body = Buffer.concat([Buffer.from(type), bytes])
    const sum = Buffer.alloc(4)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', Buffer.from('00007530000075300802000000', 'hex')),
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', Buffer.alloc(0))
  ])
}

describe('what cannot be shown', () => {
  const names = new Map<string, string>()
  let path = ''
  let findings: readonly { readonly code: string }[] = []
  let files: SpecimenExhibit[] = []

  beforeAll(async () => {
    const jpeg = await (await cornerPicture(600, 400)).jpeg({ quality: 95 }).toBuffer()
    const png = await (await cornerPicture(600, 400)).png({ compressionLevel: 0 }).toBuffer()
    const damaged = Buffer.from(png)
    const middle = Math.floor(png.length / 2)
    damaged[middle] = (damaged[middle] ?? 0) ^ 0xff
    const pdf = await textPdf(['SPECIMEN one', 'SPECIMEN two'])
    const huge = await sharp({ create: { width: 16_400, height: 16, channels: 3, background: '#123456' } })
      .jpeg()
      .toBuffer()
    files = [
      exhibit(await encrypted('secret', 'other'), 'application/pdf', 'locked.pdf', null),
      exhibit(Buffer.from('%PDF-1.7\nnothing'), 'application/pdf', 'broken.pdf', null),
      exhibit(pdf.subarray(0, Math.floor(pdf.length * 0.6)), 'application/pdf', 'truncated.pdf', null),
      exhibit(await emptyPdf(), 'application/pdf', 'no-pages.pdf', 0),
      exhibit(jpeg.subarray(0, Math.floor(jpeg.length / 2)), 'image/jpeg', 'half.jpeg', null),
      exhibit(Buffer.from('not a picture'), 'image/jpeg', 'text.jpeg', null),
      exhibit(damaged, 'image/png', 'flipped.png'),
      exhibit(png.subarray(0, Math.floor(png.length / 2)), 'image/png', 'half.png'),
      exhibit(huge, 'image/jpeg', 'wide.jpeg'),
      exhibit(hugePng(), 'image/png', 'bomb.png'),
      exhibit(Buffer.from('SPECIMEN sound'), 'audio/mp4', 'call.m4a', null),
      exhibit(Buffer.from('PK SPECIMEN'), 'application/zip', 'archive.zip', null),
      exhibit(Buffer.from('SPECIMEN film'), 'video/mp4', 'visit.mp4', null),
      exhibit(Buffer.from('<p>SPECIMEN</p>'), 'text/html', 'page.html', null)
    ]
    const made = await packOf(files, { language: 'en' }, {}, bareDossier())
    path = made.path
    findings = made.findings
    for (const finding of made.findings) if ('fileName' in finding) names.set(finding.fileName, finding.code)
  }, 60_000)

  async function emptyPdf(): Promise<Buffer> {
    const path = await onDisk(await textPdf(['SPECIMEN']))
    const bytes = await judge('qpdf', '--qdf', '--object-streams=disable', path, '-')
    return Buffer.from(
      bytes.replace(/\/Count 1/, '/Count 0').replace(/\/Kids \[[^\]]*\]/, '/Kids []'),
      'latin1'
    )
  }

  it.each([
    ['locked.pdf', 'pdf-encrypted'],
    ['broken.pdf', 'pdf-broken'],
    ['truncated.pdf', 'pdf-broken'],
    ['no-pages.pdf', 'pdf-broken'],
    ['half.jpeg', 'image-broken'],
    ['text.jpeg', 'image-broken'],
    ['flipped.png', 'image-broken'],
    ['half.png', 'image-broken'],
    ['wide.jpeg', 'image-too-large'],
    ['bomb.png', 'image-too-large']
  ])('reports %s as %s', (name, code) => {
    expect(names.get(name)).toBe(code)
  })

  it('finds no fault with files that have no pages by nature', () => {
    expect(findings).toHaveLength(10)
  })

  it('puts a slip in each place that names file, reason and SHA-256, and counts as a page', async () => {
    expect(await judge('qpdf', '--show-npages', path)).toBe(`${BARE_FRONT_PAGES + files.length + 2}\n`)
    const texts = await pageTexts(path)
    for (const [index, file] of files.entries()) {
      const text = texts[BARE_FRONT_PAGES + index] ?? ''
      expect(text).toContain(file.originalName)
      expect(text).toContain(sha256Of(file.bytes))
    }
    const first = texts[BARE_FRONT_PAGES]
    expect(first).toContain('This file could not be shown')
    expect(first).toContain('The PDF is protected by a password.')
    const sound = texts[BARE_FRONT_PAGES + 10]
    expect(sound).toContain('File attached to this PDF')
    expect(sound).toContain('sound recording, M4A (audio/mp4)')
  }, 60_000)

  it('attaches every one of them unchanged, and stays sound', async () => {
    const folder = await temporaryFolder()
    await judge('pdfdetach', '-saveall', '-o', folder, path)
    const attached = await Promise.all(
      (await readdir(folder)).map(async (name) => sha256Of(await readFile(join(folder, name))))
    )
    for (const file of files) expect(attached).toContain(sha256Of(file.bytes))
    expect(await judge('qpdf', '--check', path)).toContain('No syntax or stream encoding errors found')
  })
})

it('opens a PDF that only limits what may be done with it', async () => {
  const file = exhibit(await encrypted('', 'owner'), 'application/pdf', 'limited.pdf')
  const { path, findings } = await packOf([file], {}, {}, bareDossier())
  expect(findings).toEqual([])
  expect((await textsOf(path, BARE_FRONT_PAGES + 1))[0]).toContain('SPECIMEN locked page')
})

it.each(['image/jpeg', 'image/png', 'application/pdf', 'audio/mp4'])(
  'says so when the stored %s is missing or has changed, and brings in none of its bytes',
  async (mediaType) => {
    const bytes =
      mediaType === 'application/pdf'
        ? await textPdf(['SPECIMEN'])
        : mediaType.startsWith('image')
          ? await (
              await cornerPicture(80, 60)
            )
              .toFormat(mediaType === 'image/png' ? 'png' : 'jpeg')
              .toBuffer()
          : Buffer.from('SPECIMEN')
    const files = [
      exhibit(bytes, mediaType, 'kept'),
      exhibit(Buffer.concat([bytes, Buffer.from('x')]), mediaType, 'gone')
    ]
    const dossier = withExhibits(bareDossier(), files)
    const changed = Buffer.concat([bytes, Buffer.from(' and more SPECIMEN')])
    const job = await packJob(dossier, { language: 'en' })
    const made = await makePack(job, {
      openOriginal: async (sha256) =>
        sha256 === sha256Of(bytes) ? done(bufferOriginal(changed)) : originalsOf([])(sha256)
    })
    expect(made.ok && made.value.findings).toMatchObject([
      { code: 'object-changed', number: 'G-1', fileName: 'kept' },
      { code: 'object-missing', number: 'G-2', fileName: 'gone' }
    ])
    const [slip = ''] = await textsOf(job.targetPath, BARE_FRONT_PAGES + 1)
    expect(slip).toContain('its checksum differs')
    expect(slip).toMatch(/The file\s+itself is not in this PDF\./)
    expect(await judge('pdfdetach', '-list', job.targetPath)).toContain('1 embedded files')
    expect(await judge('pdfimages', '-list', job.targetPath)).not.toMatch(/image\s+\d/)
    expect(await judge('qpdf', '--check', job.targetPath)).toContain('No syntax')
  }
)

it('attaches a file that an earlier attempt was lost over, and does not look into it', async () => {
  const files = [
    exhibit(await textPdf(['SPECIMEN sound']), 'application/pdf', 'sound.pdf'),
    exhibit(await textPdf(['SPECIMEN fatal']), 'application/pdf', 'fatal.pdf')
  ]
  const dossier = withExhibits(bareDossier(), files)
  const givenUp = dossier.exhibits.filter(({ file }) => file.originalName === 'fatal.pdf').map(({ id }) => id)
  const job = { ...(await packJob(dossier, { language: 'en' })), givenUp }
  const seen: (string | null)[] = []
  const made = await makePack(job, {
    openOriginal: originalsOf(files),
    onExhibit: (exhibitId) => seen.push(exhibitId)
  })
  expect(seen).toEqual([...dossier.exhibits.map(({ id }) => id), null])
  expect(made.ok && made.value.findings).toMatchObject([{ code: 'engine-gave-up', fileName: 'fatal.pdf' }])
  const [sound = '', slip = ''] = [
    ...(await textsOf(job.targetPath, BARE_FRONT_PAGES + 1)).slice(0, 1),
    ...(await textsOf(job.targetPath, BARE_FRONT_PAGES + 2)).slice(0, 1)
  ]
  expect(sound).toContain('SPECIMEN sound')
  expect(slip).toContain('could not be brought to an end')
  expect(slip).not.toContain('SPECIMEN fatal')
  expect(await judge('pdfdetach', '-list', job.targetPath)).toContain('fatal.pdf')
})
