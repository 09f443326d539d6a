import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Contact } from '../../../src/shared/domain/contact.ts'
import type { Dossier } from '../../../src/shared/domain/dossier.ts'
import type { PackLanguage } from '../../../src/shared/domain/pack-record.ts'
import { bareDossier, bufferOriginal, filledDossier, type SpecimenExhibit } from '../../specimen-dossier.ts'
import { createFormats } from '../../../src/main/pack/layout/formats.ts'
import { readPack } from '../../../src/main/pack-check/read-pack.ts'
import { fullCase, linkedExhibits } from './full-case.ts'
import { packOf } from './pack-fixtures.ts'
import { readByThree } from './pack-judges.ts'
import { linksOf, outlineOf, pageOf, pageTexts, textsOf } from './pack-reading.ts'

type Pack = Awaited<ReturnType<typeof packOf>>

const TITLES = {
  ru: {
    chronology: 'Хронология',
    identity: 'Абонент и номер',
    ledger: 'Расчёты с оператором',
    contacts: 'Журнал обращений',
    agreement: 'Соглашение и оборудование',
    evidence: 'Доказательства по пунктам'
  },
  'zh-CN': {
    chronology: '时间线',
    identity: '用户与号码',
    ledger: '与运营商的结算',
    contacts: '联系记录',
    agreement: '协议与设备',
    evidence: '逐项证据'
  },
  en: {
    chronology: 'Chronology',
    identity: 'Subscriber and number',
    ledger: 'Account with the operator',
    contacts: 'Contact log',
    agreement: 'Agreement and equipment',
    evidence: 'Evidence for each point'
  }
} as const
const LANGUAGES = ['ru', 'zh-CN', 'en'] as const

const readings = new Map<string, ReturnType<typeof readByThree>>()
/** Text of a page as three programs read it, spaces made plain. */
async function readAll(path: string, page: number): Promise<readonly string[]> {
  const reading = readings.get(path) ?? readByThree(path)
  readings.set(path, reading)
  return Object.values(await reading).map((texts) => (texts[page - 1] ?? '').replace(/[\s\u00a0]+/g, ' '))
}

