import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PDFDocument } from 'pdf-lib'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { SpecimenFile } from '../../specimen-dossier.ts'
import { encodeAs } from '../statement/encoded.ts'
import { judge, packOf, temporaryFolder } from './pack-fixtures.ts'
import { pageTexts } from './pack-reading.ts'

const MAIL = { originalName: 'confirmation.eml', mediaType: 'message/rfc822' }
const TEXT = { originalName: 'chat.txt', mediaType: 'text/plain' }
const HEAD = [
  'From: =?koi8-r?Q?=EF=C2=D2=C1=DA=C5=C3?= <abonent@obrazets-telecom.example>',
  'To: wei.ruoxi@mail.example',
  'Date: Fri, 30 Oct 2026 16:42:00 +0300',
  'Subject: =?utf-8?B?0JTQvtCz0L7QstC+0YAg0YDQsNGB0YLQvtGA0LPQvdGD0YI=?=',
  'MIME-Version: 1.0'
]

function mail(...lines: readonly string[]): Buffer {
  return Buffer.from([...HEAD, ...lines].join('\r\n'), 'latin1')
}

/** The pages of a pack with this one exhibit, and those of the exhibit. */
async function shown(file: SpecimenFile) {
  const made = await packOf([{ ...file, category: 'F', caption: 'SPECIMEN' }])
  const texts = await pageTexts(made.job.targetPath)
  const [exhibit] = made.exhibits
  if (exhibit === undefined) throw new Error('no exhibit')
  return { ...made, exhibit, pages: texts.slice(exhibit.firstPage - 1, exhibit.lastPage) }
}

