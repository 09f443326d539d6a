import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { answerOf, judge as judgeNorms } from '../pack-check/broken-packs.ts'
import { judge, packOf } from './pack-fixtures.ts'
import { pageTexts } from './pack-reading.ts'

const AT = Date.UTC(2026, 9, 28, 6, 15, 2)

function sms(values: Partial<Record<'address' | 'date' | 'type' | 'body', string>>): string {
  const { address = '0000', date = String(AT), type = '1', body = 'SPECIMEN' } = values
  return `<sms protocol="0" address="${address}" date="${date}" type="${type}" subject="null" body="${body}" contact_name="Мой оператор" />`
}

function exported(messages: readonly string[], count = messages.length): Buffer {
  const xml = `<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n<!--SPECIMEN-->\n<smses count="${count}" type="full">`
  return Buffer.from(`${xml}\n${messages.join('\n')}\n</smses>`)
}

async function shown(bytes: Buffer, change: Parameters<typeof packOf>[1] = {}) {
  const file = { originalName: 'sms.xml', mediaType: 'application/xml', bytes }
  const made = await packOf([{ ...file, category: 'D', caption: 'SPECIMEN' }], change)
  const texts = await pageTexts(made.job.targetPath)
  const [exhibit] = made.exhibits
  if (exhibit === undefined) throw new Error('no exhibit')
  return { ...made, exhibit, pages: texts.slice(exhibit.firstPage - 1, exhibit.lastPage) }
}

describe('messages of a phone in the pack', () => {
  it('stand in the order of their time, each with its time, direction, number and numbered lines', async () => {
    const { pages, job } = await shown(
      exported([
        sms({ date: String(AT + 60_000), type: '2', body: 'Подтвердите, что долга нет.&#10;SPECIMEN' }),
        sms({ body: 'Номер отключён 28.10.2026 &amp; закрыт' }),
        sms({ date: String(AT + 86_400_000), type: '5', body: 'не ушло &#55357;&#56832;' })
      ])
    )
    expect(pages).toHaveLength(1)
    const [page = ''] = pages
    expect(page).toMatch(/28\.10\.2026, среда[\s\S]*Входящее[\s\S]*Исходящее[\s\S]*29\.10\.2026, четверг/)
    expect(page).toMatch(/1\s+09:15:02\s+Входящее\s+Номер отключён 28\.10\.2026 & закрыт/)
    expect(page).toMatch(/МСК\s+от 0000/)
    expect(page).toMatch(/2\s+09:16:02\s+Исходящее\s+Подтвердите, что долга нет\./)
    expect(page).toMatch(/3\s+МСК\s+на 0000\s+SPECIMEN/)
    expect(page).toMatch(/4\s+09:15:02\s+Не отправлено\s+не ушло/)
    expect(page).not.toContain('Мой оператор')
    expect(page).toContain('Сообщений в файле: 3, с 28.10.2026 по 29.10.2026; показаны все.')
    expect(await judge('qpdf', '--check', job.targetPath)).toContain(
      'No syntax or stream encoding errors found'
    )
  })

  it('shows a picture that came with a message in its place and in full, and names what it cannot show', async () => {
    const picture = await sharp({ create: { width: 90, height: 160, channels: 3, background: '#c33' } })
      .jpeg()
      .toBuffer()
    const mms = [
      `<mms date="${AT}" msg_box="1" address="+79990000000">`,
      '<parts><part seq="-1" ct="application/smil" text="null" />',
      '<part ct="text/plain" text="Фото акта" />',
      `<part ct="image/jpeg" cl="IMG-0031.jpg" name="null" data="${picture.toString('base64')}" />`,
      `<part ct="image/jpeg" name="broken.jpg" data="${Buffer.from('SPECIMEN').toString('base64')}" />`,
      '<part ct="audio/amr" name="voice.amr" data="U1BFQ0lNRU4=" /></parts>',
      '<addrs><addr address="0000" type="137" /><addr address="insert-address-token" type="151" /></addrs></mms>'
    ].join('')
    const { pages, job } = await shown(exported([mms]))
    expect(pages).toHaveLength(2)
    const [page = ''] = pages
    expect(page).toMatch(/Входящее\s+Фото акта/)
    expect(page).toContain('от 0000')
    expect(page).toMatch(/вложение 1: IMG-0031\.jpg[\s\S]*целиком — на листах после сообщений/)
    expect(page).toMatch(/вложение 2: broken\.jpg[\s\S]*не показано, есть в исходном файле/)
    expect(page).toMatch(/вложение 3: voice\.amr/)
    const images = await judge('pdfimages', '-list', job.targetPath)
    expect(images.match(/\b90 +160\b/g)).toHaveLength(2)
    const norms = await judgeNorms(await readFile(job.targetPath))
    expect([answerOf(norms.get('N21')), answerOf(norms.get('N26'))]).toEqual(['held', 'held'])
  })

  it('goes on over pages: a message keeps its lines in their order, each once', async () => {
    const long = Array.from({ length: 90 }, (_, at) => `SPECIMEN ${at + 1}`).join('&#10;')
    const short = Array.from({ length: 60 }, (_, at) =>
      sms({ date: String(AT + at * 40_000_000), body: `краткое ${at + 1}` })
    )
    const { pages } = await shown(exported([sms({ date: String(AT - 1000), body: long }), ...short]))
    expect(pages.length).toBeGreaterThan(3)
    const text = pages.join('\n')
    const lines = [...text.matchAll(/SPECIMEN (\d+)$/gm)].map(([, number]) => Number(number))
    expect(lines).toEqual(Array.from({ length: 90 }, (_, at) => at + 1))
    const others = [...text.matchAll(/краткое (\d+)$/gm)].map(([, number]) => Number(number))
    expect(others).toEqual(Array.from({ length: 60 }, (_, at) => at + 1))
    // No page ends with a day that has no message.
    for (const page of pages) expect(page).not.toMatch(/2026, \p{L}+\s*Приложение/u)
  })

  it('says where the file itself counts otherwise, and what of it could not be read', async () => {
    const { pages } = await shown(exported([sms({}), sms({ date: 'никогда' })], 7))
    const text = pages.join(' ').replace(/\s+/g, ' ')
    expect(text).toContain('Сам файл называет другое число сообщений: 7, а содержит 2.')
    expect(text).toContain('Без даты или текста, поэтому не показано: 1.')
  })

  it.each([
    ['other XML', Buffer.from('<?xml version="1.0"?><statement><sum>1</sum></statement>')],
    ['no message', exported([])],
    ['letters nobody can tell', Buffer.concat([exported([sms({})]), Buffer.from([0xff])])]
  ])('is attached like any other file: %s', async (_what, bytes) => {
    const { pages, findings } = await shown(bytes)
    expect(pages.join('\n')).toContain('Файл вложен в этот PDF')
    expect(findings).toEqual([])
  })

  it.each(['zh-CN', 'en'] as const)('has its words in %s', async (language) => {
    const { pages } = await shown(exported([sms({ body: '号码已销号 SPECIMEN' })]), { language })
    expect(pages.join('\n')).toMatch(
      language === 'en' ? /28 October 2026, Wednesday/ : /2026年10月28日 星期三/
    )
    expect(pages.join('\n')).toContain('号码已销号')
  })
})
