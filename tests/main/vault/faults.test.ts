import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { editDossier } from '../../../src/shared/domain/dossier-edit.ts'
import { createBag, openBag } from '../../../src/main/vault/bag.ts'
import { checkBag } from '../../../src/main/vault/bag-check.ts'
import { exportBag, importBag } from '../../../src/main/vault/bag-exchange.ts'
import { copyOut } from '../../../src/main/vault/copy-out.ts'
import { openVault, type Vault } from '../../../src/main/vault/vault.ts'
import { nodeFsx, type Fsx } from '../../../src/main/fsx.ts'
import { done } from '../../../src/shared/domain/result.ts'
import { faultyDisk, type Fault } from './faulty-fsx.ts'
import {
  attach,
  chunksOf,
  freshFolderInMemory,
  must,
  newDossier,
  NOW,
  now,
  sha256Of,
  withFile
} from './fixture.ts'

/** Every call fails once with EIO; a disk that stays broken cannot undo either; the other codes are sampled. */
const RUNS = [
  { code: 'EIO', lasting: false, step: 1 },
  { code: 'ENOSPC', lasting: true, step: 2 },
  { code: 'ENOSPC', lasting: false, step: 5 },
  { code: 'EACCES', lasting: false, step: 5 }
] as const

const FRESH_ID = '11111111-1111-4111-8111-111111111111'
const options = { now, newId: () => FRESH_ID }
type Answer = { readonly ok: boolean; readonly code?: string }

interface Case {
  readonly name: string
  /** Runs on a copy of the template; `vault` and the call both use the disk that fails. */
  readonly run: (at: { vault: Vault; folder: string; fsx: Fsx; id: string }) => Promise<Answer>
  /** What a person would see afterwards that was not there before; with the sound disk. */
  readonly isDone: (at: { vault: Vault; folder: string; id: string }) => Promise<boolean>
}

const KNOWN = 'a file the dossier has'
const FRESH = 'SPECIMEN '.repeat(130_000)

const cases: readonly Case[] = [
  {
    name: 'storing a file',
    run: ({ vault }) => vault.objects.store(chunksOf(FRESH, FRESH)),
    // No dossier names it, so closing has set it aside.
    isDone: async ({ vault }) => !(await vault.objects.verify(sha256Of(FRESH + FRESH))).ok
  },
  {
    name: 'creating a dossier',
    run: ({ vault }) => vault.createDossier(newDossier(FRESH_ID)),
    isDone: async ({ vault }) => (await vault.readDossier(FRESH_ID)).ok
  },
  {
    name: 'attaching a file',
    run: async ({ vault, id }) => {
      const stored = await vault.objects.store(chunksOf('new'))
      if (!stored.ok) return stored
      return vault.changeDossier(id, (dossier) => done(withFile(dossier, stored.value.sha256, 3)))
    },
    isDone: async ({ vault, id }) => must(await vault.readDossier(id)).exhibits.length === 2
  },
  {
    name: 'destroying a dossier',
    run: async ({ vault, id }) => vault.destroyDossier(id),
    isDone: async ({ vault, id }) => !(await vault.readDossier(id)).ok
  },
  {
    name: 'saving a copy',
    run: async ({ vault, folder, fsx }) => {
      const opened = await vault.objects.open(sha256Of(KNOWN))
      if (!opened.ok) return opened
      const copied = await copyOut({
        original: opened.value,
        sha256: sha256Of(KNOWN),
        targetPath: join(folder, 'copy'),
        fsx
      })
      await opened.value.close().catch(() => undefined)
      return copied
    },
    isDone: async ({ folder }) => existsSync(join(folder, 'copy'))
  },
  {
    name: 'exporting a portable folder',
    run: ({ vault, folder, fsx, id }) =>
      exportBag(vault.homeOf(id), join(folder, 'out'), { ...options, fsx }),
    isDone: async ({ folder }) => (await checkBag(nodeFsx, join(folder, 'out'))).ok
  },
  {
    name: 'importing a portable folder',
    run: ({ vault, folder, fsx }) => importBag(join(folder, 'bag'), vault, { ...options, fsx }),
    isDone: async ({ vault }) => (await vault.list()).stored.length === 2
  }
]

async function template(): Promise<{ folder: string; id: string }> {
  const folder = freshFolderInMemory()
  const vault = must(await openVault(join(folder, 'vault'), { now }))
  const { id } = must(await vault.createDossier(newDossier()))
  await attach(vault.homeOf(id), KNOWN)
  must(await vault.changeDossier(id, (dossier) => editDossier(dossier, { kind: 'trash-dossier' }, NOW)))
  await vault.close()
  must(await createBag(join(folder, 'bag'), newDossier(), options))
  const bag = must(await openBag(join(folder, 'bag'), options))
  await attach(bag, 'in the bag')
  await bag.close()
  return { folder, id }
}

