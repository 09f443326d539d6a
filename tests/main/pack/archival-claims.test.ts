import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { makePack } from '../../../src/main/pack/make-pack.ts'
import { USUAL_PACK_SETTINGS } from '../../../src/shared/domain/recipient-profile.ts'
import { packRenderer } from '../../pack-renderer.ts'
import { bareDossier } from '../../specimen-dossier.ts'
import { judge, packJob, packOf, textPdf } from './pack-fixtures.ts'
import { keysOf } from './pack-reading.ts'

const settings = { ...USUAL_PACK_SETTINGS, form: 'archival' } as const

describe('what an archival pack claims', () => {
  let path: string
  let bytes: string

  beforeAll(async () => {
    const source = {
      category: 'G',
      caption: 'SPECIMEN',
      bytes: Buffer.from(await textPdf(['SPECIMEN'])),
      mediaType: 'application/pdf',
      originalName: 'source.pdf'
    } as const
    const made = await packOf(
      [source],
      { language: 'en', settings },
      { renderer: await packRenderer() },
      bareDossier()
    )
    path = made.path
    bytes = await readFile(path, 'latin1')
  }, 60_000)

  it('is said in its metadata (ISO 19005-3, 6.6.4; ISO 14289-1, 5)', () => {
    expect(bytes).toContain('<pdfaid:part>3</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>')
    expect(bytes).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(bytes).toContain('<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>')
  })

  it('has one output intent (6.2.3), no encryption (6.1.3) and nothing that acts (6.5, 6.6)', async () => {
    const keys = await keysOf(path)
    expect(keys.get('/DestOutputProfile')).toBe(1)
    for (const key of ['/Encrypt', '/JS', '/AA', '/AcroForm', '/OCProperties', '/LZWDecode'])
      expect(keys.get(key), key).toBeUndefined()
  })

  it('is sound and tagged for others (ISO 14289-1, 7.1)', async () => {
    expect(await judge('qpdf', '--check', path)).toContain('No syntax')
    expect(await judge('pdfinfo', path)).toMatch(/Tagged: +yes/)
    const structure = await judge('pdfinfo', '-struct-text', path)
    for (const role of ['H1', 'Table', 'TH', 'Link']) expect(structure).toContain(role)
  })

  it('is not made with a password', async () => {
    const job = await packJob(bareDossier(), { settings, password: 'SPECIMEN' })
    const made = await makePack(job, { openOriginal: () => Promise.reject(new Error('nothing is read')) })
    expect(made).toMatchObject({ ok: false, code: 'archival-password' })
  })
})
