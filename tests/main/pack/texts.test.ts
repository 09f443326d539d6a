import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { readFontSet, type FontSet } from '../../../src/main/pack/fonts/font-set.ts'
import { createTextMeasure } from '../../../src/main/pack/fonts/text-measure.ts'
import { textPieces } from '../../../src/main/pack/fonts/text-pieces.ts'
import { breakPositions } from '../../../src/main/pack/layout/line-breaks.ts'
import { breakLines } from '../../../src/main/pack/layout/break-text.ts'
import { makePack } from '../../../src/main/pack/make-pack.ts'
import { editDossier } from '../../../src/shared/domain/dossier-edit.ts'
import {
  bareDossier,
  filledDossier,
  originalsOf,
  withExhibits,
  type SpecimenExhibit
} from '../../specimen-dossier.ts'
import { packFontsFolder } from '../../pack-fonts.ts'
import { BARE_FRONT_PAGES, judge, packJob, packOf, pixelsOf } from './pack-fixtures.ts'
import { pageTexts, textsOf } from './pack-reading.ts'

const STYLE = { size: 9, leading: 12, ink: 'black', isBold: false } as const
let fonts: FontSet

beforeAll(async () => {
  fonts = await readFontSet(await packFontsFolder())
})

describe('faces', () => {
  const faceOf = (text: string) =>
    textPieces(fonts, text, false).map((piece) =>
      piece.kind === 'glyphs' ? `${piece.font}:${piece.text}` : `missing:${piece.code}`
    )

  it('sets Latin, Cyrillic, digits and money in the European face, Han in the Chinese one', () => {
    expect(faceOf('Счёт № 12: 650,00 ₽')).toEqual(['sans-regular:Счёт № 12: 650,00 ₽'])
    expect(faceOf('林晓雯')).toEqual(['han-regular:林晓雯'])
    expect(faceOf('合同2026年')).toEqual(['han-regular:合同', 'sans-regular:2026', 'han-regular:年'])
  })

  it('takes dashes and quotes from the face of the string they stand in', () => {
    expect(faceOf('«да» — нет…')).toEqual(['sans-regular:«да» — нет…'])
    expect(faceOf('“有文件”')).toEqual(['han-regular:“有文件”'])
  })

  it('knows what no face has', () => {
    expect(faceOf('a𠮷b')).toEqual(['sans-regular:a', 'missing:U+20BB7', 'sans-regular:b'])
  })

  it('draws nothing for characters that hide or turn text', () => {
    expect(faceOf('a\u202eb\u200bc\ufeff')).toEqual(['sans-regular:abc'])
  })
})

