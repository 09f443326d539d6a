import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { nodeFsx, type Fsx } from '../../../src/main/fsx.ts'
import { editDossier } from '../../../src/shared/domain/dossier-edit.ts'
import { done, failed } from '../../../src/shared/domain/result.ts'
import { openVault, type Vault } from '../../../src/main/vault/vault.ts'
import {
  attach,
  bytesOf,
  chunksOf,
  filesBelow,
  freshFolder,
  must,
  newDossier,
  NOW,
  now,
  openOwn,
  sha256Of,
  withFile
} from './fixture.ts'

const rename = (vault: Vault, id: string, name: string) =>
  vault.changeDossier(id, (dossier) =>
    editDossier(dossier, { kind: 'set-account', values: { operator: { id: null, name } } }, NOW)
  )
const trash = (vault: Vault, id: string) =>
  vault.changeDossier(id, (dossier) => editDossier(dossier, { kind: 'trash-dossier' }, NOW))
/** A disk on which the search for orphans, once it has listed the dossiers, waits until it may go on. */
function heldSearch() {
  let goOn = () => {}
  const mayGoOn = new Promise<void>((resolve) => (goOn = resolve))
  let isSearching = false
  let isHeld = false
  const readdir: Fsx['readdir'] = async (path) => {
    // Objects are listed first, and then the dossiers that might name them.
    isSearching ||= path.endsWith('objects')
    const holds = isSearching && !isHeld && path.endsWith('dossiers')
    isHeld ||= holds
    const entries = await nodeFsx.readdir(path)
    if (holds) await mayGoOn
    return entries
  }
  return { fsx: { ...nodeFsx, readdir }, goOn: () => goOn(), wasHeld: () => isHeld }
}
const objectFile = (folder: string, sha256: string) => join(folder, 'objects', sha256.slice(0, 2), sha256)