describe('the pages of a case', () => {
  const packs = new Map<PackLanguage, Pack>()
  const pathOf = (language: PackLanguage) => packs.get(language)?.path ?? ''

  beforeAll(async () => {
    const files = await linkedExhibits()
    for (const language of LANGUAGES) packs.set(language, await packOf(files, { language }, {}, fullCase()))
  }, 60_000)

  it.each([
    ['ru', 'chronology', ['Заключён договор № 000-4711', 'Договор прекращён', 'Составлен этот комплект']],
    ['ru', 'chronology', ['Далее — события', 'Начисления и платежи до обращения к оператору — на с. ']],
    ['ru', 'contacts', ['3 обращения: исходящих 2, входящих 1', '14:20 МСК', '19:20 (UTC+8)']],
    ['ru', 'contacts', ['Исходящее', 'звонок, 6 мин', 'Номер: 0-000047110', 'Срок ответа: 24.09.2026']],
    ['ru', 'contacts', ['Отмечено выполненным 29.09.2026']],
    ['ru', 'agreement', ['Минимальный срок до', '10 дней', 'Роутер', 'S/N SN-0000-4711']],
    ['ru', 'agreement', ['IMEI 490154203237518', 'Блокировки сняты', 'Квитанция или отправление: АКТ-0000']],
    ['ru', 'evidence', ['Долга нет: 0,00 ₽', 'независимо', 'Слабое место: нет документа о возврате']],
    ['ru', 'evidence', ['Отмечено абонентом вручную', 'Роутер принят, акт обещан', '17.11.2026']],
    ['ru', 'identity', ['вид на жительство', 'ОБРАЗЦОВ Пётр Ильич', '00/000-н/00-2026-0-0000', 'да']],
    ['zh-CN', 'chronology', ['签订合同 № 000-4711', '合同终止', '生成本材料']],
    ['zh-CN', 'contacts', ['共 3 次往来', '14:20 莫斯科', '电话，6 分钟', '承诺期限：2026年9月24日']],
    ['zh-CN', 'agreement', ['合同中的解约条款', '路由器', '账号已移除，锁已解除']],
    ['zh-CN', 'evidence', ['没有欠费：0.00卢布', '多方印证', '薄弱处：', '用户手动标记']],
    ['en', 'chronology', ['Contract № 000-4711 concluded', 'Contract ended', 'This pack was made']],
    [
      'en',
      'contacts',
      ['3 contacts: 2 outgoing, 1 incoming', '14:20 Moscow', 'Answer due by 24 September 2026']
    ],
    ['en', 'agreement', ['Minimum term until', 'Handed over on 7 October 2026', 'Locks off']],
    [
      'en',
      'evidence',
      ['Nothing is owed: RUB 0.00', 'independently', 'Weak spot:', 'Marked by the subscriber']
    ]
  ] as const)('%s, %s: %j', async (language, part, phrases) => {
    const path = pathOf(language)
    const texts = await readAll(path, await pageOf(path, TITLES[language][part]))
    const bare = (text: string) => text.replace(/ /g, '')
    for (const text of texts) for (const phrase of phrases) expect(bare(text)).toContain(bare(phrase))
  })

  it.each(LANGUAGES)('lists every part in the index with a link to its page (%s)', async (language) => {
    const path = pathOf(language)
    const outline = await outlineOf(path)
    const fromIndex = new Set(
      (await linksOf(path)).filter(({ page }) => page === 2).map((link) => link.targetPage)
    )
    const [index = ''] = await readAll(path, 2)
    for (const title of Object.values(TITLES[language])) {
      const page = outline.find((entry) => entry.title.startsWith(`${title} · `))?.page ?? 0
      expect(page).toBeGreaterThan(2)
      expect(fromIndex).toContain(page)
      expect(index).toMatch(new RegExp(`${title} ${page}(–\\d+)? `))
    }
  })

  it.each([
    ['ru', 'Слабые места: не погашено 50,00 ₽; 1 платёж без подтверждающего документа.'],
    ['zh-CN', '薄弱处：尚欠50.00卢布；有 1 笔付款没有凭证。'],
    ['en', 'Weak spots: still owed: RUB 50.00; 1 payment without a document.']
  ] as const)('names all weak spots of a point in one sentence (%s)', async (language, sentence) => {
    const full = fullCase()
    const added = (id: string, kind: 'bill' | 'payment', amountMinor: number) =>
      ({ id, on: '2026-10-20', kind, amountMinor, currency: 'RUB', note: '' }) as const
    const entries = [added('late-bill', 'bill', 10_000), added('late-payment', 'payment', 5_000)]
    const payments = { ...full.payments, entries: [...full.payments.entries, ...entries] }
    const { path } = await packOf(await linkedExhibits(), { language }, {}, { ...full, payments })
    const text = (await readAll(path, await pageOf(path, TITLES[language].evidence))).at(-1) ?? ''
    const bare = (one: string) => one.replace(/\s/g, '')
    expect(bare(text)).toContain(bare(sentence))
  })

  it('tells the chronology in the order of time, each day once', async () => {
    const path = pathOf('ru')
    const [text = ''] = await textsOf(path, await pageOf(path, TITLES.ru.chronology))
    const days = [...text.matchAll(/^\s*(\d\d)\.(\d\d)\.(\d{4})/gm)].map(([, d, m, y]) => `${y}-${m}-${d}`)
    expect(days.length).toBeGreaterThan(12)
    expect(days).toEqual(days.toSorted())
    expect(new Set(days).size).toBe(days.length)
  })

  it('does not repeat the day where the pack itself was made on that of the last paper', async () => {
    const [paper] = await linkedExhibits()
    const last = { ...paper!, madeOn: '2026-11-20' } as const
    const { path } = await packOf(
      [last],
      { language: 'ru', madeAt: '2026-11-20T10:00:00.000Z' },
      {},
      fullCase()
    )
    const [text = ''] = await textsOf(path, await pageOf(path, TITLES.ru.chronology))
    expect(text).toMatch(/13:00\s+Составлен этот комплект/)
    expect(text.match(/^\s*20\.11\.2026/gm)).toHaveLength(1)
  })

  it('leads a document’s facts to the paper that shows them', async () => {
    const path = pathOf('ru')
    const [text = ''] = await textsOf(path, await pageOf(path, TITLES.ru.identity))
    expect(text).toMatch(new RegExp(`Номер\\s+E12346789\\s+A-1\\s+с\\.\\s+${await pageOf(path, 'A-1')}\\s`))
    expect(text).toMatch(/Номер\s+82 0000000\s+со слов/)
  })

  it.each(LANGUAGES)('keeps services and backups out (%s)', async (language) => {
    expect((await pageTexts(pathOf(language))).join('')).not.toContain('PRIVATE')
  })

  it('cites an exhibit of several pages with all of them', async () => {
    const [cover = ''] = await readAll(pathOf('ru'), 1)
    expect(cover).toMatch(/B-1 с\. (\d+)–(\d+)/)
  })

  it('names the source of a date on a foreign page', async () => {
    const path = pathOf('ru')
    const [text = ''] = await readAll(path, await pageOf(path, 'B-1'))
    expect(text).toContain('01.11.2026 (дата из файла)')
  })
})

