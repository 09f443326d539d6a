import { createHash, randomUUID } from 'node:crypto'
import { copyFile, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ensureBuilt } from '../../../scripts/build-freshness.mjs'
import { exportBag, importBag } from '../../../src/main/vault/bag-exchange.ts'
import { openVault } from '../../../src/main/vault/vault.ts'
import type { Dossier } from '../../../src/shared/domain/dossier.ts'
import { formatExhibitNumber } from '../../../src/shared/domain/exhibit.ts'
import { summariseLedger } from '../../../src/shared/domain/ledger.ts'
import { closeout, closeoutHere, run } from './closeout.ts'

const SAMPLE = join(import.meta.dirname, '..', '..', '..', 'resources', 'sample')
const now = () => new Date().toISOString()

let home: string

beforeAll(async () => {
  await ensureBuilt()
  home = await mkdtemp(join(tmpdir(), 'closeout-command-line-'))
}, 180_000)

afterAll(() => rm(home, { recursive: true, force: true }))

async function dossierIn(folder: string): Promise<Dossier> {
  const file = JSON.parse(await readFile(join(folder, 'data', 'dossier.json'), 'utf8')) as {
    dossier: Dossier
  }
  return file.dossier
}

async function isValidBag(folder: string): Promise<boolean> {
  const files = await run('sha256sum', ['--check', '--strict', '--quiet', 'manifest-sha256.txt'], {
    cwd: folder
  })
  const tags = await run('sha256sum', ['--check', '--strict', '--quiet', 'tagmanifest-sha256.txt'], {
    cwd: folder
  })
  return files.code === 0 && tags.code === 0
}

async function sha256(path: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex')
}