describe('opening a vault', () => {
  it('makes one where there is none, for its owner alone', async () => {
    const folder = join(freshFolder(), 'deep', 'vault')
    const vault = await openOwn(folder)
    const dossier = must(await vault.createDossier(newDossier()))
    const sha256 = await attach(vault.homeOf(dossier.id), 'SPECIMEN')
    const mode = (path: string) => (statSync(join(folder, path)).mode & 0o777).toString(8)
    expect(readdirSync(folder).toSorted()).toEqual([
      'dossiers',
      'lock',
      'objects',
      'tmp',
      'trash',
      'vault.json'
    ])
    expect(['.', 'objects', 'dossiers', 'tmp', 'trash', `objects/${sha256.slice(0, 2)}`].map(mode)).toEqual(
      Array(6).fill('700')
    )
    expect(mode(`objects/${sha256.slice(0, 2)}/${sha256}`)).toBe('400')
    expect([mode('vault.json'), mode(`dossiers/${dossier.id}.2`), mode('lock')]).toEqual([
      '600',
      '600',
      '600'
    ])
  })

  it('finds everything again', async () => {
    const folder = freshFolder()
    const first = await openOwn(folder)
    const { id } = must(await first.createDossier(newDossier()))
    const sha256 = await attach(first.homeOf(id), 'SPECIMEN bytes')
    await first.close()
    const second = await openOwn(folder)
    expect(await second.list()).toEqual({ stored: [{ id, revision: 2 }], damaged: [] })
    expect(must(await second.readDossier(id)).exhibits[0]?.file.sha256).toBe(sha256)
    expect((await bytesOf(second.objects, sha256)).toString()).toBe('SPECIMEN bytes')
  })

  it('lets no second one in until the first is closed', async () => {
    const folder = freshFolder()
    const first = await openOwn(folder)
    expect(await openVault(folder, { now })).toEqual({ ok: false, code: 'vault-in-use' })
    await first.close()
    await openOwn(folder)
  })

  it('lets exactly one of many in at once, also over a lock whose process died', async () => {
    for (let race = 0; race < 20; race += 1) {
      const folder = freshFolder()
      await (await openOwn(folder)).close()
      if (race % 2 === 0) writeFileSync(join(folder, 'lock'), deadLock())
      const opened = await Promise.all(Array.from({ length: 5 }, () => openVault(folder, { now })))
      expect(opened.filter((one) => one.ok)).toHaveLength(1)
      for (const one of opened) if (one.ok) await one.value.close()
    }
  })

  it('keeps out of a vault that another machine has open, until that has been silent for half an hour', async () => {
    const folder = freshFolder()
    await (await openOwn(folder)).close()
    const lock = join(folder, 'lock')
    writeFileSync(lock, deadLock({ host: 'another-machine' }))
    utimesSync(lock, new Date(NOW), new Date(Date.parse(NOW) - 29 * 60_000))
    expect(await openVault(folder, { now })).toEqual({ ok: false, code: 'vault-in-use' })
    utimesSync(lock, new Date(NOW), new Date(Date.parse(NOW) - 31 * 60_000))
    await openOwn(folder)
  })

  it('takes over from a process whose number another one has now', async () => {
    const folder = freshFolder()
    await (await openOwn(folder)).close()
    writeFileSync(join(folder, 'lock'), deadLock({ pid: process.pid, pidStart: 'another boot/1' }))
    await openOwn(folder)
  })

  it('takes over from a process that ended and was not yet buried by its parent', async () => {
    const folder = freshFolder()
    await (await openOwn(folder)).close()
    // The shell becomes a program that buries nobody before its child is let go.
    const parent = spawn('sh', ['-c', 'exec 3<&0; cat <&3 & echo $!; exec sleep 60'], {
      stdio: ['pipe', 'pipe', 'ignore']
    })
    onTestFinished(() => void parent.kill())
    const pid = Number(
      await new Promise((resolve) => parent.stdout.once('data', (text: Buffer) => resolve(String(text))))
    )
    await expect.poll(() => readFileSync(`/proc/${parent.pid}/comm`, 'utf8')).toBe('sleep\n')
    parent.stdin.end()
    await expect.poll(() => readFileSync(`/proc/${pid}/stat`, 'utf8')).toMatch(/\) Z /)
    writeFileSync(join(folder, 'lock'), deadLock({ pid }))
    await openOwn(folder)
  })

  it('saves nothing once somebody else has taken the lock over', async () => {
    const folder = freshFolder()
    const vault = await openOwn(folder)
    const { id } = must(await vault.createDossier(newDossier()))
    writeFileSync(join(folder, 'lock'), deadLock({ host: 'another-machine' }))
    expect(await rename(vault, id, 'Late')).toEqual({ ok: false, code: 'vault-failed' })
    expect(readdirSync(join(folder, 'dossiers'))).toEqual([`${id}.1`])
  })

  it('finishes a vault whose making was cut short', async () => {
    const folder = freshFolder()
    mkdirSync(join(folder, 'objects'))
    mkdirSync(join(folder, 'tmp'))
    await openOwn(folder)
    expect(existsSync(join(folder, 'vault.json'))).toBe(true)
  })

  it.each([
    ['vault-foreign', (folder: string) => writeFileSync(join(folder, 'diary.txt'), 'mine')],
    ['vault-damaged', (folder: string) => rmSync(join(folder, 'vault.json'))],
    ['vault-damaged', (folder: string) => writeFileSync(join(folder, 'vault.json'), '')],
    ['vault-damaged', (folder: string) => writeFileSync(join(folder, 'vault.json'), '{"format":0}')],
    ['vault-newer', (folder: string) => bumpFormat(folder)],
    ['vault-damaged', (folder: string) => rmSync(join(folder, 'objects'), { recursive: true })],
    ['vault-damaged', (folder: string) => linkAway(folder, 'objects')],
    ['vault-damaged', (folder: string) => linkAway(folder, 'dossiers')]
  ] as const)('refuses with %s and changes nothing', async (code, harm) => {
    const folder = freshFolder()
    if (code !== 'vault-foreign') {
      const vault = await openOwn(folder)
      await vault.createDossier(newDossier())
      await vault.close()
    }
    harm(folder)
    const before = filesBelow(folder)
    expect(await openVault(folder, { now })).toEqual({ ok: false, code })
    expect(filesBelow(folder)).toEqual(before)
  })

  it('refuses a file in the place of the folder', async () => {
    const path = join(freshFolder(), 'vault')
    writeFileSync(path, 'not a folder')
    expect(await openVault(path, { now })).toEqual({ ok: false, code: 'vault-foreign' })
    expect(readFileSync(path, 'utf8')).toBe('not a folder')
  })

  it('empties tmp/ and follows no link out of it', async () => {
    const folder = freshFolder()
    const outside = freshFolder()
    writeFileSync(join(outside, 'kept'), 'kept')
    await (await openOwn(folder)).close()
    writeFileSync(join(folder, 'tmp', 'object-half'), 'half')
    mkdirSync(join(folder, 'tmp', 'deep', 'er'), { recursive: true })
    symlinkSync(outside, join(folder, 'tmp', 'deep', 'link'))
    await openOwn(folder)
    expect(readdirSync(join(folder, 'tmp'))).toEqual([])
    expect(readFileSync(join(outside, 'kept'), 'utf8')).toBe('kept')
  })

  it('deletes what has lain in the trash for more than 30 days, and nothing younger', async () => {
    const folder = freshFolder()
    await (await openOwn(folder)).close()
    for (const day of ['2026-01-29', '2026-01-30', '2026-02-28', '2036-01-01', 'notes']) {
      mkdirSync(join(folder, 'trash', day))
      writeFileSync(join(folder, 'trash', day, 'one'), 'one')
    }
    await openOwn(folder)
    expect(readdirSync(join(folder, 'trash')).toSorted()).toEqual([
      '2026-01-30',
      '2026-02-28',
      '2036-01-01',
      'notes'
    ])
  })
})