describe('a letter in the pack', () => {
  it('says who wrote when to whom, and its words in numbered lines', async () => {
    const bytes = mail(
      'Content-Type: text/plain; charset=windows-1251',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      '=C4=EE=E3=EE=E2=EE=F0 =F0=E0=F1=F2=EE=F0=E3=ED=F3=F2.',
      '',
      'SPECIMEN'
    )
    const { pages, job, exhibit } = await shown({ bytes, ...MAIL })
    expect(pages).toHaveLength(1)
    const [page = ''] = pages
    expect(page).toMatch(/От\s+Образец <abonent@obrazets-telecom\.example>/)
    expect(page).toMatch(/Кому\s+wei\.ruoxi@mail\.example/)
    expect(page).toMatch(/Дата в письме\s+30\.10\.2026, 16:42:00 \(UTC\+3\)\n/)
    expect(page).toMatch(/Тема\s+Договор расторгнут/)
    expect(page).toMatch(/1\s+Договор расторгнут\.\n/)
    expect(page).toMatch(/\n\s+SPECIMEN\n/)
    expect(page.replace(/\s+/g, ' ')).toContain(`вложено без изменений: ${exhibit.number}_confirmation.eml`)
    expect(await judge('qpdf', '--check', job.targetPath)).toContain(
      'No syntax or stream encoding errors found'
    )
    expect(await judge('pdfdetach', '-list', job.targetPath)).toContain('confirmation.eml')
  })

  it('shows the words of one that has only HTML, without scripts and looks, and names what is attached', async () => {
    const html =
      '<html><head><style>p{color:red}</style><title>x</title></head><body><p>Долга&nbsp;нет.</p>' +
      '<script>alert("bad")</script><table><tr><td>Остаток</td><td>0,00 &#8381;</td></tr></table>' +
      '<ul><li>первое<li>второе</ul></body></html>'
    const bytes = mail(
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: text/html; charset=utf-8',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(html).toString('base64'),
      '--b',
      'Content-Type: application/pdf; name="spravka.pdf"',
      'Content-Disposition: attachment; filename="spravka.pdf"',
      '',
      'SPECIMEN',
      '--b--'
    )
    const { pages } = await shown({ bytes, ...MAIL })
    const page = pages.join('\n')
    expect(page).toMatch(/Долга\s?нет\./)
    expect(page).toMatch(/Остаток\s+0,00 ₽/)
    expect(page).toContain('• первое')
    expect(page).toContain('• второе')
    expect(page).toMatch(/Вложения\s+1 — spravka\.pdf, \d\sбайт; есть в исходном письме/)
    expect(page).not.toMatch(/alert|color:red/)
  })

  it('says by which clocks it was sent, who signed it, and which exhibit is the file that came with it', async () => {
    const paper = Buffer.from('SPECIMEN: справка об отсутствии долга')
    const letter = Buffer.from(
      [
        'From: wei.ruoxi@mail.example',
        'To: abonent@obrazets-telecom.example',
        'Date: Thu, 29 Oct 2026 23:14:09 +0800 (CST)',
        'Message-ID: <specimen.1@mail.example>',
        'DKIM-Signature: v=1; a=rsa-sha256; d=mail.example;',
        ' s=specimen; bh=U1BFQ0lNRU4=; b=U1BFQ0lNRU4=',
        'Content-Type: multipart/mixed; boundary=b',
        '',
        '--b',
        'Content-Type: text/plain',
        '',
        'SPECIMEN',
        '--b',
        'Content-Type: application/octet-stream; name=spravka.txt',
        'Content-Transfer-Encoding: base64',
        '',
        paper.toString('base64'),
        '--b--'
      ].join('\r\n')
    )
    const made = await packOf([
      { bytes: letter, ...MAIL, category: 'D', caption: 'SPECIMEN' },
      { bytes: paper, ...TEXT, category: 'D', caption: 'SPECIMEN' }
    ])
    const page = (await pageTexts(made.job.targetPath))[(made.exhibits[0]?.firstPage ?? 0) - 1]
    expect(page).toMatch(/Дата в письме\s+29\.10\.2026, 23:14:09 \(UTC\+8\) — 18:14:09\sМСК/)
    expect(page).toMatch(/Message-ID\s+<specimen\.1@mail\.example>/)
    expect(page).toMatch(/Подпись домена\s+DKIM: mail\.example; программа подпись не проверяла/)
    const other = made.exhibits[1]
    expect(page).toMatch(new RegExp(`тот же файл —\\s+${other?.number}\\s+с\\.\\s${other?.firstPage}\\n`))
  })

  it('is followed by the pages of what came with it, as far as those can be shown', async () => {
    const bill = await PDFDocument.create()
    bill.addPage([300, 200]).drawText('SPECIMEN bill')
    const photo = await sharp({ create: { width: 80, height: 50, channels: 3, background: '#3a6' } })
      .jpeg()
      .toBuffer()
    const part = (name: string, type: string, bytes: Uint8Array) => [
      '--b',
      `Content-Type: ${type}; name=${name}`,
      'Content-Transfer-Encoding: base64',
      `Content-Disposition: attachment; filename=${name}`,
      '',
      Buffer.from(bytes).toString('base64')
    ]
    const bytes = mail(
      'Content-Type: multipart/mixed; boundary=b',
      '',
      ...['--b', 'Content-Type: text/plain', '', 'SPECIMEN'],
      ...part('bill.pdf', 'application/pdf', await bill.save()),
      ...part('broken.pdf', 'application/pdf', Buffer.from('%PDF-1.4 SPECIMEN')),
      ...part('photo.jpg', 'image/jpeg', photo),
      '--b--'
    )
    const { pages, job, exhibit } = await shown({ bytes, ...MAIL })
    expect(pages).toHaveLength(3)
    expect(pages[0]).toMatch(/1 — bill\.pdf[^;]*; показано на листах после письма/)
    expect(pages[0]).toMatch(/2 — broken\.pdf[^;]*; есть в исходном письме/)
    expect(pages[0]).toMatch(/3 — photo\.jpg[^;]*; показано на листах после письма/)
    expect(pages[1]).toContain('SPECIMEN bill')
    expect(pages[2]).toMatch(/80 × 50/)
    const out = join(await temporaryFolder(), exhibit.number)
    await judge('pdfdetach', '-save', '1', '-o', out, job.targetPath)
    expect((await readFile(out)).equals(bytes)).toBe(true)
    expect(await judge('qpdf', '--check', job.targetPath)).toContain(
      'No syntax or stream encoding errors found'
    )
  })

  it('shows a date that is none as it stands', async () => {
    const { pages } = await shown({
      bytes: Buffer.from('From: a@b.example\r\nDate: вчера\r\n\r\nSPECIMEN'),
      ...MAIL
    })
    expect(pages[0]).toMatch(/Дата в письме\s+вчера/)
  })

  it('is attached like any other file where it is built to cost time', async () => {
    const parts = Array.from({ length: 200 }, (_, at) => [
      `Content-Type: multipart/mixed; boundary=b${at}`,
      '',
      `--b${at}`
    ]).flat()
    const { pages, findings } = await shown({ bytes: mail(...parts, '', 'deep'), ...MAIL })
    expect(pages.join('\n')).toContain('Файл вложен в этот PDF')
    expect(findings).toEqual([])
  })
})

