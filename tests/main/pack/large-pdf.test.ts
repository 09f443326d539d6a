import { open, readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { openFileOriginal } from '../../../src/main/file-original.ts'
import { USUAL_PACK_SETTINGS, type PackForm } from '../../../src/shared/domain/recipient-profile.ts'
import { done, failed } from '../../../src/shared/domain/result.ts'
import { packRenderer } from '../../pack-renderer.ts'
import { bareDossier, type SpecimenExhibit } from '../../specimen-dossier.ts'
import { onePage, writtenPdf } from './absorb/written-pdf.ts'
import { judge, onDisk, packOf } from './pack-fixtures.ts'
import { pageTexts } from './pack-reading.ts'

/** More than is read into memory at once. */
const PICTURE_BYTES = 34_000_000

const PICTURE = `<< /Type /XObject /Subtype /Image /Width 4000 /Height 8500 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length ${PICTURE_BYTES} >>`

let exhibit: SpecimenExhibit

beforeAll(() => {
  const page = (onePage('')[3] ?? '').replace('/Font', '/XObject << /Im 6 0 R >> /Font')
  const picture = `${PICTURE}\nstream\n${'SPECIMEN '.repeat(PICTURE_BYTES / 9 + 1).slice(0, PICTURE_BYTES)}\nendstream`
  exhibit = {
    category: 'C',
    caption: 'large scan',
    bytes: writtenPdf({ ...onePage('SPECIMEN large'), 3: page, 6: picture }),
    mediaType: 'application/pdf',
    originalName: 'scan.pdf'
  }
})

/** A pack of that exhibit, whose file is at this path. */
async function packedFrom(path: string, attachments: boolean, form: PackForm = 'working') {
  const openOriginal = async () => {
    const original = await openFileOriginal(path)
    return original === null ? failed({ code: 'object-missing' }) : done(original)
  }
  const settings = { ...USUAL_PACK_SETTINGS, attachments, form }
  return packOf(
    [exhibit],
    { language: 'en', settings },
    { openOriginal, renderer: await packRenderer() },
    bareDossier()
  )
}

describe('a PDF that is too large for memory', () => {
  it.each([true, false])('is shown page by page (attached: %s)', async (attached) => {
    const { path, findings, sizeBytes, exhibits } = await packedFrom(await onDisk(exhibit.bytes), attached)
    expect(findings).toEqual([])
    const [, ...pages] = await pageTexts(path)
    expect(pages[(exhibits[0]?.firstPage ?? 0) - 2]).toContain('SPECIMEN large')
    expect(sizeBytes > 2 * PICTURE_BYTES).toBe(attached)
    expect((await readFile(path)).includes(exhibit.bytes.subarray(2_000_000, 2_100_000))).toBe(true)
  })

  it('is drawn page by page in an archival pack', async () => {
    const { path, findings, sizeBytes, exhibits } = await packedFrom(
      await onDisk(exhibit.bytes),
      false,
      'archival'
    )
    expect(findings).toEqual([])
    const [, ...pages] = await pageTexts(path)
    expect(pages[(exhibits[0]?.firstPage ?? 0) - 2]).toContain('SPECIMEN large')
    expect(sizeBytes).toBeLessThan(1_000_000)
  })

  it('is not brought in when a byte of it has changed', async () => {
    const path = await onDisk(exhibit.bytes)
    const handle = await open(path, 'r+')
    await handle.write('x', 20_000_000)
    await handle.close()
    for (const attached of [true, false]) {
      const made = await packedFrom(path, attached)
      expect(made.findings.map(({ code }) => code)).toEqual(['object-changed'])
      expect(made.sizeBytes).toBeLessThan(1_000_000)
      expect(await judge('qpdf', '--check', made.path)).toContain('No syntax')
    }
  })
})
