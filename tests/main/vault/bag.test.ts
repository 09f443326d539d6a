import { execFileSync, spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Dossier } from '../../../src/shared/domain/dossier.ts'
import { editDossier } from '../../../src/shared/domain/dossier-edit.ts'
import { done } from '../../../src/shared/domain/result.ts'
import { createBag, openBag, type Bag } from '../../../src/main/vault/bag.ts'
import { exportBag, importBag } from '../../../src/main/vault/bag-exchange.ts'
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

const options = { now, newId: randomUUID }

/** Judges a bag by RFC 8493 with tools that know nothing of this app. */
function judge(folder: string): readonly string[] {
  const faults: string[] = []
  const read = (name: string) => readFileSync(join(folder, name), 'utf8')
  if (read('bagit.txt') !== 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n')
    faults.push('bagit.txt')
  for (const name of ['manifest-sha256.txt', 'tagmanifest-sha256.txt']) {
    const check = spawnSync('sha256sum', ['--check', '--strict', '--quiet', name], {
      cwd: folder,
      encoding: 'utf8'
    })
    if (check.status !== 0) faults.push(`${name}: ${check.stdout}${check.stderr}`)
  }
  const paths = (name: string) =>
    read(name)
      .trim()
      .split('\n')
      .map((line) => line.slice(66))
      .toSorted()
  const payload = execFileSync('find', ['data', '-type', 'f'], { cwd: folder, encoding: 'utf8' })
    .trim()
    .split('\n')
    .toSorted()
  if (paths('manifest-sha256.txt').join('\n') !== payload.join('\n'))
    faults.push('payload is not what is listed')
  const octets = Number(
    execFileSync('sh', ['-c', 'find data -type f -print0 | xargs -0 cat | wc -c'], {
      cwd: folder,
      encoding: 'utf8'
    })
  )
  const oxum = /^Payload-Oxum: (\d+)\.(\d+)$/m.exec(read('bag-info.txt'))
  if (Number(oxum?.[1]) !== octets || Number(oxum?.[2]) !== payload.length) faults.push('Payload-Oxum')
  const top = readdirSync(folder)
    .filter((name) => name !== 'data')
    .toSorted()
  if (top.join() !== 'bag-info.txt,bagit.txt,manifest-sha256.txt,tagmanifest-sha256.txt')
    faults.push(`top: ${top.join()}`)
  if (paths('tagmanifest-sha256.txt').join() !== 'bag-info.txt,bagit.txt,manifest-sha256.txt')
    faults.push('tag manifest')
  return faults
}

async function madeBag(...files: readonly (readonly [string, string])[]): Promise<string> {
  const folder = join(freshFolder(), 'dossier')
  must(await createBag(folder, newDossier(), options))
  await inBag(folder, async (bag) => {
    for (const [name, bytes] of files) await attach(bag, bytes, name)
  })
  return folder
}

async function inBag<Value>(folder: string, deed: (bag: Bag) => Promise<Value>): Promise<Value> {
  const bag = must(await openBag(folder, options))
  try {
    return await deed(bag)
  } finally {
    await bag.close()
  }
}

const edit = (bag: Bag, change: Parameters<typeof editDossier>[1]) =>
  bag.change((dossier) => editDossier(dossier, change, NOW))
const exhibitsIn = (folder: string) => readdirSync(join(folder, 'data', 'exhibits')).toSorted()

describe('a portable folder', () => {
  it('is a valid bag from its first moment and after every change', async () => {
    const folder = await madeBag()
    expect(judge(folder)).toEqual([])
    for (const [name, bytes] of [
      ['счёт март.pdf', 'one'],
      ['100% paid?.txt', 'two'],
      ['../../etc/passwd', 'three'],
      ['', 'four']
    ] as const) {
      await inBag(folder, (bag) => attach(bag, bytes, name))
      expect(judge(folder)).toEqual([])
    }
    expect(exhibitsIn(folder)).toEqual([
      'B-1_счёт март.pdf',
      'B-2_100_ paid_.txt',
      'B-3__.._etc_passwd',
      'B-4_file'
    ])
    expect(readFileSync(join(folder, 'data', 'exhibits', 'B-2_100_ paid_.txt'), 'utf8')).toBe('two')
  })

  it('gives back what was put in, by another process or later', async () => {
    const folder = await madeBag(['a.txt', 'SPECIMEN a'])
    await inBag(folder, async (bag) => {
      const dossier = must(await bag.read())
      expect(dossier.exhibits.map((exhibit) => exhibit.file.originalName)).toEqual(['a.txt'])
      const { sha256 } = dossier.exhibits[0]!.file
      expect((await bytesOf(bag.objects, sha256)).toString()).toBe('SPECIMEN a')
      expect(must(await bag.objects.verify(sha256)).sizeBytes).toBe(10)
      expect(must(await bag.objects.pathOf(sha256))).toBe(join(folder, 'data', 'exhibits', 'B-1_a.txt'))
      expect(must(await bag.objects.store(chunksOf('SPECIMEN a'))).isNew).toBe(false)
    })
    expect(judge(folder)).toEqual([])
  })

  it('counts revisions and saves nothing for a change that changes nothing', async () => {
    const folder = await madeBag()
    await inBag(folder, async (bag) => {
      must(await edit(bag, { kind: 'set-currency', currency: 'CNY' }))
      expect(must(await bag.change((dossier) => done(dossier))).revision).toBe(2)
      expect(must(await bag.read()).payments.currency).toBe('CNY')
    })
  })

  it('renames the file of an exhibit whose number changed, and back', async () => {
    const folder = await madeBag(['a.txt', 'a'], ['b.txt', 'b'])
    const exhibitId = await inBag(folder, async (bag) => must(await bag.read()).exhibits[0]!.id)
    await inBag(folder, (bag) => edit(bag, { kind: 'categorise-exhibit', exhibitId, category: 'A' }))
    expect(exhibitsIn(folder)).toEqual(['A-1_a.txt', 'B-2_b.txt'])
    expect(judge(folder)).toEqual([])
    await inBag(folder, (bag) => edit(bag, { kind: 'categorise-exhibit', exhibitId, category: 'B' }))
    expect(exhibitsIn(folder)).toEqual(['B-1_a.txt', 'B-2_b.txt'])
    expect(judge(folder)).toEqual([])
  })

  it('keeps two files where two exhibits have the same bytes', async () => {
    const folder = await madeBag(['a.txt', 'same'])
    await inBag(folder, (bag) =>
      bag.change((dossier) => done(withFile(dossier, sha256Of('same'), 4, 'twin.txt'))).then(must)
    )
    expect(exhibitsIn(folder)).toEqual(['B-1_a.txt', 'B-2_twin.txt'])
    expect(judge(folder)).toEqual([])
  })

  it('never names bytes that are not there, nor replaces a file it did not make', async () => {
    const folder = await madeBag()
    const stray = join(folder, 'data', 'exhibits', 'B-1_a.txt')
    await inBag(folder, async (bag) => {
      const absent = await bag.change((dossier) => done(withFile(dossier, sha256Of('absent'), 6)))
      expect(absent).toEqual({ ok: false, code: 'vault-failed' })
      writeFileSync(stray, 'mine')
      const { sha256 } = must(await bag.objects.store(chunksOf('a')))
      expect(await bag.change((dossier) => done(withFile(dossier, sha256, 1, 'a.txt')))).toEqual({
        ok: false,
        code: 'vault-failed'
      })
    })
    expect(readFileSync(stray, 'utf8')).toBe('mine')
  })

  it('mends a damaged file when its bytes come again', async () => {
    const folder = await madeBag(['a.txt', 'SPECIMEN'])
    const path = join(folder, 'data', 'exhibits', 'B-1_a.txt')
    rmSync(path)
    writeFileSync(path, 'HARMED!!')
    await inBag(folder, async (bag) => {
      expect(await bag.objects.verify(sha256Of('SPECIMEN'))).toEqual({ ok: false, code: 'object-changed' })
      must(await bag.objects.store(chunksOf('SPECIMEN')))
    })
    expect(judge(folder)).toEqual([])
  })

  it('leaves nothing of files that no dossier came to name', async () => {
    const folder = await madeBag()
    await inBag(folder, (bag) => bag.objects.store(chunksOf('cancelled')))
    expect(judge(folder)).toEqual([])
  })

  it('is open in one process at a time', async () => {
    const folder = await madeBag()
    await inBag(folder, async () => {
      expect(await openBag(folder, options)).toEqual({ ok: false, code: 'folder-in-use' })
    })
    await inBag(folder, async (bag) => must(await bag.read()))
  })

  it('is made only where nothing is', async () => {
    const parent = freshFolder()
    const empty = join(parent, 'empty')
    mkdirSync(empty)
    must(await createBag(empty, newDossier(), options))
    expect(judge(empty)).toEqual([])
    expect(await createBag(empty, newDossier(), options)).toEqual({ ok: false, code: 'folder-exists' })
    writeFileSync(join(parent, 'file'), '')
    expect(await createBag(join(parent, 'file'), newDossier(), options)).toEqual({
      ok: false,
      code: 'folder-exists'
    })
    mkdirSync(join(parent, 'new.partial'))
    writeFileSync(join(parent, 'new.partial', 'mine'), 'mine')
    expect(await createBag(join(parent, 'new'), newDossier(), options)).toEqual({
      ok: false,
      code: 'folder-exists'
    })
    expect(readFileSync(join(parent, 'new.partial', 'mine'), 'utf8')).toBe('mine')
    expect(await createBag(join(parent, 'absent', 'new'), newDossier(), options)).toMatchObject({ ok: false })
    expect(readdirSync(parent).toSorted()).toEqual(['empty', 'file', 'new.partial'])
  })

  it('opens no folder that is none, and writes nothing into it', async () => {
    const folder = freshFolder()
    writeFileSync(join(folder, 'diary.txt'), 'mine')
    expect(await openBag(folder, options)).toEqual({ ok: false, code: 'not-a-dossier' })
    expect(await openBag(join(folder, 'absent'), options)).toEqual({ ok: false, code: 'not-a-dossier' })
    expect(await openBag(join(folder, 'diary.txt'), options)).toEqual({ ok: false, code: 'not-a-dossier' })
    expect(filesBelow(folder)).toEqual(['diary.txt'])
  })

  it('follows no link in its workings', async () => {
    for (const name of ['.closeout', '.closeout/incoming', '.closeout/staged']) {
      const folder = await madeBag()
      const outside = freshFolder()
      writeFileSync(join(outside, 'kept'), 'kept')
      if (name !== '.closeout') mkdirSync(join(folder, '.closeout'))
      symlinkSync(outside, join(folder, name))
      expect(await openBag(folder, options)).toEqual({ ok: false, code: 'not-a-dossier' })
      expect(filesBelow(outside)).toEqual(['kept'])
    }
  })
})

describe('export and import', () => {
  async function filledVault() {
    const vault = await openOwn(freshFolder())
    const { id } = must(await vault.createDossier(newDossier()))
    for (const [name, bytes] of [
      ['счёт.pdf', 'one'],
      ['photo.jpg', 'two'],
      ['letter.eml', 'three']
    ] as const) {
      await attach(vault.homeOf(id), bytes, name)
    }
    return { vault, id, home: vault.homeOf(id) }
  }

  it('carry a dossier from one vault to another unchanged', async () => {
    const { home, id } = await filledVault()
    const folder = join(freshFolder(), 'out')
    must(await exportBag(home, folder, options))
    expect(judge(folder)).toEqual([])
    const other = await openOwn(freshFolder())
    const imported = must(await importBag(folder, other, options))
    expect(imported).toEqual(must(await home.read()))
    for (const { file } of imported.exhibits) {
      expect(await bytesOf(other.objects, file.sha256)).toEqual(await bytesOf(home.objects, file.sha256))
    }
    expect((await other.list()).stored).toEqual([{ id, revision: 4 }])
    expect(judge(folder)).toEqual([])
  })

  it('give a dossier the vault has already an id of its own', async () => {
    const { vault, home, id } = await filledVault()
    const folder = join(freshFolder(), 'out')
    must(await exportBag(home, folder, options))
    const twin = must(await importBag(folder, vault, options))
    expect(twin.id).not.toBe(id)
    expect({ ...twin, id }).toEqual(must(await home.read()))
    expect((await vault.list()).stored).toHaveLength(2)
  })

  it('refuse a name that is taken, and make a folder anew that an export left unfinished', async () => {
    const { home } = await filledVault()
    const parent = freshFolder()
    mkdirSync(join(parent, 'out.partial'))
    writeFileSync(join(parent, 'out.partial', 'unfinished-export'), '')
    writeFileSync(join(parent, 'out.partial', 'half'), 'half')
    must(await exportBag(home, join(parent, 'out'), options))
    expect(judge(join(parent, 'out'))).toEqual([])
    expect(await exportBag(home, join(parent, 'out'), options)).toEqual({ ok: false, code: 'folder-exists' })
    expect(readdirSync(parent)).toEqual(['out'])
  })

  it.each([
    ['bag-incomplete', (path: string) => rmSync(path)],
    [
      'bag-changed',
      (path: string) => {
        rmSync(path)
        writeFileSync(path, 'twO')
      }
    ]
  ] as const)('export nothing when a file of the vault is lost or changed: %s', async (code, harm) => {
    const { vault, home } = await filledVault()
    harm(must(await vault.objects.pathOf(sha256Of('two'))))
    const parent = freshFolder()
    expect(await exportBag(home, join(parent, 'out'), options)).toEqual({ ok: false, code })
    expect(readdirSync(parent)).toEqual([])
  })

  it('of a dossier that is gone say so', async () => {
    const { vault } = await filledVault()
    const gone = await exportBag(vault.homeOf(randomUUID()), join(freshFolder(), 'out'), options)
    expect(gone).toEqual({ ok: false, code: 'dossier-gone' })
  })
})

describe('a folder that is not exactly a dossier is not taken in', () => {
  const manifest = (folder: string, change: (text: string) => string) =>
    rewrite(folder, 'manifest-sha256.txt', change)
  const cases: readonly (readonly [string, string, (folder: string) => void])[] = [
    ['no bagit.txt', 'not-a-dossier', (at) => rmSync(join(at, 'bagit.txt'))],
    [
      'a later BagIt',
      'not-a-dossier',
      (at) => rewrite(at, 'bagit.txt', (text) => text.replace('1.0', '2.0'))
    ],
    ['no manifest', 'bag-incomplete', (at) => rmSync(join(at, 'manifest-sha256.txt'))],
    ['no tag manifest', 'bag-incomplete', (at) => rmSync(join(at, 'tagmanifest-sha256.txt'))],
    [
      'a tag file changed',
      'bag-changed',
      (at) => writeFileSync(join(at, 'bag-info.txt'), 'Payload-Oxum: 1.1\n')
    ],
    ['an exhibit lost', 'bag-incomplete', (at) => rmSync(exhibitOf(at))],
    [
      'an exhibit changed',
      'bag-changed',
      (at) => {
        rmSync(exhibitOf(at))
        writeFileSync(exhibitOf(at), 'SPECIMEM')
      }
    ],
    [
      'an exhibit cut short',
      'bag-changed',
      (at) => {
        rmSync(exhibitOf(at))
        writeFileSync(exhibitOf(at), 'SPEC')
      }
    ],
    ['the dossier lost', 'bag-incomplete', (at) => rmSync(join(at, 'data', 'dossier.json'))],
    ['the dossier changed', 'bag-changed', (at) => writeFileSync(join(at, 'data', 'dossier.json'), '{}')],
    ['a dossier that is none, well listed', 'not-a-dossier', (at) => rewriteDossier(at, () => '{}')],
    [
      'a dossier with a changed name, well listed',
      'not-a-dossier',
      (at) => rewriteDossier(at, (text) => text.replace('ANNA', 'HANA'))
    ],
    [
      'a file nobody listed',
      'bag-changed',
      (at) => writeFileSync(join(at, 'data', 'exhibits', 'B-9_x.txt'), 'x')
    ],
    [
      'a file nobody listed beside the dossier',
      'bag-changed',
      (at) => writeFileSync(join(at, 'data', 'x.exe'), 'x')
    ],
    ['a folder nobody listed', 'not-a-dossier', (at) => mkdirSync(join(at, 'data', 'exhibits', 'sub'))],
    ['an exhibit that is a link', 'not-a-dossier', (at) => linkAway(exhibitOf(at))],
    ['a manifest that is a link', 'not-a-dossier', (at) => linkAway(join(at, 'manifest-sha256.txt'))],
    ['a data folder that is a link', 'not-a-dossier', (at) => linkAway(join(at, 'data'))],
    [
      'a list to fetch from elsewhere',
      'not-a-dossier',
      (at) => writeFileSync(join(at, 'fetch.txt'), 'https://example.invalid 1 data/x')
    ],
    ['a listed file twice', 'not-a-dossier', (at) => manifest(at, (text) => text + text)],
    [
      'two names that differ in case',
      'not-a-dossier',
      (at) => manifest(at, (text) => text + text.replace('B-1_a', 'B-1_A'))
    ],
    [
      'two names that differ in how ё is composed',
      'not-a-dossier',
      (at) =>
        manifest(
          at,
          (text) =>
            `${text}${'0'.repeat(64)}  data/exhibits/B-7_\u0435\u0308.txt\n${'0'.repeat(64)}  data/exhibits/B-7_ё.txt\n`
        )
    ],
    [
      'a path upwards',
      'not-a-dossier',
      (at) => manifest(at, (text) => `${text}${'0'.repeat(64)}  data/../../x\n`)
    ],
    [
      'a path upwards in an exhibit',
      'not-a-dossier',
      (at) => manifest(at, (text) => `${text}${'0'.repeat(64)}  data/exhibits/B-2_/../../../x\n`)
    ],
    [
      'an absolute path',
      'not-a-dossier',
      (at) => manifest(at, (text) => `${text}${'0'.repeat(64)}  /etc/passwd\n`)
    ],
    [
      'a path with a drive',
      'not-a-dossier',
      (at) => manifest(at, (text) => `${text}${'0'.repeat(64)}  C:\\x\n`)
    ],
    [
      'a path with backslashes',
      'not-a-dossier',
      (at) => manifest(at, (text) => `${text}${'0'.repeat(64)}  data\\exhibits\\B-2_x\n`)
    ],
    [
      'a name Windows reserves',
      'not-a-dossier',
      (at) => manifest(at, (text) => `${text}${'0'.repeat(64)}  data/exhibits/CON\n`)
    ],
    [
      'a listed file that no exhibit is',
      'not-a-dossier',
      (at) => {
        writeFileSync(join(at, 'data', 'exhibits', 'B-2_x'), 'x')
        manifest(at, (text) => `${text}${sha256Of('x')}  data/exhibits/B-2_x\n`)
      }
    ],
    ['a manifest of noise', 'not-a-dossier', (at) => manifest(at, () => 'noise')],
    [
      'nothing',
      'not-a-dossier',
      (at) => {
        rmSync(at, { recursive: true })
        mkdirSync(at)
      }
    ],
    ['no folder', 'not-a-dossier', (at) => rmSync(at, { recursive: true })]
  ]

  it.each(cases)('%s: %s', async (_, code, harm) => {
    const folder = await madeBag(['a.txt', 'SPECIMEN'])
    harm(folder)
    const vault = await openOwn(freshFolder())
    expect(await importBag(folder, vault, options)).toEqual({ ok: false, code })
    expect(await vault.list()).toEqual({ stored: [], damaged: [] })
    expect(filesBelow(join(vault.folder, 'objects'))).toEqual([])
  })

  it('but what file managers leave in it does no harm', async () => {
    const folder = await madeBag(['a.txt', 'SPECIMEN'])
    for (const name of [
      '.DS_Store',
      'Thumbs.db',
      'data/.DS_Store',
      'data/exhibits/desktop.ini',
      'README.txt'
    ]) {
      writeFileSync(join(folder, name), 'left over')
    }
    must(await importBag(folder, await openOwn(freshFolder()), options))
  })

  it('a dossier with the id of a path, or none of its own, gets a fresh one', async () => {
    const folder = await madeBag(['a.txt', 'SPECIMEN'])
    const id = await inBag(folder, async (bag) => must(await bag.read()).id)
    const upper = id.toUpperCase()
    rewriteDossier(folder, (text) => {
      const { format, ...sealed } = JSON.parse(text) as { format: number; dossier: Dossier }
      const dossier = { ...sealed.dossier, id: upper }
      return JSON.stringify({ format, sha256: sha256Of(JSON.stringify(dossier)), dossier })
    })
    const imported = must(await importBag(folder, await openOwn(freshFolder()), options))
    expect([id, upper]).not.toContain(imported.id)
  })

  it('no single byte of a tag file or exhibit can change without being noticed or meaning the same', async () => {
    const folder = await madeBag(['a.txt', 'SPECIMEN'])
    const vault = await openOwn(freshFolder())
    const dossier = await inBag(folder, async (bag) => must(await bag.read()))
    for (const name of filesBelow(folder)) {
      const path = join(folder, name)
      const sound = readFileSync(path)
      const step = Math.max(1, Math.floor(sound.length / 40))
      for (let at = 0; at < sound.length; at += step) {
        const harmed = Buffer.from(sound)
        harmed[at]! ^= 1 << (at % 8)
        rmSync(path)
        writeFileSync(path, harmed)
        const imported = await importBag(folder, vault, options)
        if (imported.ok) expect({ ...imported.value, id: dossier.id }).toEqual(dossier)
      }
      rmSync(path)
      writeFileSync(path, sound)
    }
  })
})

describe('a journal of somebody else', () => {
  it('moves nothing out of or into the folder', async () => {
    for (const move of [
      { from: '.closeout/incoming/../../../outside', to: 'data/exhibits/B-1_x' },
      { from: 'data/exhibits/B-1_a.txt', to: '../../outside' },
      { from: 'data/exhibits/B-1_a.txt', to: 'data/dossier.json' },
      { from: '/etc/passwd', to: 'data/exhibits/B-1_x' }
    ]) {
      const folder = await madeBag(['a.txt', 'SPECIMEN'])
      mkdirSync(join(folder, '.closeout'))
      const journal = { format: 1, moves: [move], replaces: [], removes: [] }
      writeFileSync(join(folder, '.closeout', 'change.json'), JSON.stringify(journal))
      const before = filesBelow(folder)
      expect(await openBag(folder, options)).toEqual({ ok: false, code: 'not-a-dossier' })
      expect(filesBelow(folder)).toEqual(before)
      expect(existsSync('/etc/passwd')).toBe(true)
    }
  })
})

function exhibitOf(folder: string): string {
  return join(folder, 'data', 'exhibits', 'B-1_a.txt')
}

function linkAway(path: string): void {
  const away = join(freshFolder(), 'away')
  renameSync(path, away)
  symlinkSync(away, path)
}

/** Changes a tag file and lists it anew, as somebody would who knows the standard. */
function rewrite(folder: string, name: string, change: (text: string) => string): void {
  writeFileSync(join(folder, name), change(readFileSync(join(folder, name), 'utf8')))
  const tags = ['bag-info.txt', 'bagit.txt', 'manifest-sha256.txt']
  const lines = tags.map((tag) => `${sha256Of(readFileSync(join(folder, tag)))}  ${tag}\n`)
  writeFileSync(join(folder, 'tagmanifest-sha256.txt'), lines.join(''))
}

function rewriteDossier(folder: string, change: (text: string) => string): void {
  const path = join(folder, 'data', 'dossier.json')
  const before = readFileSync(path, 'utf8')
  const after = change(before)
  writeFileSync(path, after)
  rewrite(folder, 'manifest-sha256.txt', (text) => text.replace(sha256Of(before), sha256Of(after)))
}