describe('a text in the pack', () => {
  const CHAT = '21.10.2026 11:05 Оператор: номер отключён\r\n\r\n    Абонент: спасибо\r\n'
  it.each([
    ['utf-8', Buffer.from(CHAT)],
    ['windows-1251', Buffer.from(encodeAs(CHAT, 'windows-1251'))],
    ['utf-16', Buffer.from(`\ufeff${CHAT}`, 'utf16le')]
  ])('shows its letters as they were meant: %s', async (_encoding, bytes) => {
    const { pages } = await shown({ bytes, ...TEXT })
    expect(pages[0]).toMatch(/1\s+21\.10\.2026 11:05 Оператор: номер отключён\n/)
    expect(pages[0]).toMatch(/3\s+Абонент: спасибо\n/)
  })

  it('goes on over pages, each line once and with its number', async () => {
    const lines = Array.from({ length: 200 }, (_, at) => `SPECIMEN строка ${at + 1}`)
    const { pages } = await shown({ bytes: Buffer.from(lines.join('\n')), ...TEXT })
    expect(pages.length).toBeGreaterThan(3)
    const found = pages.flatMap((page) => [...page.matchAll(/^\s*(\d+)\s+SPECIMEN строка (\d+)$/gm)])
    expect(found.map(([, number, line]) => [number, line])).toEqual(
      lines.map((_, at) => [String(at + 1), String(at + 1)])
    )
  })

  it('says where a text that is too long for paper goes on', async () => {
    const bytes = Buffer.from('SPECIMEN\n'.repeat(9_000))
    const { pages } = await shown({ bytes, ...TEXT })
    expect(pages.at(-1)).toMatch(/Показаны строки 1–\d+ из 9000; остальные — в исходном файле\./)
  })

  it('breaks a line that has no place to break, and loses no letter of it', async () => {
    const line = Array.from({ length: 6_000 }, (_, at) => String.fromCodePoint(97 + (at % 26))).join('')
    const { pages } = await shown({ bytes: Buffer.from(line), ...TEXT })
    const letters = [...pages.join('\n').matchAll(/^(?:\s*1)?\s+([a-z]{2,})$/gm)]
      .map(([, part]) => part)
      .join('')
    expect(letters).toBe(line)
  })

  it('is attached where nobody can say in which letters it is written', async () => {
    const bytes = Buffer.from(Array.from({ length: 400 }, (_, at) => 0x80 + ((at * 37) % 0x7f)))
    const { pages } = await shown({ bytes, ...TEXT })
    expect(pages.join('\n')).toContain('Файл вложен в этот PDF')
  })
})

it('never leaves the note below a text alone on a page', async () => {
  const files = Array.from({ length: 10 }, (_, at) => ({
    ...{ ...TEXT, category: 'G' as const, caption: `SPECIMEN ${at}` },
    bytes: Buffer.from(Array.from({ length: 46 + at }, (_line, nth) => `LINE-${nth + 1}-END`).join('\n'))
  }))
  const { job, exhibits } = await packOf(files)
  const texts = await pageTexts(job.targetPath)
  const broken = exhibits.filter(({ firstPage, lastPage }) => lastPage > firstPage)
  expect(broken.length).toBeGreaterThan(0)
  expect(broken.length).toBeLessThan(files.length)
  for (const { lastPage } of broken)
    expect((texts[lastPage - 1]?.match(/LINE-\d+-END/g) ?? []).length).toBeGreaterThan(1)
})