it('names on the page of evidence and on the cover what proves only a part, and says so', async () => {
  const photo: SpecimenExhibit = {
    category: 'E',
    caption: 'Act of return',
    bytes: Buffer.from('SPECIMEN act'),
    mediaType: 'text/plain',
    originalName: 'act.txt',
    pages: null,
    proves: [{ kind: 'device', id: 'device-1' }]
  }
  const { path } = await packOf([photo], { language: 'en' })
  const [evidence = ''] = await readAll(path, await pageOf(path, TITLES.en.evidence))
  expect(evidence).toMatch(/Equipment returned on .*stated only E-1 Act of return/)
  expect(evidence).toContain(
    'no document of the return: Phone SPECIMEN Phone 0. The files prove a part of it'
  )
  const [cover = ''] = await readAll(path, 1)
  expect(cover).toMatch(/Equipment returned stated only in part: E-1 p\. \d+/)
  expect(cover).toMatch(/Request made not confirmed —|Request made stated only —/)
})

describe('what a pack leaves out', () => {
  const titles = async (dossier: Dossier) => {
    const { path } = await packOf([], { language: 'en' }, {}, dossier)
    return (await outlineOf(path)).map(({ title }) => title.replace(/ · p\. \d+$/, ''))
  }

  it('has no page for what the dossier does not say', async () => {
    expect(await titles(bareDossier())).toEqual([
      'Cover',
      'Index',
      'Subscriber and number',
      'Verification',
      'Checksums'
    ])
  })

  it('has a page as soon as there is one thing to show on it', async () => {
    const { contacts } = filledDossier()
    expect(await titles({ ...bareDossier(), contacts: contacts.slice(0, 1) })).toEqual([
      'Cover',
      'Index',
      'Chronology',
      'Subscriber and number',
      'Contact log',
      'Evidence for each point',
      'Verification',
      'Checksums'
    ])
    const nothing = { nothingToReturn: true, devices: [] }
    expect(await titles({ ...bareDossier(), equipment: nothing })).toContain('Agreement and equipment')
  })
})

it.each([
  ['ru', null],
  ['zh-CN', null],
  ['en', null],
  ['zh-CN', 'ru'],
  ['ru', 'en']
] as const)('never breaks a sum of the ledger, however large (%s, %s)', async (language, secondLanguage) => {
  const dossier = filledDossier()
  const large = { currency: 'RUB', note: 'SPECIMEN', amountMinor: 123_456_789_012 } as const
  const entries = [
    { ...large, id: 'large-1', on: '2026-01-01', kind: 'fee' },
    { ...large, id: 'large-2', on: '2026-01-02', kind: 'payment' }
  ] as const
  const base = { ...dossier, payments: { currency: 'RUB', entries } }
  const { path } = await packOf([], { language, secondLanguage }, {}, base)
  const sum = createFormats(language, 'RUB', 'Europe/Moscow').amount(large.amountMinor)
  const { pages } = await readPack(bufferOriginal(await readFile(path)), 'pack.pdf')
  const shown = pages
    .flatMap(({ runs }) => runs.map(({ text }) => text.trim()))
    .filter((text) => text === sum)
  // Two entries, a balance, two totals; a row and a total in each of the two boxes.
  expect(shown).toHaveLength(9)
})

