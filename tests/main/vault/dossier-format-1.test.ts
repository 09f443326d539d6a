import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { importBag } from '../../../src/main/vault/bag-exchange.ts'
import { openBag } from '../../../src/main/vault/bag.ts'
import { decodeDossier, encodeDossier } from '../../../src/main/vault/dossier-codec.ts'
import { editDossier } from '../../../src/shared/domain/dossier-edit.ts'
import { exhibitsFor } from '../../../src/shared/domain/proof-target.ts'
import { bytesOf, freshFolder, must, NOW, now, openOwn } from './fixture.ts'

/** A portable folder as the app wrote it before a dossier had seven steps. */
const FORMER_BAG = join(import.meta.dirname, 'fixtures', 'format-1')
const BILL = '00000000-0000-4000-8000-000000000002'
const former = () => readFileSync(join(FORMER_BAG, 'data', 'dossier.json'))
const decoded = () => decodeDossier(former()) ?? expect.unreachable('the file is not read')

it('a dossier of format 1 keeps everything, each fact in its place', () => {
  const dossier = decoded()
  expect(dossier).toMatchObject({
    revision: 7,
    phoneNumber: '+79990001234',
    operatorData: null,
    closing: { reason: 'moving', note: 'Переезд', plannedOn: null },
    contract: {
      number: '000-SPECIMEN',
      signedOn: '2020-02-03',
      accountNumber: '000000001',
      simNumber: '8970000000000000000',
      tariff: ''
    },
    contactDetails: { email: 'anna@mail.example', phone: '+86 000 0000 0000', address: 'г. Образцов' },
    identity: {
      bornOn: '1990-01-31',
      documents: [
        {
          kind: 'passport',
          number: 'SP000001',
          issuedBy: 'ОБРАЗЕЦ',
          issuedOn: '2019-05-19',
          expiresOn: '2029-05-18'
        }
      ],
      representative: null
    },
    agreement: { number: '000-Р', appliedOn: null, signedOn: '2026-10-05', penaltyMinor: 0 },
    confirmation: { receivedAt: { local: '2026-10-21T12:00', zone: 'Europe/Moscow' } },
    lastSerials: { A: 1, B: 1, G: 1 },
    packs: [{ code: 'CO-2026-0001', pages: 9 }]
  })
  expect(dossier.payments.entries.map(({ amountMinor, currency }) => [amountMinor, currency])).toEqual([
    [65_000, 'RUB'],
    [65_000, 'RUB']
  ])
  expect(exhibitsFor(dossier, { kind: 'entry', id: BILL }).map(({ caption }) => caption)).toEqual(['Счёт'])
  expect(dossier.exhibits.map(({ proves }) => proves.length)).toEqual([1, 0])
})

it('the same file gives the same dossier every time', () => {
  expect(decoded()).toEqual(decoded())
})

it('a changed file is refused, and so is one that only claims to be of format 1', () => {
  const text = former().toString('utf8')
  for (const [from, to] of [
    ['Переезд', 'Переезд.'],
    ['"revision": 7', '"revision": 8'],
    ['"format": 1', '"format": 2'],
    ['"documentNumber"', '"number"']
  ] as const) {
    const changed = text.replace(from, to)
    expect(changed).not.toBe(text)
    expect(decodeDossier(Buffer.from(changed))).toBeNull()
  }
})

it('a file of format 2 that calls itself format 1 is refused', () => {
  const text = encodeDossier(decoded()).toString('utf8')
  expect(text).toContain('"format":2')
  expect(decodeDossier(Buffer.from(text.replace('"format":2', '"format":1')))).toBeNull()
})

it('a portable folder of format 1 is imported with its files', async () => {
  const vault = await openOwn(freshFolder())
  const imported = must(await importBag(FORMER_BAG, vault, { now, newId: randomUUID }))
  expect(imported).toEqual(decoded())
  const texts = await Promise.all(
    imported.exhibits.map(async ({ file }) => (await bytesOf(vault.objects, file.sha256)).toString('utf8'))
  )
  expect(texts).toEqual(['ОБРАЗЕЦ / SPECIMEN: счёт на 650,00\n', 'ОБРАЗЕЦ / SPECIMEN: паспорт\n'])
})

it('a change writes format 2, in a portable folder and in the vault', async () => {
  const folder = join(freshFolder(), 'bag')
  cpSync(FORMER_BAG, folder, { recursive: true })
  const edit = { kind: 'set-contract', values: { tariff: 'Образцовый' } } as const
  const bag = must(await openBag(folder, { now }))
  must(await bag.change((dossier) => editDossier(dossier, edit, NOW)))
  await bag.close()
  expect(JSON.parse(readFileSync(join(folder, 'data', 'dossier.json'), 'utf8'))).toMatchObject({
    format: 2,
    dossier: { revision: 8, contract: { number: '000-SPECIMEN', tariff: 'Образцовый' } }
  })

  const vault = await openOwn(freshFolder())
  const { id, revision } = decoded()
  writeFileSync(join(vault.folder, 'dossiers', `${id}.${revision}`), former(), { mode: 0o600 })
  expect(must(await vault.readDossier(id)).contract.number).toBe('000-SPECIMEN')
  const changed = must(await vault.changeDossier(id, (dossier) => editDossier(dossier, edit, NOW)))
  expect(readFileSync(join(vault.folder, 'dossiers', `${id}.${changed.revision}`), 'utf8')).toContain(
    '"format":2'
  )
  expect((await vault.list()).damaged).toEqual([])
})
