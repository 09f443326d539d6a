import { chmod, copyFile, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ensureBuilt } from '../../../scripts/build-freshness.mjs'
import { closeout, closeoutHere, PROJECT, run } from './closeout.ts'

let home: string
let folder: string

beforeAll(async () => {
  await ensureBuilt()
  home = await mkdtemp(join(tmpdir(), 'closeout-command-line-'))
  folder = join(home, 'dossier')
  await closeoutHere(['new', folder, '--operator', 't2', '--number', '+79990002745', '--name', 'WEI Ruoxi'])
}, 180_000)

afterAll(() => rm(home, { recursive: true, force: true }))

const lines = (text: string) => text.split('\n').filter((line) => line !== '')
const saved = () => readFile(join(folder, 'data', 'dossier.json'), 'utf8')

describe('wrong usage ends with 2, one sentence, and nothing touched', () => {
  it.each([
    [['frobnicate']],
    [['new']],
    [['new', 'x', '--operator', 'mts', '--number', '+79160000000']],
    [['new', 'x', '--number', '+79160000000', '--name', 'A']],
    [['new', 'x', 'y', '--operator', 'mts', '--number', '+79160000000', '--name', 'A']],
    [['new', 'x', '--colour', 'red']],
    [['new', 'x', '--operator']],
    [['add', 'x', '--category', 'payments']],
    [['add', 'x', 'file']],
    [['add', 'x', '--category', 'nonsense', 'file']],
    [['add', 'x', '--category', 'other', '--caption', 'c', 'one', 'two']],
    [['set', 'x']],
    [['set', 'x', 'identity.bornOn']],
    [['set', 'x', 'identity.height=180']],
    [['set', 'x', '__proto__.polluted=1']],
    [['set', 'x', 'constructor=1']],
    [['contact', 'x', 'add']],
    [['device']],
    [['status']],
    [['status', 'x', '--at', 'y']],
    [['set', 'x', 'document.height=1']],
    [['pack', 'x']],
    [['pack', 'x', '--out', 'y.pdf', '--language', 'fr']],
    [['pack', 'x', '--out', 'y.pdf', '--for', 'nobody']],
    [['help', 'frobnicate']]
  ])('%j', async (args) => {
    const ended = await closeoutHere(args)
    expect(ended.code).toBe(2)
    expect(ended.out).toBe('')
    expect(lines(ended.err)).toHaveLength(1)
    expect(ended.err).toMatch(/See: closeout help/)
  })

  it('speaks the reader’s language', async () => {
    expect((await closeout(['pack', 'x'], { language: 'ru_RU.UTF-8' })).err).toContain('Не хватает: --out')
    expect((await closeout(['pack', 'x', '--screen-language', 'zh-CN'])).err).toContain('缺少 --out')
    expect((await closeout(['help'], { language: 'zh_CN.UTF-8' })).out).toContain('生成存证册')
    expect((await closeout(['frobnicate'])).code).toBe(2)
    expect((await closeout([])).code).toBe(0)
  })
})