describe.each(cases)('$name', ({ run, isDone }) => {
  it.each(RUNS)(
    'with any call answering $code is done, or not begun and told by a code (lasting: $lasting)',
    async ({ code, lasting, step }) => {
      const made = await template()
      for (let at = 1; ; at += step) {
        const calls = await runWith(made, { at, code, lasting })
        if (calls < at) break
      }
    }
  )

  /** @returns the number of calls there were */
  async function runWith(
    { folder: from, id }: { folder: string; id: string },
    fault: Fault
  ): Promise<number> {
    const label = `${fault.code} at call ${fault.at}`
    const folder = `${from}-copy`
    cpSync(from, folder, { recursive: true })
    try {
      const disk = faultyDisk()
      const broken = must(await openVault(join(folder, 'vault'), { now, fsx: disk.fsx }))
      disk.arm(fault)
      const answer = await run({ vault: broken, folder, fsx: disk.fsx, id })
      const calls = disk.disarm()
      expect(disk.openFiles(), label).toBe(0)
      if (!answer.ok)
        expect(
          ['disk-full', 'no-permission', 'vault-failed', 'object-missing', 'bag-incomplete', 'bag-changed'],
          label
        ).toContain(answer.code)
      await broken.close()
      await checkAfterwards({ folder, id, answer, label, lasting: fault.lasting })
      return calls
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }

  async function checkAfterwards(after: {
    folder: string
    id: string
    answer: Answer
    label: string
    lasting: boolean
  }) {
    const { folder, id, answer, label, lasting } = after
    const vault = must(await openVault(join(folder, 'vault'), { now }))
    const listing = await vault.list()
    expect(listing.damaged, label).toEqual([])
    for (const stored of listing.stored) {
      for (const { file } of must(await vault.readDossier(stored.id)).exhibits) {
        expect(await vault.objects.verify(file.sha256), label).toEqual({
          ok: true,
          value: { sizeBytes: file.sizeBytes }
        })
      }
    }
    for (const name of readdirSync(join(folder, 'vault', 'objects'), { recursive: true, encoding: 'utf8' })) {
      if (name.length > 2) expect((await vault.objects.verify(name.slice(3))).ok, label).toBe(true)
    }
    expect(readdirSync(join(folder, 'vault', 'tmp')), label).toEqual([])
    expect((await checkBag(nodeFsx, join(folder, 'bag'))).ok, label).toBe(true)
    if (answer.ok) expect(await isDone({ vault, folder, id }), label).toBe(true)
    if (existsSync(join(folder, 'out'))) {
      expect((await checkBag(nodeFsx, join(folder, 'out'))).ok, label).toBe(true)
      expect(answer.ok || lasting, label).toBe(true)
    }
    await vault.close()
  }
})

describe('a portable folder that is changed', () => {
  it.each(RUNS)(
    'with any call answering $code is the old one or the new one (lasting: $lasting)',
    async ({ code, lasting, step }) => {
      const made = await template()
      for (let at = 1; ; at += step) {
        const folder = `${made.folder}-copy`
        cpSync(join(made.folder, 'bag'), folder, { recursive: true })
        const disk = faultyDisk()
        const bag = must(await openBag(folder, { now, fsx: disk.fsx }))
        disk.arm({ at, code, lasting })
        const stored = await bag.objects.store(chunksOf('new'))
        const changed = stored.ok
          ? await bag.change((dossier) => done(withFile(dossier, stored.value.sha256, 3, 'new.txt')))
          : stored
        const calls = disk.disarm()
        expect(disk.openFiles()).toBe(0)
        await bag.close()
        const after = must(await openBag(folder, options))
        const dossier = must(await after.read())
        if (changed.ok || !lasting) expect(dossier.exhibits).toHaveLength(changed.ok ? 2 : 1)
        await after.close()
        expect(must(await checkBag(nodeFsx, folder)).dossier).toEqual(dossier)
        expect(existsSync(join(folder, '.closeout'))).toBe(false)
        rmSync(folder, { recursive: true })
        if (calls < at) break
      }
    }
  )
})

it('opening a vault with any one call failing opens it or says why, and harms nothing', async () => {
  const made = await template()
  for (const { code, step } of RUNS.filter((run) => !run.lasting)) {
    for (let at = 1; ; at += step) {
      const folder = `${made.folder}-copy`
      cpSync(made.folder, folder, { recursive: true })
      const disk = faultyDisk()
      disk.arm({ at, code, lasting: false })
      const opened = await openVault(join(folder, 'vault'), { now, fsx: disk.fsx })
      const calls = disk.disarm()
      expect(disk.openFiles()).toBe(0)
      if (opened.ok) await opened.value.close()
      const again = must(await openVault(join(folder, 'vault'), { now }))
      expect((await again.list()).stored).toEqual([{ id: made.id, revision: 3 }])
      await again.close()
      rmSync(folder, { recursive: true })
      if (calls < at) break
    }
  }
})

it('making a vault with any one call failing makes it, or can be tried again', async () => {
  const parent = freshFolderInMemory()
  for (const { code, step } of RUNS.filter((run) => !run.lasting)) {
    for (let at = 1; ; at += step) {
      const folder = join(parent, `${code}-${at}`)
      const disk = faultyDisk()
      disk.arm({ at, code, lasting: false })
      const opened = await openVault(folder, { now, fsx: disk.fsx })
      const calls = disk.disarm()
      if (opened.ok) await opened.value.close()
      const again = must(await openVault(folder, { now }))
      must(await again.createDossier(newDossier()))
      await again.close()
      if (calls < at) break
    }
  }
})
