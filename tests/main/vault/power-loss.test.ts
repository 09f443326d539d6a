import { describe, expect, it } from 'vitest'
import type { Dossier } from '../../../src/shared/domain/dossier.ts'
import { editDossier } from '../../../src/shared/domain/dossier-edit.ts'
import { openVault, type Vault } from '../../../src/main/vault/vault.ts'
import { attach, chunksOf, must, newDossier, NOW, now, sha256Of } from './fixture.ts'
import { MemoryDisk, type Betrayals } from './memory-disk.ts'

/** Cuts after each call of the disk: enough of them that every mutant below is found in each of many seeds. */
const CUTS_A_CALL = 16
const FOLDER = '/vault'
const ONE = '11111111-1111-4111-8111-111111111111'
const TWO = '22222222-2222-4222-8222-222222222222'

/** What the user was told at some moment: it must survive whatever comes. */
interface Promised {
  readonly isOpen: boolean
  /** Saved states by id; `null` = deleted for good. */
  readonly dossiers: ReadonlyMap<string, Dossier | null>
  /** What is being saved and may be there already. */
  readonly states: readonly Dossier[]
}
interface Moment {
  readonly disk: MemoryDisk
  readonly promised: Promised
  readonly call: number
}

/** A day of work, with the power cut again and again after every single call of the disk. */
async function work(betrayals: Betrayals, seed: number): Promise<readonly Moment[]> {
  const random = randomFrom(seed)
  const moments: Moment[] = []
  let promised: Promised = { isOpen: false, dossiers: new Map(), states: [] }
  let call = 0
  const onChange = (disk: MemoryDisk) => {
    call += 1
    for (let cut = 0; cut < CUTS_A_CALL; cut += 1)
      moments.push({ disk: disk.afterPowerCut(random), promised, call })
  }
  const disk = new MemoryDisk(new Map([['/vault', { kind: 'folder', inode: 0 }]]), betrayals, onChange)
  const keep = (dossier: Dossier) => {
    promised = {
      ...promised,
      dossiers: new Map(promised.dossiers).set(dossier.id, dossier),
      states: [...promised.states, dossier]
    }
  }

  const vault = must(await openVault(FOLDER, { now, fsx: disk.fsx }))
  promised = { ...promised, isOpen: true }
  keep(must(await vault.createDossier(newDossier(ONE))))
  keep(must(await vault.createDossier(newDossier(TWO))))
  for (const bytes of ['small', 'SPECIMEN '.repeat(2000), 'small too']) {
    await attach(vault.homeOf(ONE), bytes)
    keep(must(await vault.readDossier(ONE)))
  }
  await attach(vault.homeOf(TWO), 'small')
  await attach(vault.homeOf(TWO), 'only in two')
  keep(
    must(await vault.changeDossier(TWO, (dossier) => editDossier(dossier, { kind: 'trash-dossier' }, NOW)))
  )
  // Stored, and then the process dies: the next one finds it and may not take it for safe.
  must(await vault.objects.store(chunksOf('stored before the kill')))
  const again = await restart(disk, betrayals, onChange)
  await attach(again.homeOf(ONE), 'stored before the kill')
  keep(must(await again.readDossier(ONE)))
  must(await again.destroyDossier(TWO))
  promised = { ...promised, dossiers: new Map(promised.dossiers).set(TWO, null) }
  keep(
    must(
      await again.changeDossier(ONE, (dossier) =>
        editDossier(dossier, { kind: 'set-currency', currency: 'CNY' }, NOW)
      )
    )
  )
  await again.close()
  return moments
}

/** The lock of the dead process is taken away by hand, since it is our own; nothing is swept, as after a short sleep. */
async function restart(
  disk: MemoryDisk,
  betrayals: Betrayals,
  onChange: (disk: MemoryDisk) => void
): Promise<Vault> {
  await disk.fsx.unlink(`${FOLDER}/lock`)
  return must(await openVault(FOLDER, { now, fsx: disk.afterKill(betrayals, onChange).fsx }))
}

/** What is wrong with a vault that was found after the power came back; empty = nothing. */
async function faultsOf({ disk, promised }: Moment): Promise<readonly string[]> {
  await disk.fsx.unlink(`${FOLDER}/lock`).catch(() => undefined)
  const opened = await openVault(FOLDER, { now, fsx: disk.fsx })
  if (!opened.ok) return [`${promised.isOpen ? 'lost' : 'unusable'}: ${opened.code}`]
  const faults: string[] = []
  const vault = opened.value
  const { damaged } = await vault.list()
  if (damaged.length > 0) faults.push(`torn: ${damaged.length}`)
  for (const [id, saved] of promised.dossiers) {
    const read = await vault.readDossier(id)
    if (saved === null) {
      if (read.ok) faults.push('a deleted dossier came back')
      else if ((await vault.objects.verify(sha256Of('only in two'))).ok)
        faults.push('a deleted file came back')
      continue
    }
    if (!read.ok) {
      // The deletion that was running may be done already.
      if (id !== TWO || saved.trashedAt === null) faults.push(`lost: a dossier (${read.code})`)
      continue
    }
    if (read.value.revision < saved.revision) faults.push('lost: a revision')
    for (const { file } of read.value.exhibits) {
      const verified = await vault.objects.verify(file.sha256)
      if (!verified.ok) faults.push(`${verified.code}: a file`)
    }
  }
  if ((await disk.fsx.readdir(`${FOLDER}/tmp`)).length > 0) faults.push('left over in tmp')
  await vault.close()
  return faults
}

function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    // mulberry32, by Tommy Ettinger, in the public domain.
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

describe('a power cut after any call of the disk', () => {
  it('loses nothing that was acknowledged and leaves nothing torn', async () => {
    const moments = await work({}, 1)
    const faults = new Set<string>()
    for (const moment of moments) {
      for (const fault of await faultsOf(moment)) faults.add(`${fault} after call ${moment.call}`)
    }
    expect([...faults]).toEqual([])
    expect(moments.length).toBeGreaterThan(2000)
  })

  const isBelow = (folder: string) => (path: string) => path.startsWith(`${FOLDER}/${folder}`)
  const mutants: readonly (readonly [string, Betrayals])[] = [
    ['no sync of objects', { fileSync: isBelow('tmp/object') }],
    ['no sync of dossier files', { fileSync: isBelow('tmp/dossier') }],
    ['no sync of the head', { fileSync: isBelow('tmp/head') }],
    ['no sync of any folder', { folderSync: () => true }],
    ['no sync of the dossiers folder', { folderSync: isBelow('dossiers') }],
    ['no sync of the folders of objects', { folderSync: isBelow('objects/') }],
    ['no sync of the folder of those folders', { folderSync: (path) => path === `${FOLDER}/objects` }],
    ['no sync of the vault folder', { folderSync: (path) => path === FOLDER }],
    ['names before bytes', { lateFileSync: true }],
    [
      'the old revision goes before the new one is safe',
      { folderSync: isBelow('dossiers'), eagerUnlink: true }
    ]
  ]

  it.each(mutants)('would be noticed with %s', async (_, betrayals) => {
    let found = 0
    for (const moment of await work(betrayals, 2)) {
      if ((await faultsOf(moment)).length > 0) found += 1
      if (found > 2) break
    }
    expect(found).toBeGreaterThan(0)
  })
})