describe('changing a dossier', () => {
  it('saves one revision a change and keeps only the last', async () => {
    const folder = freshFolder()
    const vault = await openOwn(folder)
    const { id } = must(await vault.createDossier(newDossier()))
    expect(must(await rename(vault, id, 'One')).revision).toBe(2)
    expect(must(await rename(vault, id, 'Two')).revision).toBe(3)
    expect(readdirSync(join(folder, 'dossiers'))).toEqual([`${id}.3`])
    expect(must(await vault.readDossier(id)).operator.name).toBe('Two')
  })

  it('does changes that come at once one after the other, and loses none', async () => {
    const vault = await openOwn(freshFolder())
    const { id } = must(await vault.createDossier(newDossier()))
    const note = (at: number) => (dossier: ReturnType<typeof newDossier>) =>
      done({ ...dossier, closing: { ...dossier.closing, note: `${dossier.closing.note} ${at}` } })
    const reads: Promise<unknown>[] = []
    await Promise.all(
      Array.from({ length: 30 }, async (_, at) => {
        must(await vault.changeDossier(id, note(at)))
        reads.push(vault.readDossier(id).then(must))
      })
    )
    await Promise.all(reads)
    const after = must(await vault.readDossier(id))
    expect(after.revision).toBe(31)
    expect(after.closing.note.trim().split(' ').toSorted()).toEqual(
      Array.from({ length: 30 }, (_, at) => String(at)).toSorted()
    )
  })

  it('saves nothing when the change fails, throws, or changes nothing', async () => {
    const vault = await openOwn(freshFolder())
    const { id } = must(await vault.createDossier(newDossier()))
    expect(await vault.changeDossier(id, () => failed({ code: 'no-such-entry' }))).toEqual({
      ok: false,
      code: 'no-such-entry'
    })
    expect(must(await vault.changeDossier(id, (dossier) => done(dossier))).revision).toBe(1)
    await expect(
      vault.changeDossier(id, () => {
        throw new Error('bug')
      })
    ).rejects.toThrow('bug')
    await expect(
      vault.changeDossier(id, (dossier) => done({ ...dossier, phoneNumber: 'none' }))
    ).rejects.toThrow()
    await expect(
      vault.changeDossier(id, (dossier) => done({ ...dossier, id: randomUUID() }))
    ).rejects.toThrow('id')
    expect(await vault.list()).toEqual({ stored: [{ id, revision: 1 }], damaged: [] })
  })

  it('never names an object that is not there', async () => {
    const vault = await openOwn(freshFolder())
    const { id } = must(await vault.createDossier(newDossier()))
    const answer = await vault.changeDossier(id, (dossier) => done(withFile(dossier, sha256Of('absent'), 6)))
    expect(answer).toEqual({ ok: false, code: 'vault-failed' })
    expect(must(await vault.readDossier(id)).exhibits).toEqual([])
  })

  it.each(['', '../x', 'x'.repeat(36), '../../../../etc/passwd', randomUUID(), randomUUID().toUpperCase()])(
    'knows no dossier %j',
    async (id) => {
      const vault = await openOwn(freshFolder())
      const gone = { ok: false, code: 'dossier-gone' }
      expect(await vault.readDossier(id)).toEqual(gone)
      expect(await rename(vault, id, 'X')).toEqual(gone)
      expect(await vault.destroyDossier(id)).toEqual(gone)
    }
  )
})