describe('fields that cannot be read are named one by one, the others are saved', () => {
  it.each([
    ['identity.bornOn=31.02.1990', 'There is no such date'],
    ['document.kind=driving-licence', 'none of the possible values'],
    [`document.issuedBy=${'x'.repeat(301)}`, 'too long'],
    ['account.phoneNumber=call me', 'not a phone number'],
    ['account.latin=', 'Fill in the name'],
    ['account.operator= ', 'Choose an operator'],
    ['payments.currency=ROUBLES', 'no such currency'],
    ['payments.entry=2026-10-14 payment 1e99 x', 'not an amount'],
    ['payments.entry=2026-10-14 payment 0 x', 'greater than zero'],
    ['payments.entry=2026-10-14 payment 1.005 x', 'decimal places'],
    ['payments.entry=2026-10-14 payment 99999999999999 x', 'too large'],
    ['payments.entry=2026-10-14 payment 1 482 x', 'Write an entry as'],
    ['payments.entry=2026-13-14 payment 5 x', 'There is no such date'],
    ['payments.entry=2026-10-14 gift 5 x', 'none of the possible values'],
    ['payments.entry=2026-10-14 payment 5 x [B-99]', 'no such exhibit'],
    ['payments.entry=', 'Write an entry as'],
    ['payments.entry=2026-10-14 payment 5 x [B-99, A-1]', 'no such exhibit'],
    ['payments.removeEntry=17', 'no longer there'],
    ['document.3.number=1', 'no longer there'],
    ['terms.noticeDays=soon', 'whole number'],
    ['terms.noticeDays=99999', 'whole number'],
    ['equipment.nothingToReturn=maybe', 'yes or no'],
    ['override.payments=done', 'Give a reason'],
    ['override.payments=overdue because', 'none of the possible values'],
    ['agreement.penalty=-5', 'not an amount'],
    ['confirmation.channel=pigeon', 'none of the possible values'],
    ['confirmation.receivedAt=2026-10-30 25:00', 'no such time'],
    ['confirmation.receivedAt=yesterday', 'Write date, time and zone'],
    ['confirmation.receivedAt=2026-10-30 16:42 Mars/Olympus', 'Write date, time and zone'],
    ['B-99.caption=x', 'no such exhibit']
  ])('%s', async (field, sentence) => {
    const note = `note beside ${field.slice(0, 60).trim()}`
    const ended = await closeoutHere(['set', folder, field, `closing.note=${note}`])
    expect(ended.code).toBe(1)
    expect(ended.out).toBe('1 change saved\n')
    expect(lines(ended.err)).toHaveLength(1)
    expect(ended.err).toContain(`${field.slice(0, field.indexOf('='))}: `)
    expect(ended.err).toContain(sentence)
    expect(await saved()).toContain(JSON.stringify(note).slice(1, -1))
  })

  it('says when dates contradict each other, once', async () => {
    const fields = ['document.issuedOn=2020-01-01', 'document.expiresOn=2019-01-01']
    const first = await closeoutHere(['set', folder, ...fields])
    expect(first.code).toBe(1)
    expect(first.err).toContain('identity: The document expires before it was issued')
    expect(await closeoutHere(['set', folder, 'closing.reason=moving'])).toMatchObject({ code: 0, err: '' })
  })

  it('changes nothing when the JSON is none', async () => {
    const before = await saved()
    for (const input of ['{', '[]', '{"identity": 5}', '{"payments": {"entries": [{"on": 5}]}}']) {
      const ended = await closeoutHere(['set', folder, '--json', '-'], { input })
      expect(ended).toMatchObject({ code: 1, out: '' })
      expect(ended.err).toContain('not JSON of the form')
    }
    expect((await closeoutHere(['set', folder, '--json', join(home, 'none.json')])).err).toContain(
      'cannot be read'
    )
    expect(await saved()).toBe(before)
  })
})

describe('files that cannot be taken in', () => {
  it('each get a sentence while the rest of the batch goes on', async () => {
    const place = (name: string) => join(home, name)
    await writeFile(place('empty.txt'), '')
    await mkdir(place('a-folder'))
    await writeFile(place('target.txt'), 'target')
    await symlink(place('target.txt'), place('link.txt'))
    await run('mkfifo', [place('pipe')])
    await writeFile(place('good.txt'), 'good')
    await writeFile(place('bidi-\u202efdp.txt'), 'bidi')
    const names = ['empty.txt', 'a-folder', 'link.txt', 'pipe', 'gone.txt', 'good.txt', 'bidi-\u202efdp.txt']
    const ended = await closeoutHere(['add', folder, '--category', 'other', ...names.map(place)])
    expect(ended.code).toBe(1)
    expect(lines(ended.out)).toEqual(['G-1  good.txt', 'G-2  bidi-\ufffdfdp.txt'])
    expect(lines(ended.err)).toEqual([
      expect.stringMatching(/^empty\.txt: The file is empty/),
      expect.stringMatching(/^a-folder: This is a folder/),
      expect.stringMatching(/^link\.txt: This is a link/),
      expect.stringMatching(/^pipe: This is a device or a pipe/),
      expect.stringMatching(/^gone\.txt: The file was moved or deleted/),
      expect.stringMatching(/^bidi-\ufffdfdp\.txt: The file name holds hidden characters/)
    ])
  })

  it('says when the same bytes are there already, and does not count it as a failure', async () => {
    await copyFile(join(home, 'good.txt'), join(home, 'again.txt'))
    const ended = await closeoutHere(['add', folder, '--category', 'other', join(home, 'again.txt')])
    expect(ended).toMatchObject({ code: 0, err: '' })
    expect(ended.out).toContain('G-1  again.txt  (is in the dossier already')
  })
})

