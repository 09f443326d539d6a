import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readLawRules } from '../../src/main/law-rules.ts'
import { addSample } from '../../src/main/sample.ts'
import { openVault, type Vault } from '../../src/main/vault/vault.ts'
import type { Dossier } from '../../src/shared/domain/dossier.ts'
import { formatExhibitNumber } from '../../src/shared/domain/exhibit.ts'
import { summariseLedger } from '../../src/shared/domain/ledger.ts'
import { dueDatesOf } from '../../src/shared/domain/due-date.ts'
import { provenIds } from '../../src/shared/domain/proof-target.ts'
import { reviewReadiness } from '../../src/shared/domain/readiness.ts'
import { reviewSteps } from '../../src/shared/domain/step-review.ts'
import { dossierSchema } from '../../src/shared/schema/dossier-schema.ts'

const RESOURCES = join(import.meta.dirname, '..', '..', 'resources')
const now = () => '2026-11-22T10:00:00.000Z'
const TODAY = '2026-11-22'

let folder: string
let vault: Vault

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'closeout-sample-test-'))
  const opened = await openVault(join(folder, 'vault'), { now })
  if (!opened.ok) throw new Error(opened.code)
  vault = opened.value
})

afterEach(async () => {
  await vault.close()
  await rm(folder, { recursive: true, force: true })
})

async function sample(language: 'zh-CN' | 'ru' | 'en' = 'en'): Promise<Dossier> {
  const made = await addSample(vault, RESOURCES, language, now)
  if (!made.ok) throw new Error(made.code)
  return made.value
}

describe('the sample dossier', () => {
  it('is a specimen whose closing is through, with one payment left to prove', async () => {
    const dossier = await sample()
    expect(dossierSchema.safeParse(dossier).success).toBe(true)
    expect(dossier.isSpecimen).toBe(true)
    const reviews = reviewSteps(dossier, TODAY)
    expect(reviews.flatMap(({ warnings }) => warnings)).toEqual([])
    expect(reviews.map(({ state }) => state)).toEqual(reviews.map(() => 'done'))
    expect(reviews.filter(({ computed }) => computed !== 'done').map(({ step }) => step)).toEqual([
      'payments'
    ])
  })

  it('shows different strengths of proof', async () => {
    const levels = reviewReadiness(await sample(), TODAY).map(({ level }) => level)
    expect(levels).toEqual([
      'documented',
      'corroborated',
      'stated',
      'corroborated',
      'documented',
      'corroborated'
    ])
  })

  it('shows what is due, done and awaited', async () => {
    const dues = dueDatesOf(await sample(), { law: await readLawRules(RESOURCES) }, TODAY)
    const shown = dues.map(({ source, on, state }) => `${on} ${source.kind} ${state}`)
    expect(shown).toEqual([
      '2026-11-05 promise done',
      '2026-11-22 payment-proof open',
      '2026-12-01 reminder open',
      '2026-12-09 claim-answer open'
    ])
  })

  it('has every field of every step and precaution filled in', async () => {
    const dossier = await sample()
    const parts = [
      ...[dossier.closing, dossier.contract, dossier.contactDetails, dossier.agreement, dossier.terms],
      ...[dossier.confirmation, ...dossier.identity.documents, ...dossier.backups.slice(0, 2)],
      dossier.identity.representative ?? {}
    ]
    expect(dossier.identity.representative).not.toBeNull()
    for (const part of parts) {
      expect(Object.values(part).filter((value) => value === '' || value === null)).toEqual([])
    }
    expect(new Set(dossier.contacts.map(({ channel }) => channel)).size).toBeGreaterThan(3)
    expect(new Set(dossier.contacts.map(({ at }) => at.zone)).size).toBe(2)
    expect(new Set(dossier.services.map(({ state }) => state)).size).toBe(3)
    expect(dossier.operatorData?.channels).not.toEqual([])
    expect(provenIds(dossier, 'contact').size).toBeGreaterThan(5)
    expect(provenIds(dossier, 'device').size).toBe(1)
    expect(provenIds(dossier, 'document').size).toBe(1)
  })

  it('owes nothing on the day of signing and ends with a payment that is claimed back', async () => {
    const dossier = await sample()
    const [{ rows }, ...others] = summariseLedger(dossier.payments)
    expect(rows.at(-2)).toMatchObject({ entry: { kind: 'refund', amountMinor: 19_516 }, balanceMinor: 0 })
    expect(rows.at(-1)?.balanceMinor).toBe(-55_000)
    expect(others).toMatchObject([{ currency: 'CNY', chargedMinor: 3_000, balanceMinor: 0 }])
    const proven = provenIds(dossier, 'entry')
    const all = [rows, ...others.map((section) => section.rows)].flat()
    expect(all.filter(({ entry }) => !proven.has(entry.id))).toEqual([rows.at(-1)])
  })

  it('holds exhibits of every kind the app treats differently, numbered by category', async () => {
    const { exhibits } = await sample()
    expect(exhibits.map((one) => formatExhibitNumber(one.number))).toEqual([
      ...['A-1', 'B-1', 'B-2', 'B-3', 'B-4', 'C-1', 'C-2', 'D-1', 'D-2', 'D-3', 'D-4', 'D-5'],
      ...['E-1', 'F-1', 'F-2', 'F-3', 'F-4']
    ])
    const types = new Set(exhibits.map((one) => one.file.mediaType))
    for (const type of ['image/jpeg', 'image/png', 'application/pdf', 'message/rfc822', 'application/xml']) {
      expect(types).toContain(type)
    }
    expect([...types].some((type) => type.startsWith('audio/'))).toBe(true)
    expect(exhibits[0]?.madeOn).toEqual({ on: '2026-10-05', source: 'exif' })
    expect(exhibits.every((one) => one.madeOn !== null)).toBe(true)
  })

  it('speaks the language of the screen in captions and notes', async () => {
    const chinese = await sample('zh-CN')
    expect(chinese.exhibits[0]?.caption).toBe('护照，资料页')
    expect(chinese.closing.note).toContain('离境')
  })

  it('is opened and not made again when it is there already', async () => {
    const first = await sample()
    const second = await sample()
    expect(second).toEqual(first)
    expect((await vault.list()).stored).toHaveLength(1)
  })

  it('stays below two megabytes, facts included', async () => {
    const names = await readdir(join(RESOURCES, 'sample'))
    const sizes = await Promise.all(
      names.map(async (name) => (await stat(join(RESOURCES, 'sample', name))).size)
    )
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(2 * 1024 * 1024)
  })
})
