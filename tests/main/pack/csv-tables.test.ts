import { describe, expect, it } from 'vitest'
import { USUAL_PACK_SETTINGS, type PackSettings } from '../../../src/shared/domain/recipient-profile.ts'
import { filledDossier, type SpecimenExhibit } from '../../specimen-dossier.ts'
import { encodeAs } from '../statement/encoded.ts'
import { packRenderer } from '../../pack-renderer.ts'
import { judge, packOf } from './pack-fixtures.ts'
import { pageTexts } from './pack-reading.ts'

const STATEMENT = [
  'Дата;Описание;Сумма;Остаток',
  '01.10.2026;Абонентская плата;-550,00;  1 375,12',
  '02.10.2026;"Платёж; перевод";1 925,12;3 300,24',
  '03.10.2026;"ООО ""Образец"", первая строка\nвторая строка";0,00;3 300,24'
]

type Change = Parameters<typeof packOf>[1]

function csv(text: string | Uint8Array, originalName = 'statement.csv'): SpecimenExhibit {
  return {
    ...{ category: 'D', caption: 'SPECIMEN', mediaType: 'text/plain', originalName },
    bytes: typeof text === 'string' ? Buffer.from(text) : Buffer.from(text)
  }
}

/** The pages of a pack with this one exhibit that are the exhibit's. */
async function shown(file: SpecimenExhibit, change: Change = {}) {
  const made = await packOf([file], change, { renderer: await packRenderer() })
  const [exhibit] = made.exhibits
  if (exhibit === undefined) throw new Error('no exhibit')
  const texts = await pageTexts(made.path)
  return { ...made, exhibit, pages: texts.slice(exhibit.firstPage - 1, exhibit.lastPage) }
}

/** Where the words of a page stand, left and right, in points. */
async function placesOn(path: string, page: number) {
  const html = await judge('pdftotext', '-bbox', '-f', String(page), '-l', String(page), path, '-')
  return [...html.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)"[^>]*>([^<]*)</g)].map(
    ([, left, top, right, text]) => ({ text, left: Number(left), top: Number(top), right: Number(right) })
  )
}

const AS_LINES = /\d\s+\S.*;.*\n/