describe('folders and packs', () => {
  it('refuses a folder that is there, is none, or was changed', async () => {
    const taken = ['new', folder, '--operator', 'mts', '--number', '+79160000000', '--name', 'A']
    expect(await closeoutHere(taken)).toMatchObject({
      code: 1,
      err: expect.stringContaining('already a folder') as string
    })
    expect((await closeoutHere(['set', home, 'closing.note=x'])).err).toContain('not a dossier folder')
    expect((await closeoutHere(['sample', folder])).code).toBe(1)
    const broken = join(home, 'broken')
    await closeoutHere(['sample', broken])
    const file = join(broken, 'data', 'dossier.json')
    await chmod(file, 0o600)
    await writeFile(file, (await readFile(file, 'utf8')).replace('+79990002745', '+79990002746'))
    const ended = await closeoutHere(['set', broken, 'closing.note=x'])
    expect(ended.code).toBe(1)
    expect(lines(ended.err)).toHaveLength(1)
  })

  it('says a number that is none', async () => {
    const args = ['new', join(home, 'none'), '--operator', 'mts', '--number', 'abc', '--name', 'A']
    expect(await closeoutHere(args)).toMatchObject({
      code: 1,
      err: expect.stringContaining('--number: ') as string
    })
  })

  it('replaces a pack only when told, and never writes into the dossier folder', async () => {
    const target = join(home, 'there.pdf')
    await writeFile(target, 'mine')
    const kept = await closeoutHere(['pack', folder, '--out', target])
    expect(kept).toMatchObject({ code: 1, out: '', err: expect.stringContaining('already exists') as string })
    expect(await readFile(target, 'utf8')).toBe('mine')
    expect((await closeoutHere(['pack', folder, '--out', target, '--replace'])).code).toBe(0)
    expect((await run('qpdf', ['--check', target])).code).toBe(0)
    const inside = await closeoutHere(['pack', folder, '--out', join(folder, 'data', 'pack.pdf')])
    expect(inside).toMatchObject({
      code: 1,
      err: expect.stringContaining('inside the dossier folder') as string
    })
    const nowhere = await closeoutHere(['pack', folder, '--out', join(home, 'no', 'such', 'pack.pdf')])
    expect(nowhere.code).toBe(1)
    expect(lines(nowhere.err)).toHaveLength(1)
  })

  it('ends with 1 and the finding when a document could not be shown, and makes the pack all the same', async () => {
    const broken = join(home, 'broken.pdf')
    await writeFile(broken, '%PDF-1.4\nnothing that follows is a PDF\n')
    await closeoutHere(['add', folder, '--category', 'agreement', broken])
    const target = join(home, 'finding.pdf')
    const ended = await closeoutHere(['pack', folder, '--out', target, '--json'])
    expect(ended.code).toBe(1)
    expect(JSON.parse(ended.out)).toMatchObject({ findings: [{ code: 'pdf-broken', number: 'C-1' }] })
    expect(lines(ended.err)).toEqual([expect.stringMatching(/^C-1 broken\.pdf: This PDF is damaged/)])
    expect((await run('qpdf', ['--check', target])).code).toBe(0)
  })

  it('names an exhibit that is not there', async () => {
    const ended = await closeoutHere(['pack', folder, '--out', join(home, 'x.pdf'), '--exhibit', 'G-1,B-99'])
    expect(ended).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/^B-99: /) as string })
  })
})

it('does its work and complains of nothing when nobody reads what it says', async () => {
  const command = 'set -o pipefail; "$0" out/main/closeout.js help | true'
  expect(await run('bash', ['-c', command, process.execPath], { cwd: PROJECT })).toMatchObject({
    code: 0,
    err: ''
  })
})