describe('a damaged dossier file', () => {
  const damages: readonly (readonly [string, (path: string) => void])[] = [
    ['cut to nothing', (path) => truncateSync(path, 0)],
    ['cut in half', (path) => truncateSync(path, Math.floor(statSync(path).size / 2))],
    ['cut by a byte of its text', (path) => truncateSync(path, statSync(path).size - 2)],
    ['one letter changed inside a name', (path) => editBytes(path, (text) => text.replace('ANNA', 'HANA'))],
    [
      'an amount of the wrong kind',
      (path) => editBytes(path, (text) => text.replace('"revision":2', '"revision":"2"'))
    ],
    ['another format', (path) => editBytes(path, (text) => text.replace('"format":2', '"format":3'))],
    ['no checksum', (path) => editBytes(path, (text) => text.replace(/"sha256":"[0-9a-f]{64}",/, ''))],
    ['zeros', (path) => writeFileSync(path, Buffer.alloc(statSync(path).size))],
    [
      'a link',
      (path) => {
        renameSync(path, `${path}-away`)
        symlinkSync(`${path}-away`, path)
      }
    ],
    [
      'a folder',
      (path) => {
        rmSync(path)
        mkdirSync(path)
      }
    ]
  ]

  it.each(damages)('%s: is told, kept, and the revision before it counts', async (_, harm) => {
    const folder = freshFolder()
    const first = await openOwn(folder)
    const { id } = must(await first.createDossier(newDossier()))
    const older = join(folder, 'dossiers', `${id}.1`)
    cpSync(older, join(folder, 'kept'))
    must(await rename(first, id, 'Newer'))
    await first.close()
    renameSync(join(folder, 'kept'), older)
    harm(join(folder, 'dossiers', `${id}.2`))

    const vault = await openOwn(folder)
    const listing = await vault.list()
    expect(listing.stored).toEqual([{ id, revision: 1 }])
    expect(listing.damaged).toContain(`${id}.2`)
    // The names alone cannot know it; reading does.
    expect((await vault.revisions()).stored).toEqual([{ id, revision: 2 }])
    expect(await vault.readDossiers([id])).toMatchObject([{ dossier: { revision: 1 }, damaged: [`${id}.2`] }])
    expect(must(await rename(vault, id, 'Onward')).revision).toBe(3)
    expect(existsSync(join(folder, 'dossiers', `${id}.2`))).toBe(true)
    expect((await vault.list()).stored).toEqual([{ id, revision: 3 }])
  })

  it('alone: the dossier is neither shown as empty nor as gone', async () => {
    const folder = freshFolder()
    const vault = await openOwn(folder)
    const { id } = must(await vault.createDossier(newDossier()))
    truncateSync(join(folder, 'dossiers', `${id}.1`), 10)
    expect(await vault.readDossier(id)).toEqual({ ok: false, code: 'vault-failed' })
    expect(await rename(vault, id, 'X')).toEqual({ ok: false, code: 'vault-failed' })
    expect(await vault.list()).toEqual({ stored: [], damaged: [`${id}.1`] })
    expect(await vault.readDossiers([id, randomUUID()])).toMatchObject([
      { dossier: null, damaged: [`${id}.1`] },
      { dossier: null, damaged: [] }
    ])
    await expect(vault.createDossier(newDossier(id))).rejects.toThrow('exists')
  })

  it('under the name of another dossier or revision is not taken for that one', async () => {
    const folder = freshFolder()
    const vault = await openOwn(folder)
    const { id } = must(await vault.createDossier(newDossier()))
    const other = randomUUID()
    cpSync(join(folder, 'dossiers', `${id}.1`), join(folder, 'dossiers', `${other}.1`))
    cpSync(join(folder, 'dossiers', `${id}.1`), join(folder, 'dossiers', `${id}.9`))
    expect((await vault.list()).stored).toEqual([{ id, revision: 1 }])
    expect((await vault.list()).damaged.toSorted()).toEqual([`${id}.9`, `${other}.1`].toSorted())
  })

  it('every single byte of a dossier file matters or changes nothing', async () => {
    const folder = freshFolder()
    const vault = await openOwn(folder)
    const dossier = must(await vault.createDossier(newDossier()))
    const path = join(folder, 'dossiers', `${dossier.id}.1`)
    const sound = readFileSync(path)
    for (let at = 0; at < sound.length; at += 1) {
      const harmed = Buffer.from(sound)
      harmed[at]! ^= 1 << (at % 8)
      writeFileSync(path, harmed)
      const read = await vault.readDossier(dossier.id)
      if (read.ok) expect(read.value).toEqual(dossier)
    }
  })
})