describe('a file of cells in the pack', () => {
  it.each([
    ['semicolons', STATEMENT.join('\r\n'), 'statement.csv'],
    ['commas', 'a,b\n1,"x, y"\n2,z\n', 'STATEMENT.CSV'],
    ['tabs', 'a\tb\n1\tx, y\n2\tz\n', 'statement.tsv'],
    ['a line that names the delimiter', 'sep=|\na|b\n1|x, y\n2|z\n', 'statement.csv']
  ])('is a table, cut at its %s', async (_what, text, name) => {
    const { pages } = await shown(csv(text, name))
    expect(pages.join('\n')).toContain('Содержимое файла показано таблицей')
    expect(pages.join('\n')).not.toMatch(/;;|""|[ab12]\|/)
  })

  it('says every value as the file does, a cell of several lines too, under its column', async () => {
    const { pages, path, exhibit } = await shown(csv(STATEMENT.join('\r\n')))
    expect(pages).toHaveLength(1)
    const [page = ''] = pages
    expect(page).toMatch(/1\s+Дата\s+Описание\s+Сумма\s+Остаток\n/)
    expect(page).toMatch(/2\s+01\.10\.2026\s+Абонентская плата\s+-550,00\s+1 375,12\n/)
    expect(page).toMatch(/3\s+02\.10\.2026\s+Платёж; перевод\s+1 925,12\s+3 300,24\n/)
    expect(page).toMatch(
      /4\s+03\.10\.2026\s+ООО "Образец", первая строка\s+0,00\s+3 300,24\n\s+вторая строка\n/
    )
    expect(page.replace(/\s+/g, ' ')).toContain(`вложен без изменений: ${exhibit.number}_statement.csv`)
    const words = await placesOn(path, exhibit.firstPage)
    const of = (text: string) => words.find((word) => word.text === text)
    for (const sum of ['-550,00', '925,12', '0,00']) expect(of(sum)?.right).toBeCloseTo(of('Сумма')!.right, 0)
    expect(of('вторая')?.left).toBeCloseTo(of('Описание')!.left, 0)
  })

  it.each([
    ['utf-8 with its mark', Buffer.from(`\ufeff${STATEMENT.join('\n')}`)],
    ['utf-16', Buffer.from(`\ufeff${STATEMENT.join('\n')}`, 'utf16le')],
    ['windows-1251', encodeAs(STATEMENT.join('\r\n'), 'windows-1251')]
  ])('is read in the letters it was written in: %s', async (_encoding, bytes) => {
    const { pages } = await shown(csv(bytes))
    expect(pages[0]).toMatch(/2\s+01\.10\.2026\s+Абонентская плата\s+-550,00\s+1 375,12\n/)
  })

  it('keeps rows that are shorter, longer or empty, and titles above the head', async () => {
    const { pages } = await shown(
      csv(
        [
          'Выписка по счёту за очень долгий период с первого января по тридцать первое октября (SPECIMEN);;',
          '',
          'Дата;Описание;Сумма',
          '01.10.2026;первая;1,00',
          '02.10.2026;вторая',
          '',
          '03.10.2026;третья;3,00;лишняя'
        ].join('\n')
      )
    )
    const page = pages.join('\n')
    expect(page).toMatch(/1\s+Выписка по счёту за очень долгий период с первого января по тридцать первое/)
    expect(page).toMatch(/3\s+Дата\s+Описание\s+Сумма\n/)
    expect(page).toMatch(/5\s+02\.10\.2026\s+вторая\n/)
    expect(page).toMatch(/\n\s+6\n/)
    expect(page).toMatch(/7\s+03\.10\.2026\s+третья\s+3,00\s+лишняя\n/)
  })

  it('has its head again on each page it goes on to, and each row once', async () => {
    const rows = Array.from({ length: 200 }, (_, at) => `0${(at % 9) + 1}.10.2026;SPECIMEN-${at};${at},00`)
    const { pages } = await shown(csv(['Дата;Описание;Сумма', ...rows].join('\n')))
    expect(pages.length).toBeGreaterThan(3)
    for (const page of pages) expect(page.match(/Дата\s+Описание\s+Сумма/g)).toHaveLength(1)
    const found = pages.flatMap((page) => [...page.matchAll(/^\s*(\d+)\s.*SPECIMEN-(\d+)\s+(\d+),00$/gm)])
    expect(found.map(([, number, nth, sum]) => [number, nth, sum])).toEqual(
      rows.map((_, at) => [String(at + 2), String(at), String(at)])
    )
  })

  it('goes on over a page within a cell that is longer than one, and loses no word of it', async () => {
    const words = Array.from({ length: 2_000 }, (_, at) => `w${at}`)
    const rows = Array.from({ length: 60 }, (_, at) => `0${(at % 9) + 1}.10.2026;x`)
    const text = ['Дата;Описание', ...rows, `09.10.2026;"${words.join(' ')}"`, '10.10.2026;y'].join('\n')
    const { pages } = await shown(csv(text))
    expect([...pages.join('\n').matchAll(/\bw\d+/g)].map(([word]) => word)).toEqual(words)
    for (const page of pages) expect(page).toMatch(/Дата\s+Описание/)
  })

  it.each([
    ['has too many columns for a sheet', Array.from({ length: 3 }, () => 'абв;'.repeat(60)).join('\n')],
    ['has a quote without an end', 'a;b\n1;"x\n2;y\n3;z\n'],
    ['is sentences', 'Hello, it is me.\nToday, as you know, we, all of us, went.\nNo, never; not a table.\n'],
    ['is JSON', '{\n  "a": 1,\n  "b": "x; y",\n  "c": 2,\n  "d": 3\n}\n'],
    ['is one row', 'Дата;Описание;Сумма\n'],
    ['is empty', '']
  ])('stands as its lines where it %s', async (_what, text) => {
    const { pages } = await shown(csv(text))
    expect(pages.join('\n')).toContain('Текст файла, строки пронумерованы программой')
    if (text.includes(';')) expect(pages.join('\n')).toMatch(AS_LINES)
  })

  it('stands as its lines where its name is that of a text', async () => {
    const { pages } = await shown(csv(STATEMENT.join('\n'), 'statement.txt'))
    expect(pages.join('\n')).toContain('01.10.2026;Абонентская плата;-550,00;')
  })

  it('says where one that is too long for paper goes on', async () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => `01.10.2026;SPECIMEN;${at}`)
    const { pages } = await shown(csv(['Дата;Описание;Сумма', ...rows].join('\n')))
    expect(pages.at(-1)).toMatch(/Показаны строки таблицы 1–8000 из 20001; остальные — в исходном файле\./)
  })

  it('is attached alone where it has a million rows', async () => {
    const { pages } = await shown(csv('01.10.2026;1\n'.repeat(1_000_000)))
    expect(pages.join('\n')).toContain('Файл вложен в этот PDF')
  })

  it('is a table with heads for whoever has an archival pack read aloud', async () => {
    const settings: PackSettings = { ...USUAL_PACK_SETTINGS, form: 'archival' }
    const { path } = await shown(csv(STATEMENT.join('\n')), { settings, language: 'en' })
    const structure = await judge('pdfinfo', '-struct-text', path)
    expect(structure).toMatch(
      /Table[\s\S]*?THead[\s\S]*?TH[^"]*"Дата"\s+TH[^"]*"Описание"[\s\S]*?TBody[\s\S]*?"01\.10\.2026"/
    )
    expect(await judge('qpdf', '--check', path)).toContain('No syntax or stream encoding errors found')
  })
})

describe('a file of cells in a masked pack', () => {
  const settings: PackSettings = {
    ...USUAL_PACK_SETTINGS,
    masking: { documentNumbers: true, birthDates: true }
  }
  const [number = ''] = filledDossier().identity.documents.map((document) => document.number)

  it('says no number in any cell, and its file is not attached', async () => {
    const text = ['Дата;Описание;Паспорт', `01.10.2026;SPECIMEN;${number}`, `02.10.2026;№ ${number};x`].join(
      '\n'
    )
    const { pages, path } = await shown(csv(text), { settings })
    const page = pages.join('\n')
    expect(page).toMatch(/2\s+01\.10\.2026\s+SPECIMEN\s+\S*•/)
    expect(page).not.toContain(number)
    expect(page.replace(/\s+/g, ' ')).toContain('закрыты, поэтому сам файл не вложен')
    expect(await judge('pdfdetach', '-list', path)).not.toContain('statement.csv')
  })

  it('says no number that stands in two cells side by side', async () => {
    const [series, rest] = [number.slice(0, 4), number.slice(4)]
    const text = ['Дата;Серия;Номер', `01.10.2026;${series};${rest}`, '02.10.2026;x;y'].join('\n')
    const { pages } = await shown(csv(text), { settings })
    expect(pages.join('\n')).not.toContain(rest)
    expect(pages.join('\n')).toContain('•')
  })

  it('is attached where it says none', async () => {
    const { path } = await shown(csv(STATEMENT.join('\n')), { settings })
    expect(await judge('pdfdetach', '-list', path)).toContain('statement.csv')
  })
})
