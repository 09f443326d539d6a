import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { PackRecord } from '../../../src/shared/domain/pack-record.ts'
import { exhibitsSince, findSupplemented } from '../../../src/shared/domain/pack-supplement.ts'
import { addExhibits, addPack } from '../../../src/shared/domain/dossier-edit.ts'
import { notedPack } from '../../../src/main/pack/noted-pack.ts'
import { makePack } from '../../../src/main/pack/make-pack.ts'
import { fileFacts, originalsOf, sha256Of } from '../../specimen-dossier.ts'
import { judge, packJob, packOf, richExhibits, temporaryFolder, textPdf } from './pack-fixtures.ts'
import { keysOf, linksOf, outlineOf, pageTexts, textsOf } from './pack-reading.ts'

const SENT_AT = '2026-11-21T10:00:00.000Z'

/** @param change as if the pack it goes on from had been noted so */
async function supplementedPack(change: Partial<PackRecord> = {}) {
  const files = await richExhibits()
  const first = await packOf(files, { madeAt: SENT_AT })
  const noted = notedPack(first.job, first, { recipient: 'ПАО «Образец Телеком»', profile: null })
  const record: PackRecord = { ...noted, ...change }
  const photo = files[0]?.bytes ?? Buffer.alloc(0)
  const late = [
    {
      bytes: await textPdf(['SPECIMEN late 1', 'SPECIMEN late 2']),
      name: 'late.pdf',
      type: 'application/pdf'
    },
    { bytes: Buffer.concat([photo, Buffer.from([0])]), name: 'late.jpg', type: 'image/jpeg' }
  ]
  const added = addExhibits(
    addPack(first.dossier, record, SENT_AT),
    late.map(({ bytes, name, type }, index) => ({
      ...{
        id: `late-${index + 1}`,
        category: 'B' as const,
        caption: `SPECIMEN ${name}`,
        madeOn: null,
        proves: []
      },
      file: fileFacts({ bytes, originalName: name, mediaType: type })
    })),
    '2026-11-22T10:00:00.000Z'
  )
  const job = await packJob(added, {
    exhibitIds: exhibitsSince(added, record.code).map(({ id }) => id),
    supplementTo: findSupplemented(added, record.code),
    code: `${record.code}-S1`,
    madeAt: '2026-11-22T12:00:00.000Z'
  })
  const made = await makePack(job, { openOriginal: originalsOf([...files, ...late]) })
  if (!made.ok) throw new Error(made.code)
  return { record, job, made: made.value, path: job.targetPath }
}

describe('a supplement', () => {
  let all: Awaited<ReturnType<typeof supplementedPack>>
  beforeAll(async () => {
    all = await supplementedPack()
  }, 60_000)

  it('goes on with the page numbers of its pack, printed and in the viewer', async () => {
    const { path, made, record } = all
    expect(await judge('qpdf', '--check', path)).toContain('No syntax or stream encoding errors found')
    const texts = await pageTexts(path)
    expect(texts).toHaveLength(made.pages)
    texts.forEach((text, index) => {
      const lastLine = text.trim().split('\n').at(-1) ?? ''
      expect(lastLine).toMatch(new RegExp(`-S1.*(\\s|· )${record.pages + 1 + index}$`))
    })
    expect((await keysOf(path)).get('/PageLabels')).toBe(1)
    expect(await judge('mutool', 'show', path, 'trailer/Root/PageLabels')).toContain(
      `/St ${record.pages + 1}`
    )
  })

  it('has a cover of its own and only the new exhibits, whose numbers go on', async () => {
    const { path, record, made } = all
    const [cover = ''] = await textsOf(path, 1)
    expect(cover).toContain(`Дополнение к комплекту ${record.code}`)
    expect(cover).toContain(record.sha256)
    expect(cover).toContain(`1–${record.pages}`)
    const [index = ''] = await textsOf(path, 2)
    expect([...index.matchAll(/^\s*([A-G]-\d+)/gm)].map(([, number]) => number)).toEqual(['B-4', 'B-5'])
    const from = record.pages + 1
    expect(made.exhibits.map(({ number, firstPage, lastPage }) => [number, firstPage, lastPage])).toEqual([
      ['B-4', from + 2, from + 3],
      ['B-5', from + 4, from + 4]
    ])
  })

  it('leads by link and bookmark to the page of the number that is printed', async () => {
    const { path, record, made } = all
    for (const { title, page } of await outlineOf(path)) {
      expect(title).toMatch(new RegExp(` · с\\. ${record.pages + page}$`))
    }
    const links = await linksOf(path)
    expect(links.length).toBeGreaterThan(10)
    for (const { targetPage } of links) {
      expect(targetPage).toBeGreaterThan(0)
      expect(targetPage).toBeLessThanOrEqual(made.pages)
    }
  })

  it('tells how to take a photo out by the sheet of its own file', async () => {
    const { path, made, record } = all
    const photo = made.exhibits.at(-1)
    const sheet = (photo?.firstPage ?? 0) - record.pages
    const text = (await pageTexts(path)).join('\n')
    expect(text).toContain(`pdfimages -all -f ${sheet} -l ${sheet} FILE.pdf photo`)
  })

  it('breaks no page number of its index, however long a pack it goes on from', async () => {
    const { path, made } = await supplementedPack({ pages: 9_997 })
    const [index = ''] = await textsOf(path, 2)
    const range = made.exhibits.map(({ firstPage, lastPage }) => `${firstPage}–${lastPage}`)[0] ?? ''
    expect(range).toBe('10000–10001')
    expect(index.match(new RegExp(range, 'g'))).toHaveLength(1)
    expect(index).toContain('10000–10002')
  }, 60_000)

  it.each([3, 20])('names the checksum of each of the %i files of a pack', async (count) => {
    const files = Array.from({ length: count }, (_, index) => ({
      ...{ fileName: `CL-2026-0007-${index + 1}-of-${count}.pdf`, firstPage: 1 + index, pages: 1 },
      ...{ sizeBytes: 1_000, sha256: sha256Of(Buffer.from(`SPECIMEN ${index}`)) }
    }))
    const { path } = await supplementedPack({ files })
    const [cover = ''] = await textsOf(path, 1)
    const shown = files.filter(({ fileName, sha256 }) => cover.includes(fileName) && cover.includes(sha256))
    expect(shown).toHaveLength(Math.min(count, 8))
    expect(cover.includes('и ещё 12')).toBe(count === 20)
    const saved = join(await temporaryFolder(), 'manifest.json')
    await judge('pdfdetach', '-savefile', 'manifest.json', '-o', saved, path)
    const list: unknown = JSON.parse(await readFile(saved, 'utf8'))
    expect(list).toMatchObject({
      supplementTo: { files: files.map(({ fileName, sha256 }) => ({ fileName, sha256 })) }
    })
  })
})