describe('a ledger of several currencies', () => {
  let path = ''
  beforeAll(async () => {
    const dossier = filledDossier()
    const entry = { on: '2026-10-21', note: 'Specimen', currency: 'CNY' } as const
    const entries = [
      ...dossier.payments.entries,
      { ...entry, id: 'yuan-1', kind: 'fee', amountMinor: 12_300 },
      { ...entry, id: 'yuan-2', kind: 'payment', amountMinor: 2_300 }
    ] as const
    const paper = (name: string): SpecimenExhibit => ({
      category: 'B',
      caption: name,
      bytes: Buffer.from(name),
      mediaType: 'text/plain',
      originalName: `${name}.txt`,
      pages: null,
      proves: [{ kind: 'entry', id: 'yuan-2' }]
    })
    const files = [paper('receipt'), paper('statement')]
    const base = { ...dossier, payments: { currency: 'RUB', entries } }
    path = (await packOf(files, { language: 'en' }, {}, base)).path
  }, 60_000)

  it('has a table, totals and a reconciliation for each, and never adds them up', async () => {
    const first = await pageOf(path, TITLES.en.ledger)
    const texts = (await pageTexts(path)).slice(first - 1, first + 2)
    const text = texts.join('').replace(/[\s\u00a0]+/g, ' ')
    expect(text).toContain('Account in RUB')
    expect(text).toContain('Account in CNY')
    expect(text).toContain('Total 11,223.62 11,223.62 0.00')
    expect(text).toContain('Total 123.00 23.00 100.00')
    expect(text).toContain('Still owed: CNY 100.00')
    expect(text.match(/Reconciliation by kind/g)).toHaveLength(2)
  })

  it('names every paper of an entry, and both in the reconciliation', async () => {
    const text = (await pageTexts(path)).join('').replace(/[\s\u00a0]+/g, ' ')
    expect(text).toMatch(/Payment: Specimen B-1 p\. \d+ 23\.00 100\.00 B-2 p\. \d+/)
    expect(text).toContain('By exhibits B-1, B-2')
  })

  it('says on the cover what is owed, in its currency', async () => {
    const [cover = ''] = await readAll(path, 1)
    expect(cover).toContain('Still owed: CNY 100.00.')
  })
})

it('repeats the heads of a contact log that runs over several pages, sorted by instant', async () => {
  const [first] = filledDossier().contacts
  if (first === undefined) throw new Error('no contact')
  const contacts = Array.from({ length: 40 }, (_, index): Contact => ({
    ...first,
    id: `contact-${index}`,
    at: {
      local: `2026-09-${String(30 - (index % 28)).padStart(2, '0')}T10:00`,
      zone: index % 2 === 0 ? 'Asia/Shanghai' : 'Europe/Moscow'
    }
  }))
  const { path } = await packOf([], { language: 'en' }, {}, { ...bareDossier(), contacts })
  const from = await pageOf(path, TITLES.en.contacts)
  const to = await pageOf(path, TITLES.en.evidence)
  expect(to - from).toBeGreaterThan(2)
  // The evidence may begin below the last rows.
  const pages = (await pageTexts(path))
    .slice(from - 1, to)
    .filter((text) => text.includes(TITLES.en.contacts))
  for (const text of pages) expect(text).toMatch(/No\.\s+When\s+Who and how/)
  const days = [...pages.join('').matchAll(/^\s*\d+\s+(\d+) Sep 2026/gm)].map(([, day]) => Number(day))
  expect(days).toHaveLength(40)
  expect(days).toEqual(days.toSorted((a, b) => a - b))
})

it('never leaves the head of a table alone at the foot of a page', async () => {
  const full = filledDossier()
  for (const paragraphs of [12, 14, 16, 18, 20]) {
    const notes = Array.from({ length: paragraphs }, () => 'SPECIMEN clause of the agreement.').join('\n')
    const dossier = { ...full, agreement: { ...full.agreement, notes } }
    const { path } = await packOf([], { language: 'en' }, {}, dossier)
    for (const text of await pageTexts(path)) {
      if (/Device\s+Serial number, IMEI/.test(text)) expect(text).toMatch(/Router|Phone/)
    }
  }
}, 60_000)

it('breaks no short table of facts over two sheets', async () => {
  const filled = filledDossier()
  const [document] = filled.identity.documents
  const identity = { ...filled.identity, documents: document === undefined ? [] : [document] }
  // Among these one lets all of the table but its last row stand at the foot of a sheet.
  for (const words of [20, 30, 40]) {
    const note = Array.from({ length: words }, () => 'SPECIMEN').join(' ')
    const dossier = { ...filled, identity, closing: { ...filled.closing, note } }
    const { path } = await packOf([], { language: 'zh-CN' }, {}, dossier)
    const [reply = ''] = (await pageTexts(path)).filter((text) => text.includes('ул. Образцовая, д. 0'))
    expect(reply).toContain('+86')
  }
}, 60_000)