describe('lines', () => {
  const wrap = (text: string, width: number) =>
    breakLines(createTextMeasure(fonts), [{ text }], STYLE, width).map((line) =>
      line.parts.map(({ text }) => text).join('')
    )

  it('breaks a word that is wider than its column, with a hyphen, and loses nothing of it', () => {
    const word = 'электрокардиографическийрентгеноэлектрокардиографический'
    const lines = wrap(word, 100)
    expect(lines.length).toBeGreaterThan(1)
    expect(lines.slice(0, -1).every((line) => line.endsWith('-'))).toBe(true)
    expect(lines.map((line) => line.replace(/-$/, '')).join('')).toBe(word)
  })

  it('breaks an address at its joints, without a hyphen', () => {
    const lines = wrap('very.long.address@a-rather-long-domain.example.org', 120)
    expect(lines.join('')).toBe('very.long.address@a-rather-long-domain.example.org')
  })

  it('keeps numbers with what they count, marks with their numbers, dashes with the word before', () => {
    for (const width of [75, 90, 120, 160]) {
      const text = wrap('Договор № 000-4711 от 12.03.2021 — действует, с. 17, п. 3.2', width).join('|')
      expect(text).not.toMatch(/№\|| ?\|—|с\.\||п\.\|/)
    }
    for (const width of [40, 55, 70, 90]) {
      const text = wrap('合同已于2026年10月31日终止，见第43页（附件）。', width).join('|')
      expect(text).not.toMatch(/\d\||第\||（\||\|[，。（）]*[，。）]/)
    }
  })

  it('never exceeds its width, whatever comes, and keeps every character but spaces at line ends', () => {
    const alphabet = fc.constantFrom(...'ая бв—, №12-.@林晓，。（）ABc𠮷\u00a0'.split(/(?:)/u))
    fc.assert(
      fc.property(
        fc.array(alphabet, { maxLength: 120 }),
        fc.integer({ min: 30, max: 300 }),
        (characters, width) => {
          const text = characters.join('').normalize('NFC')
          const laid = breakLines(createTextMeasure(fonts), [{ text }], STYLE, width)
          for (const line of laid) expect(line.width).toBeLessThanOrEqual(width + 0.02)
          const kept = laid.map((line) => line.parts.map(({ text }) => text).join('')).join('')
          const bare = (value: string) => value.replace(/[\s\u00a0-]/gu, '')
          expect(bare(kept)).toBe(bare(text))
        }
      ),
      { numRuns: 150 }
    )
  })

  it.each([
    ['Оплата по счёту № 000-4711 и', '№ 000-4711'],
    ['неустойка начислена по п. 6.4 договора', 'п. 6.4'],
    ['в порядке, который установлен ст. 26 закона', 'ст. 26'],
    ['договор заключён 31 октября 2026 г. в салоне', '31 октября'],
    ['договор заключён в октябре 2026 г. в салоне', '2026 г.'],
    ['вернуть на счёт 12 345 678,90 ₽ и ответить', '12 345 678,90 ₽'],
    ['позвоните мне по номеру +7 999 000-12-34 сегодня', '+7 999 000-12-34'],
    ['акт подписал сотрудник салона А. А. Примеров', 'А. А. Примеров'],
    ['penalty was charged under clause 6.4 of it', 'clause 6.4'],
    ['the contract ended on 31 October 2026 at last', '31 October 2026'],
    ['根据合同第 6.4 条的规定运营商应退还余额', '第 6.4 条'],
    ['本人于 2026 年 10 月 20 日前往营业厅办理', '10 月'],
    ['对方承诺期限为2026年11月30日，逾期将另行投诉', '2026年11月30日'],
    ['因此本人当场缴纳了 1 206,00 卢布并取得了收据', '1 206,00 卢布'],
    ['运营商承诺在 10 天内退还剩余的 550 元预付款', '550 元']
  ])('never breaks “%s” inside “%s”, and draws it as it was typed', (text, together) => {
    for (let width = 90; width <= 260; width += 5) {
      const lines = wrap(text, width)
      expect(lines.some((line) => line.includes(together))).toBe(true)
    }
  })

  it('breaks what belongs together at its spaces where the column is too narrow for it', () => {
    const name = 'А. А. Константинопольская'
    const lines = wrap(name, createTextMeasure(fonts).width('Константинопольская', STYLE.size) + 1)
    expect(lines).toEqual(['А. А.', 'Константинопольская'])
  })

  it('ends every text at its end', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(breakPositions(text).at(-1)).toBe(text.length)
      })
    )
  })
})

