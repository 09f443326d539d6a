import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addSample } from '../../src/main/sample.ts'
import { openVault, type Vault } from '../../src/main/vault/vault.ts'
import type { Dossier } from '../../src/shared/domain/dossier.ts'
import { formatExhibitNumber } from '../../src/shared/domain/exhibit.ts'
import { summariseLedger } from '../../src/shared/domain/ledger.ts'
import { reviewDossier } from '../../src/shared/domain/part.ts'
import { dossierSchema } from '../../src/shared/schema/dossier-schema.ts'

const RESOURCES = join(import.meta.dirname, '..', '..', 'resources')
const now = () => '2026-11-22T10:00:00.000Z'

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
  it('is a specimen in which every part is proven and nothing is owed', async () => {
    const dossier = await sample()
    expect(dossierSchema.safeParse(dossier).success).toBe(true)
    expect(dossier.isSpecimen).toBe(true)
    expect(reviewDossier(dossier, '2026-11-22')).toMatchObject(
      ['identity', 'payments', 'agreement', 'confirmation'].map((part) => ({
        part,
        state: 'done',
        lacks: [],
        warnings: []
      }))
    )
    expect(summariseLedger(dossier.payments).balanceMinor).toBe(0)
  })

  it('owes nothing on the day of signing and ends with the refund', async () => {
    const { payments } = await sample()
    const rows = summariseLedger(payments).rows
    expect(rows.at(-1)).toMatchObject({ entry: { kind: 'refund', amountMinor: 19_516 }, balanceMinor: 0 })
    expect(rows.at(-2)?.balanceMinor).toBe(-19_516)
    expect(rows.every(({ entry }) => entry.exhibitId !== null)).toBe(true)
  })

  it('holds exhibits of every kind the app treats differently, numbered by category', async () => {
    const { exhibits } = await sample()
    expect(exhibits.map((one) => formatExhibitNumber(one.number))).toEqual([
      ...['A-1', 'B-1', 'B-2', 'B-3', 'B-4', 'C-1', 'C-2', 'D-1', 'D-2', 'D-3', 'E-1', 'F-1', 'F-2', 'F-3']
    ])
    const types = new Set(exhibits.map((one) => one.file.mediaType))
    for (const type of ['image/jpeg', 'image/png', 'application/pdf', 'message/rfc822']) {
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