describe('destroying a dossier', () => {
  async function twoDossiers(folder: string) {
    const vault = await openOwn(folder)
    const one = must(await vault.createDossier(newDossier()))
    const two = must(await vault.createDossier(newDossier()))
    const own = await attach(vault.homeOf(one.id), 'only in one')
    const shared = await attach(vault.homeOf(one.id), 'in both')
    await attach(vault.homeOf(two.id), 'in both')
    return { vault, one, two, own, shared }
  }

  it('deletes it and the files only it used, and leaves no copy anywhere', async () => {
    const folder = freshFolder()
    const { vault, one, two, own, shared } = await twoDossiers(folder)
    must(await trash(vault, one.id))
    expect(await vault.destroyDossier(one.id)).toEqual({ ok: true, value: null })
    expect(existsSync(objectFile(folder, own))).toBe(false)
    expect((await bytesOf(vault.objects, shared)).toString()).toBe('in both')
    expect(filesBelow(join(folder, 'trash'))).toEqual([])
    expect((await vault.list()).stored.map((one) => one.id)).toEqual([two.id])
    expect(await vault.readDossier(one.id)).toEqual({ ok: false, code: 'dossier-gone' })
  })

  it('leaves a dossier alone that is not in the trash', async () => {
    const { vault, one, own } = await twoDossiers(freshFolder())
    expect(await vault.destroyDossier(one.id)).toEqual({ ok: false, code: 'vault-failed' })
    expect((await bytesOf(vault.objects, own)).toString()).toBe('only in one')
  })

  it('touches no object while any dossier file cannot be read', async () => {
    for (const harm of [
      (folder: string, id: string) => truncateSync(join(folder, 'dossiers', `${id}.2`), 20),
      (folder: string, id: string) =>
        renameSync(join(folder, 'dossiers', `${id}.2`), join(folder, 'dossiers', `${id} (conflict).2`))
    ]) {
      const folder = freshFolder()
      const { vault, one, two, own, shared } = await twoDossiers(folder)
      harm(folder, two.id)
      must(await trash(vault, one.id))
      must(await vault.destroyDossier(one.id))
      expect(existsSync(objectFile(folder, own))).toBe(true)
      expect(existsSync(objectFile(folder, shared))).toBe(true)
      expect(await vault.readDossier(one.id)).toEqual({ ok: false, code: 'dossier-gone' })
    }
  })

  it('deletes a file for good that was taken in a second time before', async () => {
    const folder = freshFolder()
    const { vault, one, own } = await twoDossiers(folder)
    must(await vault.objects.store(chunksOf('only in one')))
    must(await vault.changeDossier(one.id, (dossier) => done(dossier)))
    must(await trash(vault, one.id))
    must(await vault.destroyDossier(one.id))
    await vault.close()
    expect(filesBelow(folder).filter((name) => name.includes(own))).toEqual([])
  })

  it('spares an object that an intake has just found to be known', async () => {
    const { vault, one, two, own } = await twoDossiers(freshFolder())
    must(await trash(vault, one.id))
    expect(must(await vault.objects.store(chunksOf('only in one'))).isNew).toBe(false)
    must(await vault.destroyDossier(one.id))
    must(await vault.changeDossier(two.id, (dossier) => done(withFile(dossier, own, 11))))
    expect((await bytesOf(vault.objects, own)).toString()).toBe('only in one')
  })
})

