import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { bareDossier, sha256Of } from '../../specimen-dossier.ts'
import { BARE_FRONT_PAGES, judge, packOf, pixelsOf, richExhibits, temporaryFolder } from './pack-fixtures.ts'
import { keysOf, linksOf, outlineOf, pageOf, pageTexts, textsOf } from './pack-reading.ts'

type Pack = Awaited<ReturnType<typeof packOf>>
const LANGUAGES = ['ru', 'zh-CN', 'en'] as const

describe('a pack of a rich dossier', () => {
  let files: Awaited<ReturnType<typeof richExhibits>>
  const packs = new Map<string, Pack>()
  const pack = (language: string): Pack => {
    const made = packs.get(language)
    if (made === undefined) throw new Error(language)
    return made
  }

  beforeAll(async () => {
    files = await richExhibits()
    for (const language of LANGUAGES) packs.set(language, await packOf(files, { language }))
  }, 60_000)

  it.each(LANGUAGES)('is sound for independent readers (%s)', async (language) => {
    const { path, pages } = pack(language)
    expect(await judge('qpdf', '--check', path)).toContain('No syntax or stream encoding errors found')
    expect(await judge('qpdf', '--show-npages', path)).toBe(`${pages}\n`)
    expect(await judge('mutool', 'info', path)).toContain(`Pages: ${pages}`)
  })

  it.each(LANGUAGES)('prints on page i the number i, cover and index included (%s)', async (language) => {
    const { path, pages } = pack(language)
    const texts = await pageTexts(path)
    expect(texts).toHaveLength(pages)
    texts.forEach((text, index) => {
      const lastLine = text.trim().split('\n').at(-1) ?? ''
      expect(lastLine).toMatch(new RegExp(`CL-2026-0007.*(\\s|· )${index + 1}$`))
    })
  })

  it('prints the number at the same spot of every upright page, in ink', async () => {
    const { path } = pack('ru')
    for (const page of [1, await pageOf(path, 'A-1'), await pageOf(path, 'B-3')]) {
      const { at, height } = await pixelsOf(path, page, 144)
      const dark = Array.from({ length: 60 }, (_, x) =>
        Array.from({ length: 30 }, (_, y) => at(1045 + x, height - 85 + y))
      )
        .flat()
        .filter(([red, green, blue]) => red < 90 && green < 110 && blue < 150)
      expect(dark.length).toBeGreaterThan(40)
    }
  })

  it('reports its own size, SHA-256 and findings', async () => {
    const { path, sizeBytes, sha256, findings } = pack('ru')
    const bytes = await readFile(path)
    expect(bytes.length).toBe(sizeBytes)
    expect(sha256Of(bytes)).toBe(sha256)
    expect(findings).toEqual([
      { code: 'pdf-broken', exhibitId: 'exhibit-9', number: 'E-1', fileName: 'akt-router.pdf' }
    ])
  })

  it('links every row of the index, sections included, and calls each part by the name of its bookmark', async () => {
    const { path, dossier } = pack('ru')
    const onIndex = (await linksOf(path)).filter(({ page }) => page === 2)
    const sections = new Set(dossier.exhibits.map(({ number }) => number.category)).size
    const rows = new Set(onIndex.map(({ rect }) => Math.round((rect[1] + rect[3]) / 20)))
    expect(rows.size).toBeGreaterThanOrEqual(1 + 9 + sections + dossier.exhibits.length + 1)
    const [text = ''] = await textsOf(path, 2)
    const outline = await outlineOf(path)
    for (const { title } of outline.filter(({ page }) => page < 10)) {
      expect(text).toContain(title.replace(/ · с\. \d+$/, '').replace(/^[A-G] · /, ''))
    }
  })

  it('has the undated exhibit last in its section and says so', async () => {
    const [text = ''] = await textsOf(pack('ru').path, 2)
    const places = ['D-1', 'D-2'].map((number) => text.indexOf(number))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(text).toMatch(/D-2.*без даты/)
  })

  it('names in every bookmark the page it leads to', async () => {
    const { path, dossier } = pack('ru')
    const outline = await outlineOf(path)
    expect(outline.length).toBe(9 + 2 + 6 + dossier.exhibits.length)
    for (const { title, page } of outline) expect(title).toMatch(new RegExp(` · с\\. ${page}$`))
    expect(outline.map(({ title }) => title)).toContainEqual(
      expect.stringMatching(/^B-3 · Квитанции об оплате задолженности и неустойки · с\. \d+$/)
    )
  })

  it.each([
    [
      'ru',
      'Обложка',
      ['Номер +7 999 000-12-34 отключён', 'ЛИНЬ Сяовэнь', 'LIN Xiaowen, 林晓雯', 'Состояние по шести пунктам']
    ],
    ['ru', 'Подтверждение отключения', ['Задолженности нет. 请同时发邮件确认。', 'noreply@example.ru']],
    [
      'zh-CN',
      '封面',
      ['号码 +7 999 000-12-34 已销号', '合同已于2026年10月31日终止', '林晓雯', 'ПАО «Образец Телеком»']
    ],
    ['en', 'Cover', ['Number +7 999 000-12-34 closed', 'RUB 0.00', '林晓雯']]
  ] as const)('says the same to three extractors (%s, %s)', async (language, title, wanted) => {
    const texts = await textsOf(pack(language).path, await pageOf(pack(language).path, title))
    expect(texts).toHaveLength(3)
    for (const text of texts) {
      const flat = text.replace(/\u00a0/g, ' ')
      for (const phrase of wanted) expect(flat).toContain(phrase)
    }
  })

  it('prints every SHA-256 whole, and the one of the manifest that is attached', async () => {
    const { path, dossier, pages } = pack('ru')
    const [text = ''] = await textsOf(path, pages)
    for (const exhibit of dossier.exhibits) expect(text).toContain(exhibit.file.sha256)
    const folder = await temporaryFolder()
    await judge('pdfdetach', '-saveall', '-o', folder, path)
    const manifest = await readFile(join(folder, 'manifest.json'))
    expect(text).toContain(sha256Of(manifest))
    const list = JSON.parse(manifest.toString()) as {
      exhibits: { number: string; pages: { first: number } }[]
    }
    expect(list.exhibits.map(({ number }) => number)).toEqual([
      'A-1',
      'A-2',
      'B-3',
      'B-1',
      'B-2',
      'C-1',
      'D-1',
      'D-2',
      'E-1',
      'F-1',
      'F-2'
    ])
  })

  it('carries every original byte for byte: photos as page images, all others as attachments', async () => {
    const { path } = pack('ru')
    const folder = await temporaryFolder()
    await judge('pdfdetach', '-saveall', '-o', folder, path)
    const attached = await Promise.all(
      (await readdir(folder)).map(async (name) => sha256Of(await readFile(join(folder, name))))
    )
    const images = await temporaryFolder()
    await judge('pdfimages', '-all', path, join(images, 'image'))
    const shown = await Promise.all(
      (await readdir(images)).map(async (name) => sha256Of(await readFile(join(images, name))))
    )
    for (const { bytes, mediaType } of files) {
      expect(mediaType === 'image/jpeg' ? shown : attached).toContain(sha256Of(bytes))
    }
    expect(attached).toHaveLength(files.length - 2 + 1)
  })

  it('gives attachments their relation and their names', async () => {
    const { path } = pack('ru')
    const json = JSON.parse(await judge('qpdf', '--json=2', '--json-key=attachments', path)) as {
      attachments: Record<string, { description: string }>
    }
    expect(json.attachments['B-1_scheta.pdf']?.description).toBe(files[2]?.caption)
    expect((await keysOf(path)).get('/Source')).toBe(files.length - 2)
  })

  it('embeds only subsets of the four faces', async () => {
    const fonts = (await judge('pdffonts', pack('zh-CN').path))
      .split('\n')
      .filter((line) => line.includes('Noto'))
    expect(fonts).toHaveLength(4)
    for (const line of fonts) expect(line).toMatch(/^[A-Z]{6}\+NotoSans.*yes yes yes/)
  })

  it('shows the open balance with a double rule, and equal sides of the reconciliation', async () => {
    const { path } = pack('ru')
    const texts = await pageTexts(path)
    const last = texts.findIndex((page) => /Итого\s+11/.test(page)) + 1
    const first = last - 1
    const text = texts[last - 1] ?? ''
    expect(text).toMatch(/Итого\s+11.223,62\s+11.223,62\s+0,00/)
    expect(text).toMatch(/Всего\s+11.075,12\s+Всего за вычетом возврата\s+11.075,12/)
    expect(texts[first - 1]).toContain(`Перенос на с. ${last}`)
    expect(text).toContain(`Перенос с с. ${first}`)
  })

  it('is the same file when it is made again', async () => {
    const again = await packOf(files, { language: 'ru' })
    expect(again.sha256).toBe(pack('ru').sha256)
  })

  it('tells who it is in its properties', async () => {
    const info = await judge('pdfinfo', '-isodates', pack('zh-CN').path)
    expect(info).toContain('Producer:        Closeout 0.1.0')
    expect(info).toContain('CreationDate:    2026-11-20T13:42:00Z')
    expect(await judge('qpdf', '--show-object=trailer', pack('zh-CN').path)).toContain('/Root')
    expect((await keysOf(pack('zh-CN').path)).get('/UseOutlines')).toBe(1)
    expect((await keysOf(pack('zh-CN').path)).has('/PageLabels')).toBe(false)
  })
})

describe('a pack of an empty dossier', () => {
  it('is still a sound pack that claims nothing', async () => {
    const { path, pages, findings } = await packOf([], {}, {}, bareDossier())
    expect(await judge('qpdf', '--check', path)).toContain('No syntax or stream encoding errors found')
    // With no checksums to list, how to check and the list share a page.
    expect(pages).toBe(BARE_FRONT_PAGES + 1)
    expect(findings).toEqual([])
    const [cover = ''] = await textsOf(path, 1)
    expect(cover).toContain('отключается')
    expect(cover).toContain('Подтверждения оператора пока нет.')
    expect(cover.match(/не подтверждено/g)).toHaveLength(7)
    expect(cover).toContain('Приложений нет.')
  })

  it('leaves no file beside it', async () => {
    const { path } = await packOf([], {}, {}, bareDossier())
    expect(await readdir(dirname(path))).toEqual(['pack.pdf'])
  })
})