describe('hard texts in a pack', () => {
  const words = {
    long: 'Приложение с очень длинной подписью, '.repeat(9).slice(0, 300),
    unbroken: 'превысокомногорассмотрительствующий'.repeat(2).slice(0, 60),
    missing: 'Имя 𠮷野 и 🙂'
  }
  let path = ''
  let findings: readonly unknown[] = []

  beforeAll(async () => {
    const file = (caption: string, index: number): SpecimenExhibit => ({
      category: 'G',
      caption,
      bytes: Buffer.from(`SPECIMEN ${index}`),
      mediaType: 'text/plain',
      originalName: `${'long-name-'.repeat(28)}\u202egpj.${index}.txt`,
      pages: null
    })
    const files = [words.long, words.unbroken, words.missing, ''].map(file)
    const dossier = {
      ...filledDossier(),
      subscriber: { latin: 'A'.repeat(70), cyrillic: words.unbroken, chinese: '林'.repeat(40) },
      operator: { id: null, name: words.long.slice(0, 120) },
      agreement: { ...filledDossier().agreement, notes: `${words.long}\n`.repeat(40) },
      confirmation: { ...filledDossier().confirmation, text: `${words.long}\n\n`.repeat(30) }
    }
    const made = await packOf(files, {}, {}, dossier)
    path = made.path
    findings = made.findings
  }, 60_000)

  it('stay inside the frame on every page', async () => {
    const boxes = await judge('pdftotext', '-bbox', path, '-')
    for (const [, x0, , x1, , text] of boxes.matchAll(
      /xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">([^<]*)</g
    )) {
      expect(Number(x0), text).toBeGreaterThan(70)
      expect(Number(x1), text).toBeLessThan(554)
    }
  })

  it('lose nothing', async () => {
    const text = (await pageTexts(path)).join('').replace(/[\s\u00a0]/g, '')
    expect(text).toContain(words.long.replace(/\s/g, '').slice(0, 60))
    expect(text.replace(/-/g, '')).toContain(words.unbroken)
    expect(text).toContain('gpj.0.txt')
    expect(text).not.toContain('\u202e')
  })

  it('show a character no font has as its framed code, and report it', async () => {
    expect(findings).toEqual([{ code: 'missing-glyphs', characters: '🙂𠮷' }])
    const raw = (await readFile(path)).length
    expect(raw).toBeGreaterThan(0)
    expect((await judge('mutool', 'draw', '-q', '-F', 'txt', path)).replace(/\s/g, '')).toMatch(/U\+20BB7|𠮷/)
  })

  it('number their pages all the same', async () => {
    const texts = await pageTexts(path)
    texts.forEach((text, index) =>
      expect(text.trim().split('\n').at(-1) ?? '').toMatch(new RegExp(`(\\s|· )${index + 1}$`))
    )
  })
})

it('puts ink on the paper for every character it draws', async () => {
  const alphabet = 'АБВГДЕЁЖабвгдеё ABCDabcd 0123456789 ₽№«»—–·• 林晓雯销号存证，。（）'
  const characters = [...new Set(Array.from(alphabet.replace(/\s/g, '')))]
  const text = characters.map((character) => character).join('\n')
  const dossier = { ...bareDossier(), confirmation: { channel: null, sender: '', receivedAt: null, text } }
  const { path } = await packOf([], {}, {}, dossier)
  const boxes = await judge('pdftotext', '-bbox', path, '-')
  const pages = boxes.split('<page ').slice(1)
  let checked = 0
  for (const [index, page] of pages.entries()) {
    // The confirmation may begin below the subscriber.
    if (index < BARE_FRONT_PAGES - 1) continue
    const found = [
      ...page.matchAll(/xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</g)
    ].filter(([, x0, , , , word]) => Number(x0) > 95 && Number(x0) < 98 && characters.includes(word ?? ''))
    if (found.length === 0) continue
    const { at } = await pixelsOf(path, index + 1, 144)
    for (const [, x0, y0, x1, y1, word] of found) {
      let ink = 0
      for (let x = Number(x0) * 2 - 2; x < Number(x1) * 2 + 2; x++)
        for (let y = Number(y0) * 2; y < Number(y1) * 2; y++) if (at(x, y)[0] < 160) ink++
      expect(ink, `no ink for ${word}`).toBeGreaterThan(1)
      checked++
    }
  }
  expect(checked).toBe(characters.length)
})

it('names in the index the number an exhibit had before, and keeps its new one', async () => {
  const file = {
    category: 'B',
    caption: 'Счёт',
    bytes: Buffer.from('SPECIMEN'),
    mediaType: 'text/plain',
    originalName: 'a.txt',
    pages: null
  } as const
  const numbered = withExhibits(bareDossier(), [file])
  const moved = editDossier(
    numbered,
    { kind: 'categorise-exhibit', exhibitId: 'exhibit-1', category: 'C' },
    '2026-11-20T14:00:00.000Z'
  )
  if (!moved.ok) throw new Error(moved.code)
  const job = await packJob(moved.value)
  const made = await makePack(job, { openOriginal: originalsOf([file]) })
  expect(made.ok).toBe(true)
  const [index = ''] = await textsOf(job.targetPath, 2)
  expect(index).toContain('C-1')
  expect(index).toContain('ранее B-1')
})