describe('what a killed process leaves', () => {
  it('is set aside when no dossier came to name it, and only then', async () => {
    const folder = freshFolder()
    const first = await openOwn(folder)
    const { id } = must(await first.createDossier(newDossier()))
    const named = await attach(first.homeOf(id), 'named')
    const unnamed = must(await first.objects.store(chunksOf('never named'))).sha256
    writeFileSync(join(folder, 'lock'), deadLock())
    await (
      await openOwn(folder)
    ).tidied
    expect(existsSync(objectFile(folder, named))).toBe(true)
    expect(existsSync(objectFile(folder, unnamed))).toBe(false)
    expect(filesBelow(join(folder, 'trash'))).toHaveLength(1)
  })

  it('is spared when a dossier comes to name it while it is looked for', async () => {
    const folder = freshFolder()
    const first = await openOwn(folder)
    const { id } = must(await first.createDossier(newDossier()))
    // One that is found: where none is, nothing is sure, and nothing is touched.
    must(await first.createDossier(newDossier()))
    const unnamed = must(await first.objects.store(chunksOf('named in the end'))).sha256
    writeFileSync(join(folder, 'lock'), deadLock())
    const search = heldSearch()
    const vault = await openOwn(folder, { fsx: search.fsx })
    expect(await attach(vault.homeOf(id), 'named in the end')).toBe(unnamed)
    search.goOn()
    await vault.tidied
    expect(search.wasHeld()).toBe(true)
    expect(existsSync(objectFile(folder, unnamed))).toBe(true)
    expect(filesBelow(join(folder, 'trash'))).toEqual([])
  })

  it('stays where it is when a dossier is damaged, or there are none, or too much would go', async () => {
    for (const harm of [
      (folder: string, name: string) => truncateSync(join(folder, 'dossiers', name), 9),
      (folder: string, name: string) => rmSync(join(folder, 'dossiers', name)),
      (folder: string) => {
        for (let at = 0; at < 300; at += 1) {
          const sha256 = sha256Of(`orphan ${at}`)
          mkdirSync(join(folder, 'objects', sha256.slice(0, 2)), { recursive: true })
          writeFileSync(objectFile(folder, sha256), `orphan ${at}`)
        }
      }
    ]) {
      const folder = freshFolder()
      const first = await openOwn(folder)
      const { id } = must(await first.createDossier(newDossier()))
      await attach(first.homeOf(id), 'named')
      harm(folder, `${id}.2`)
      const before = filesBelow(join(folder, 'objects'))
      writeFileSync(join(folder, 'lock'), deadLock())
      await (
        await openOwn(folder)
      ).tidied
      expect(filesBelow(join(folder, 'objects'))).toEqual(before)
    }
  })

  it('is set aside on closing when its intake was cancelled before the dossier named it', async () => {
    const folder = freshFolder()
    const vault = await openOwn(folder)
    must(await vault.createDossier(newDossier()))
    const { sha256 } = must(await vault.objects.store(chunksOf('cancelled')))
    await vault.close()
    expect(existsSync(objectFile(folder, sha256))).toBe(false)
  })
})

function deadLock(change: object = {}): string {
  const owner = { host: hostOfThis(), pid: 2 ** 22 + 1, startedAt: NOW, pidStart: null, nonce: randomUUID() }
  return JSON.stringify({ ...owner, ...change })
}

function hostOfThis(): string {
  return readFileSync('/proc/sys/kernel/hostname', 'utf8').trim()
}

function bumpFormat(folder: string): void {
  const path = join(folder, 'vault.json')
  chmodSync(path, 0o600)
  writeFileSync(path, readFileSync(path, 'utf8').replace('"format":1', '"format":2'))
}

function linkAway(folder: string, name: string): void {
  const elsewhere = freshFolder()
  renameSync(join(folder, name), join(elsewhere, name))
  symlinkSync(join(elsewhere, name), join(folder, name))
}

function editBytes(path: string, change: (text: string) => string): void {
  const text = readFileSync(path, 'utf8')
  const changed = change(text)
  expect(changed).not.toBe(text)
  writeFileSync(path, changed)
}