describe('the whole job', () => {
  it('goes from an empty place to a pack that checks out', async () => {
    const folder = join(home, 'job')
    const begun = await closeout([
      ...['new', folder, '--operator', 'mts', '--number', '+7 916 000-00-00'],
      ...['--name', 'Вэй Жоси', '--name-latin', 'WEI Ruoxi', '--contract', '000-1']
    ])
    expect(begun).toMatchObject({ code: 0, err: '' })

    const photo = join(home, 'паспорт 护照.jpg')
    await copyFile(join(SAMPLE, 'IMG_20261005_091533.jpg'), photo)
    const added = await closeout([
      ...['add', folder, '--category', 'identity', '--caption', 'Паспорт', '--date', '05.10.2026', photo]
    ])
    expect(added).toEqual({ code: 0, err: '', out: 'A-1  паспорт 护照.jpg\n' })
    const bills = await closeout([
      ...['add', folder, '--category', 'payments', '--json'],
      ...[join(SAMPLE, 'Счета_000-2745.pdf'), join(SAMPLE, 'Справка_банка_2026-11-03.pdf')]
    ])
    expect(JSON.parse(bills.out)).toMatchObject({
      outcomes: [
        { state: 'added', number: 'B-1', mediaType: 'application/pdf', pages: 2 },
        { state: 'added', number: 'B-2', pages: 1 }
      ]
    })

    const set = await closeout([
      ...['set', folder, 'document.number=SP0000745', 'identity.bornOn=17.08.1994'],
      ...[
        'payments.entry=2026-09-30 bill 1 650,00 Счёт [B-1]',
        'payments.entry=2026-10-14 payment 1650.00 RUB Bank [B-2 B-1]'
      ],
      ...[
        'agreement.signedOn=2026-10-15',
        'agreement.penalty=0',
        'confirmation.receivedAt=2026-10-30 16:42 Europe/Moscow'
      ]
    ])
    expect(set).toEqual({ code: 0, err: '', out: '7 changes saved\n' })
    const dossier = await dossierIn(folder)
    expect(dossier).toMatchObject({
      operator: { id: 'mts' },
      phoneNumber: '+79160000000',
      subscriber: { latin: 'WEI Ruoxi', cyrillic: 'Вэй Жоси', chinese: '' },
      contract: { number: '000-1' },
      identity: { bornOn: '1994-08-17', documents: [{ number: 'SP0000745' }] },
      confirmation: { receivedAt: { local: '2026-10-30T16:42', zone: 'Europe/Moscow' } }
    })
    expect(dossier.exhibits[0]).toMatchObject({ caption: 'Паспорт', madeOn: { on: '2026-10-05' } })
    expect(summariseLedger(dossier.payments)[0].balanceMinor).toBe(0)
    const [bill, payment] = dossier.payments.entries.map(({ id }) => ({ kind: 'entry', id }))
    expect(dossier.exhibits.map(({ proves }) => proves)).toEqual([[], [bill, payment], [payment]])
    expect(await isValidBag(folder)).toBe(true)

    const target = join(home, 'pack.pdf')
    const packed = await closeout(['pack', folder, '--out', target, '--json'])
    expect(packed).toMatchObject({ code: 0, err: '' })
    const made = JSON.parse(packed.out) as {
      pages: number
      bytes: number
      sha256: string
      findings: unknown[]
    }
    expect(made).toMatchObject({ findings: [], sha256: await sha256(target) })
    expect(made.bytes).toBe((await readFile(target)).length)
    expect((await run('qpdf', ['--check', target])).code).toBe(0)
    expect(Number((await run('qpdf', ['--show-npages', target])).out)).toBe(made.pages)
    expect((await dossierIn(folder)).packs).toMatchObject([{ pages: made.pages, sha256: made.sha256 }])
    expect(await isValidBag(folder)).toBe(true)
  })

  it('makes a pack of the sample in each language, of all exhibits or some', async () => {
    const folder = join(home, 'sample')
    expect(await closeout(['sample', folder], { language: 'zh_CN.UTF-8' })).toMatchObject({
      code: 0,
      err: ''
    })
    expect((await dossierIn(folder)).exhibits[0]?.caption).toBe('护照，资料页')
    for (const language of ['ru', 'zh-CN', 'en']) {
      const target = join(home, `sample-${language}.pdf`)
      const packed = await closeout(['pack', folder, '--out', target, '--language', language, '--json'])
      expect(packed).toMatchObject({ code: 0, err: '' })
      expect((await run('qpdf', ['--check', target])).code).toBe(0)
    }
    const some = join(home, 'some.pdf')
    expect(
      (await closeout(['pack', folder, '--out', some, '--exhibit', 'b-2', '--exhibit', 'F-1'])).code
    ).toBe(0)
    const attached = await run('qpdf', ['--list-attachments', some])
    expect(attached.out).toContain('F-1')
    expect(attached.out).not.toContain('D-1')
  })

  it('makes the same bytes of the same things at the same time, in any place, zone and language', async () => {
    const folder = join(home, 'here')
    await closeoutHere(['new', folder, '--operator', 'mts', '--number', '9160000004', '--name', 'LI Xue'])
    const photo = join(SAMPLE, 'IMG_20261005_091533.jpg')
    await closeoutHere(['add', folder, '--category', 'identity', photo, join(SAMPLE, 'Счета_000-2745.pdf')])
    const elsewhere = join(home, 'там 那里')
    await cp(folder, elsewhere, { recursive: true })
    const at = ['--at', '2026-11-22T12:00:00Z']
    const here = join(home, 'here.pdf')
    const there = join(elsewhere, '..', 'there.pdf')
    const places = [
      { from: folder, to: here, env: { TZ: 'Asia/Shanghai' }, language: 'zh_CN.UTF-8' },
      { from: elsewhere, to: there, env: { TZ: 'America/New_York' }, language: 'ru_RU.UTF-8' }
    ]
    for (const { from, to, env, language } of places) {
      const made = await closeout(['pack', from, '--out', to, ...at], { env, language })
      expect(made).toMatchObject({ code: 0, err: '' })
    }
    const bytes = await readFile(here)
    expect(bytes.equals(await readFile(there))).toBe(true)
    expect((await run('sha256sum', ['--check', '--strict', 'there.pdf.sha256'], { cwd: home })).code).toBe(0)

    const other = await closeoutHere(['pack', folder, '--out', join(home, 'other.pdf'), '--no-checksum-file'])
    expect(other).toMatchObject({ code: 0, err: '' })
    expect(existsSync(join(home, 'other.pdf.sha256'))).toBe(false)
    const again = join(home, 'again.pdf')
    await closeoutHere(['pack', folder, '--out', again, ...at, '--for', 'court', '--to', 'Образец'])
    // The test's own version of the app stands in these pages.
    const packs = (await dossierIn(folder)).packs
    expect(packs.map(({ code, recipient, profile }) => [code.slice(-2), recipient, profile?.id])).toEqual([
      ['-1', '', 'operator'],
      ['-2', '', 'operator'],
      ['-3', 'Образец', 'court']
    ])
    const asBefore = await closeout(['pack', folder, '--out', again, '--replace', ...at])
    expect(asBefore).toMatchObject({ code: 0, err: '' })
    expect(bytes.equals(await readFile(again))).toBe(true)
    expect((await dossierIn(folder)).packs).toHaveLength(3)
  })

  it('refuses a time without a zone and a pack that was never made', async () => {
    const folder = join(home, 'here')
    const out = ['--out', join(home, 'never.pdf')]
    expect(await closeoutHere(['pack', folder, ...out, '--at', '2026-11-22 12:00'])).toMatchObject({
      code: 2
    })
    expect(await closeoutHere(['pack', folder, ...out, '--supplement-to', 'CL-1999-0000-1'])).toMatchObject({
      code: 1,
      err: expect.stringContaining('no such pack') as string
    })
  })

  it('reads fields from a JSON file and from standard input', async () => {
    const folder = join(home, 'fields')
    await closeout([
      'new',
      folder,
      '--operator',
      'Свой оператор',
      '--number',
      '9160000000',
      '--name',
      '魏若溪'
    ])
    const entries = [
      { on: '2026-10-14', kind: 'payment', amount: 650.5, note: '转账' },
      { on: '2026-10-14', kind: 'fee', amount: '300', currency: 'rub' }
    ]
    const json = JSON.stringify({
      identity: { bornOn: '1994-08-17' },
      payments: { currency: 'CNY', entries }
    })
    await writeFile(join(home, 'fields.json'), json)
    expect((await closeout(['set', folder, '--json', join(home, 'fields.json')])).code).toBe(0)
    const piped = await closeout(['set', folder, '--json', '-'], { input: '{"agreement":{"notes":"a\\nb"}}' })
    expect(piped.code).toBe(0)
    const dossier = await dossierIn(folder)
    expect(dossier).toMatchObject({
      operator: { id: null, name: 'Свой оператор' },
      subscriber: { chinese: '魏若溪', latin: '' },
      payments: {
        currency: 'CNY',
        entries: [
          { amountMinor: 65_050, note: '转账', currency: 'CNY' },
          { amountMinor: 30_000, currency: 'RUB' }
        ]
      },
      agreement: { notes: 'a\nb' }
    })
    const entryId = dossier.payments.entries[0]?.id ?? ''
    expect(
      (await closeout(['set', folder, `payments.removeEntry=${entryId}`, 'identity.bornOn='])).code
    ).toBe(0)
    expect(await dossierIn(folder)).toMatchObject({
      payments: { entries: [{ currency: 'RUB' }] },
      identity: { bornOn: null }
    })
  })

  it('notes contacts and devices, links what proves them, and says how the closing stands', async () => {
    const folder = join(home, 'status')
    const closed = ['new', folder, '--operator', 'mts', '--number', '9160000001', '--name', 'LI Xue']
    expect(await closeoutHere(closed)).toMatchObject({ code: 0 })
    const chat = join(SAMPLE, 'chat_export_2026-10-21.csv')
    await closeoutHere(['add', folder, '--category', 'contacts', '--proves', 'contact', chat])
    const noted = await closeoutHere([
      ...[
        'contact',
        folder,
        '--at',
        '2026-09-28 11:20 Europe/Moscow',
        '--to',
        '0890',
        '--reference',
        '4-118'
      ],
      ...['--said', 'Asked to close', '--promised', 'A call back', '--promised-by', '02.10.2026'],
      ...['--minutes', '7', '--exhibit', 'D-1', '--json']
    ])
    expect(noted).toMatchObject({ code: 0, err: '' })
    const { id } = JSON.parse(noted.out) as { id: string }
    const dossier = await dossierIn(folder)
    expect(dossier.contacts).toEqual([
      {
        ...{ id, at: { local: '2026-09-28T11:20', zone: 'Europe/Moscow' }, minutes: 7, channel: 'call' },
        ...{ direction: 'out', purpose: 'closing', counterpart: '0890', person: '', reference: '4-118' },
        ...{ said: 'Asked to close', promised: 'A call back', promisedBy: '2026-10-02' }
      }
    ])
    expect(dossier.exhibits[0]?.proves).toEqual([
      { kind: 'step', step: 'contact' },
      { kind: 'contact', id }
    ])

    const device = await closeoutHere(['device', folder, '--kind', 'router', '--imei', '490154203237519'])
    expect(device).toMatchObject({ code: 1, err: expect.stringMatching(/^equipment: The IMEI/) as string })
    expect((await dossierIn(folder)).equipment.devices).toMatchObject([
      { id: device.out.trim(), kind: 'router' }
    ])

    const status = await closeoutHere(['status', folder, '--json'])
    expect(status.code).toBe(1)
    const stands = JSON.parse(status.out) as { steps: unknown[]; readiness: unknown[]; due: unknown[] }
    expect(stands.steps).toMatchObject([
      ...[{ step: 'account', state: 'open' }, { state: 'open' }, { state: 'overdue' }],
      ...[{ state: 'open' }, { state: 'open' }, { state: 'warning' }, { state: 'open' }]
    ])
    expect(stands.readiness[1]).toEqual({ obligation: 'request', level: 'documented' })
    expect(stands.due).toMatchObject([{ on: '2026-10-02', isOverdue: true }])
    const russian = await closeoutHere(['status', folder], { language: 'ru' })
    expect(russian.out).toContain('3 Обращение к оператору: просрочено\n    Ответ обещан до 2026-10-02.')
    expect(russian.out).not.toMatch(/[{}]|undefined/)

    const exhibit = await closeoutHere([
      'set',
      folder,
      `D-1.proves=payments ${id}`,
      'override.contact=done Asked.'
    ])
    expect(exhibit).toMatchObject({ code: 0, out: '2 changes saved\n' })
    const after = await dossierIn(folder)
    expect(after.exhibits[0]?.proves).toEqual([
      { kind: 'contact', id },
      { kind: 'step', step: 'payments' }
    ])
    expect(after.overrides.contact).toMatchObject({ state: 'done', reason: 'Asked.' })
  })

  it('fills in the fields of every step', async () => {
    const folder = join(home, 'every')
    await closeoutHere(['new', folder, '--operator', 't2', '--number', '9160000002', '--name', 'LI Xue'])
    const set = await closeoutHere([
      ...['set', folder, 'closing.plannedOn=2027-01-31', 'contract.signedOn=2020-01-02', 'contract.tariff=T'],
      ...['contactDetails.email=a@b.example', 'document.number=1', 'document.2.kind=id-card'],
      ...[
        'representative.name=LI Lei',
        'representative.mayReceiveMoney=yes',
        'agreement.appliedOn=2026-12-01'
      ],
      ...['terms.noticeDays=14', 'terms.penalty=0', 'equipment.nothingToReturn=yes']
    ])
    expect(set).toEqual({ code: 0, err: '', out: '12 changes saved\n' })
    expect(await dossierIn(folder)).toMatchObject({
      closing: { plannedOn: '2027-01-31' },
      contract: { signedOn: '2020-01-02', tariff: 'T' },
      contactDetails: { email: 'a@b.example' },
      identity: {
        documents: [{ number: '1' }, { kind: 'id-card' }],
        representative: { name: 'LI Lei', mayReceiveMoney: true }
      },
      agreement: { appliedOn: '2026-12-01' },
      terms: { noticeDays: 14, penaltyMinor: 0 },
      equipment: { nothingToReturn: true }
    })
    await closeoutHere(['set', folder, 'representative.name=', 'representative.mayReceiveMoney='])
    expect((await dossierIn(folder)).identity.representative).toBeNull()
  })

  it('shares its folder with the window, both ways', async () => {
    const folder = join(home, 'shared')
    await closeout(['sample', folder])
    const opened = await openVault(join(home, 'vault'), { now })
    if (!opened.ok) throw new Error(opened.code)
    const vault = opened.value
    const imported = await importBag(folder, vault, { now, newId: randomUUID })
    if (!imported.ok) throw new Error(imported.code)
    const back = join(home, 'back')
    expect(await exportBag(vault.homeOf(imported.value.id), back, { now })).toMatchObject({ ok: true })
    await vault.close()
    const added = await closeout(['add', back, '--category', 'G', join(SAMPLE, 'story.json')])
    expect(added).toMatchObject({ code: 0, out: 'G-1  story.json\n' })
    expect(await isValidBag(back)).toBe(true)
    const numbers = (await dossierIn(back)).exhibits.map(({ number }) => formatExhibitNumber(number))
    expect(numbers).toHaveLength(18)
    expect(new Set(numbers).size).toBe(18)
  })
})
