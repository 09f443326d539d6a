import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import {
  appendFileSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync
} from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { editDossier } from '../../../src/shared/domain/dossier-edit.ts'
import type { IntakeProgress } from '../../../src/shared/domain/intake.ts'
import { nodeFsx, type Fsx } from '../../../src/main/fsx.ts'
import { takeIn } from '../../../src/main/intake/take-in.ts'
import { bytesOf, filesBelow, must, NOW, sha256Of } from '../vault/fixture.ts'
import { bench, fromPaths, requestFor, told, type Bench } from './fixture.ts'

function put({ inbox }: Bench, name: string, bytes: string | Uint8Array = `SPECIMEN ${name}`): string {
  const path = join(inbox, name)
  writeFileSync(path, bytes)
  return path
}

/** A disk on which some calls behave as the test says. */
const withCalls = (calls: Partial<Fsx>): Fsx => ({ ...nodeFsx, ...calls })
const failing = (code: string) => Object.assign(new Error(code), { code })

describe('taking files in', () => {
  it('keeps the bytes and tells what the file is', async () => {
    const at = await bench()
    const path = put(at, 'schet_mart.txt')
    utimesSync(path, new Date(NOW), new Date('2025-12-24T08:00:00.000Z'))
    const outcomes = await at.takeIn([path])
    expect(told(outcomes)).toEqual(['added B-1'])
    const [exhibit] = (await at.dossier()).exhibits
    expect(exhibit).toMatchObject({
      number: { category: 'B', serial: 1 },
      caption: 'schet_mart',
      madeOn: null,
      addedAt: NOW,
      file: {
        sha256: sha256Of('SPECIMEN schet_mart.txt'),
        sizeBytes: 23,
        originalName: 'schet_mart.txt',
        mediaType: 'text/plain',
        fileModifiedAt: '2025-12-24T08:00:00.000Z'
      }
    })
    expect(await bytesOf(at.home.objects, exhibit!.file.sha256)).toEqual(readFileSync(path))
  })

  it('numbers in the order of the batch, also when a later file is done first', async () => {
    const at = await bench()
    const paths = Array.from({ length: 30 }, (_, index) =>
      put(at, `${index}.bin`, Buffer.alloc(index % 5 === 0 ? 3_000_000 : 10, `file ${index} `))
    )
    expect(told(await at.takeIn(paths))).toEqual(paths.map((_, index) => `added B-${index + 1}`))
    const names = (await at.dossier()).exhibits.map((exhibit) => exhibit.file.originalName)
    expect(names).toEqual(paths.map((_, index) => `${index}.bin`))
  })

  it('makes one revision of up to 64 files', async () => {
    const at = await bench()
    const paths = Array.from({ length: 150 }, (_, index) => put(at, `${index}.txt`))
    await at.takeIn(paths)
    const dossier = await at.dossier()
    expect(dossier.exhibits).toHaveLength(150)
    expect(dossier.revision).toBeLessThanOrEqual(6)
  })

  it('notices the same bytes: in the dossier, twice in a batch, under another name', async () => {
    const at = await bench()
    const first = put(at, 'one.txt', 'same')
    const twin = put(at, 'two.txt', 'same')
    expect(told(await at.takeIn([first, twin, first]))).toEqual(['added B-1', 'known B-1', 'known B-1'])
    const { revision } = await at.dossier()
    expect(told(await at.takeIn([twin], { category: 'A' }))).toEqual(['known B-1'])
    expect((await at.dossier()).revision).toBe(revision)
  })

  it('brings an exhibit back from the trash when its bytes come again', async () => {
    const at = await bench()
    const path = put(at, 'one.txt')
    await at.takeIn([path])
    const exhibitId = (await at.dossier()).exhibits[0]!.id
    must(await at.home.change((dossier) => editDossier(dossier, { kind: 'trash-exhibit', exhibitId }, NOW)))
    expect(told(await at.takeIn([path, put(at, 'two.txt')]))).toEqual(['known B-1', 'added B-2'])
    expect((await at.dossier()).exhibits.map((exhibit) => exhibit.trashedAt)).toEqual([null, null])
  })

  it('links what comes in to what it proves, and a known file to one thing more', async () => {
    const at = await bench()
    const entry = { on: NOW.slice(0, 10), kind: 'bill', amountMinor: 100, currency: 'RUB', note: '' } as const
    const records = ['first', 'second'].map(() => ({ ...entry, id: randomUUID() }))
    const edit = { kind: 'put-records', list: 'entries', records, beforeId: null } as const
    must(await at.home.change((dossier) => editDossier(dossier, edit, NOW)))
    const [first, second] = records.map(({ id }) => ({ kind: 'entry', id }) as const)
    const path = put(at, 'statement.txt')
    const links = async () => (await at.dossier()).exhibits.map(({ proves }) => proves)

    expect(told(await at.takeIn([path], { proves: [first!] }))).toEqual(['added B-1'])
    expect(await links()).toEqual([[first]])
    const { revision } = await at.dossier()
    expect(told(await at.takeIn([path], { proves: [first!] }))).toEqual(['known B-1'])
    expect((await at.dossier()).revision).toBe(revision)
    expect(told(await at.takeIn([path], { proves: [first!, second!], category: 'C' }))).toEqual(['known B-1'])
    expect(await links()).toEqual([[first, second]])
  })

  it('takes a file in without a link to a record that is gone', async () => {
    const at = await bench()
    const proves = [{ kind: 'contact', id: randomUUID() } as const]
    expect(told(await at.takeIn([put(at, 'one.txt')], { proves }))).toEqual(['added B-1'])
    expect(told(await at.takeIn([put(at, 'two.txt', 'file')], { proves }))).toEqual(['added B-2'])
    expect(told(await at.takeIn([put(at, 'one.txt')], { proves }))).toEqual(['known B-1'])
    expect((await at.dossier()).exhibits.map((exhibit) => exhibit.proves)).toEqual([[], []])
  })

  it('stores a known file anew when its object was damaged meanwhile', async () => {
    const at = await bench()
    const path = put(at, 'one.txt')
    await at.takeIn([path])
    const { sha256 } = (await at.dossier()).exhibits[0]!.file
    const object = must(await at.home.objects.pathOf(sha256))
    rmSync(object)
    writeFileSync(object, 'damaged')
    expect(told(await at.takeIn([path]))).toEqual(['known B-1'])
    expect(await bytesOf(at.home.objects, sha256)).toEqual(readFileSync(path))
  })

  it('tells progress by files and bytes and reaches its total, refused files included', async () => {
    const at = await bench()
    const notices: Omit<IntakeProgress, 'jobId'>[] = []
    const paths = [
      put(at, 'a.bin', Buffer.alloc(5_000_000, 1)),
      put(at, 'empty', ''),
      put(at, 'b.bin', Buffer.alloc(9, 2))
    ]
    await at.takeIn(paths, { onProgress: (notice) => notices.push(notice) })
    expect(notices.at(-1)).toMatchObject({
      filesDone: 3,
      filesTotal: 3,
      bytesDone: 5_000_009,
      bytesTotal: 5_000_009
    })
    const done = notices.map((notice) => notice.bytesDone)
    expect(done).toEqual(done.toSorted((a, b) => a - b))
  })

  it('takes a pasted picture in under the name it is given', async () => {
    const at = await bench()
    const bytes = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
      'base64'
    )
    const source = { kind: 'bytes', name: 'clipboard.png', bytes } as const
    expect(told(must(await takeIn(requestFor(at.home, source))).outcomes)).toEqual(['added B-1'])
    expect((await at.dossier()).exhibits[0]).toMatchObject({
      caption: 'clipboard',
      file: { mediaType: 'image/png', pages: 1, pixels: { width: 1, height: 1 } }
    })
    const nothing = { ...source, bytes: Buffer.alloc(0) }
    expect(told(must(await takeIn(requestFor(at.home, nothing))).outcomes)).toEqual(['empty-file'])
  })

  it('fails as a whole only when there is no dossier', async () => {
    const at = await bench()
    must(await at.home.change((dossier) => editDossier(dossier, { kind: 'trash-dossier' }, NOW)))
    must(await at.vault.destroyDossier(at.id))
    expect(await takeIn(requestFor(at.home, fromPaths([put(at, 'a')])))).toEqual({
      ok: false,
      code: 'dossier-gone'
    })
  })
})

describe('what is not a readable file is refused by its own code, and the rest goes on', () => {
  const cases: readonly (readonly [string, string, (at: Bench) => string])[] = [
    ['an empty file', 'empty-file', (at) => put(at, 'x', '')],
    ['a link to a file', 'is-link', (at) => linked(at, put(at, 'target'))],
    ['a link to nowhere', 'is-link', (at) => linked(at, join(at.inbox, 'nowhere'))],
    ['a link to a folder', 'is-link', (at) => linked(at, at.inbox)],
    ['a device that never ends', 'not-a-file', () => '/dev/zero'],
    ['a pipe nobody writes to', 'not-a-file', (at) => piped(at)],
    ['a file that is not there', 'vanished', (at) => join(at.inbox, 'absent')],
    ['a path below a file', 'vanished', (at) => join(put(at, 'file'), 'below')],
    ['an empty folder', 'empty-folder', (at) => folder(at, 'empty')],
    [
      'a folder of empty folders',
      'empty-folder',
      (at) => folder(at, 'deep/deeper/deepest').replace(/.deeper.*/, '')
    ]
  ]

  it.each(cases)('%s: %s', async (_, code, make) => {
    const at = await bench()
    const outcomes = await at.takeIn([put(at, 'before.txt'), make(at), put(at, 'after.txt')])
    expect(told(outcomes)).toEqual(['added B-1', code, 'added B-2'])
  })

  it('a socket', async () => {
    const at = await bench()
    const path = join(at.inbox, 'socket')
    const server = createServer().listen(path)
    onTestFinished(() => void server.close())
    await new Promise((resolve) => server.once('listening', resolve))
    expect(told(await at.takeIn([path]))).toEqual(['not-a-file'])
  })

  it('a file without permission', async () => {
    const at = await bench()
    const secret = put(at, 'secret')
    const fsx = withCalls({
      open: (path, flags, mode) =>
        path === secret ? Promise.reject(failing('EACCES')) : nodeFsx.open(path, flags, mode)
    })
    expect(told(await at.takeIn([secret, put(at, 'open')], { fsx }))).toEqual(['no-permission', 'added B-1'])
  })

  it('a disk that fails to read', async () => {
    const at = await bench()
    const fsx = withCalls({
      open: async (path, flags, mode) => ({
        ...(await nodeFsx.open(path, flags, mode)),
        read: () => Promise.reject(failing('EIO'))
      })
    })
    expect(told(await at.takeIn([put(at, 'bad sector')], { fsx }))).toEqual(['read-failed'])
    expect(filesBelow(join(at.vault.folder, 'objects'))).toEqual([])
  })

  it('a file larger than the limit', async () => {
    const at = await bench()
    expect(told(await at.takeIn([put(at, 'x', 'four'), put(at, 'y', 'fives')], { maxFileBytes: 4 }))).toEqual(
      ['added B-1', 'too-large']
    )
  })

  it('a file that leaves no room for the dossier', async () => {
    const at = await bench()
    const home = {
      ...at.home,
      objects: { ...at.home.objects, freeBytes: async () => 16 * 1024 * 1024 + 100 }
    }
    const request = requestFor(home, fromPaths([put(at, 'x', 'x'.repeat(90)), put(at, 'y', 'y'.repeat(100))]))
    expect(told(must(await takeIn(request)).outcomes)).toEqual(['added B-1', 'disk-full'])
  })
})

describe('a file that changes while it is read', () => {
  /** Lets something happen to the file after its first chunk was read. */
  const meddling = (meddle: (path: string) => void): Fsx =>
    withCalls({
      async open(path, flags, mode) {
        const file = await nodeFsx.open(path, flags, mode)
        let isFirst = true
        return {
          ...file,
          async read(into, position) {
            const count = await file.read(into, position)
            if (isFirst) meddle(path)
            isFirst = false
            return count
          }
        }
      }
    })
  const cases: readonly (readonly [string, string, (path: string) => void])[] = [
    ['grows', 'changed-while-read', (path) => appendFileSync(path, 'more')],
    ['shrinks', 'changed-while-read', (path) => truncateSync(path, 1_500_000)],
    ['is cut to nothing', 'changed-while-read', (path) => truncateSync(path, 0)],
    [
      'is written again with the same length',
      'changed-while-read',
      (path) => writeFileSync(path, Buffer.alloc(3_000_000, 7))
    ],
    [
      'is replaced by another file',
      'changed-while-read',
      (path) => {
        rmSync(path)
        writeFileSync(path, Buffer.alloc(3_000_000, 8))
      }
    ],
    ['is deleted', 'vanished', (path) => rmSync(path)],
    [
      'is replaced by a link',
      'changed-while-read',
      (path) => {
        renameSync(path, `${path}-away`)
        symlinkSync(`${path}-away`, path)
      }
    ]
  ]

  it.each(cases)('%s: %s, and nothing of it is kept', async (_, code, meddle) => {
    const at = await bench()
    const path = put(at, 'photo.jpg', Buffer.alloc(3_000_000, 1))
    expect(told(await at.takeIn([path], { fsx: meddling(meddle) }))).toEqual([code])
    expect(filesBelow(at.vault.folder).filter((name) => /^(objects|tmp)/.test(name))).toEqual([])
    expect((await at.dossier()).exhibits).toEqual([])
  })

  it('is swapped for a link between looking and opening', async () => {
    const at = await bench()
    const path = put(at, 'photo.jpg')
    const secret = put(at, 'secret')
    const fsx = withCalls({
      async open(name, flags, mode) {
        rmSync(name)
        symlinkSync(secret, name)
        return nodeFsx.open(name, flags, mode)
      }
    })
    expect(told(await at.takeIn([path], { fsx }))).toEqual(['is-link'])
  })

  it('is swapped for another file between looking and opening', async () => {
    const at = await bench()
    const path = put(at, 'photo.jpg')
    const other = put(at, 'other')
    const fsx = withCalls({ open: (_, flags, mode) => nodeFsx.open(other, flags, mode) })
    expect(told(await at.takeIn([path], { fsx }))).toEqual(['changed-while-read'])
  })
})

describe('folders', () => {
  it('are replaced by their files, in the order a person counts', async () => {
    const at = await bench()
    const root = folder(at, 'papers/scan')
    for (const name of [
      'page 10.txt',
      'page 9.txt',
      'page 1.txt',
      '.DS_Store',
      'Thumbs.db',
      '._page 1.txt'
    ]) {
      writeFileSync(join(root, name), name)
    }
    writeFileSync(join(root, '..', 'a.txt'), 'a')
    writeFileSync(join(root, '..', 'z.txt'), 'z')
    symlinkSync('/etc/passwd', join(root, 'page 2.lnk'))
    const outcomes = await at.takeIn([join(at.inbox, 'papers')])
    expect(outcomes.map((outcome) => outcome.fileName)).toEqual([
      'a.txt',
      'page 1.txt',
      'page 2.lnk',
      'page 9.txt',
      'page 10.txt',
      'z.txt'
    ])
    expect(told(outcomes)[2]).toBe('is-link')
  })

  it('are refused where the caller wants files only', async () => {
    const at = await bench()
    const request = requestFor(at.home, fromPaths([folder(at, 'papers'), put(at, 'x')], 'refuse'))
    expect(told(must(await takeIn(request)).outcomes)).toEqual(['is-folder', 'added B-1'])
  })

  it('are taken whole or not at all when they nest too deep or hold too much', async () => {
    const at = await bench()
    writeFileSync(join(folder(at, `deep${'/d'.repeat(32)}`), 'bottom.txt'), 'x')
    writeFileSync(join(at.inbox, 'deep', 'top.txt'), 'x')
    const many = folder(at, 'many')
    writeFileSync(join(many, '0'), 'x')
    for (let index = 1; index <= 10_000; index += 1) linkSync(join(many, '0'), join(many, String(index)))
    const outcomes = await at.takeIn([join(at.inbox, 'deep'), many, put(at, 'x')])
    expect(told(outcomes)).toEqual(['too-many-files', 'too-many-files', 'added B-1'])
  })

  it('whose inside cannot be read are told by name', async () => {
    const at = await bench()
    const locked = folder(at, 'papers/locked')
    writeFileSync(join(at.inbox, 'papers', 'open.txt'), 'x')
    const fsx = withCalls({
      readdir: (path) => (path === locked ? Promise.reject(failing('EACCES')) : nodeFsx.readdir(path))
    })
    const outcomes = await at.takeIn([join(at.inbox, 'papers')], { fsx })
    expect(outcomes.map((outcome) => [outcome.fileName, outcome.state])).toEqual([
      ['locked', 'refused'],
      ['open.txt', 'added']
    ])
  })
})

describe('names', () => {
  const names: readonly (readonly [string, string])[] = [
    ['счёт‮fdp.exe', 'счёт�fdp'],
    ['line\nbreak.txt', 'line�break'],
    ['-rf', '-rf'],
    ['.hidden', '.hidden'],
    ['<img src=x onerror=alert(1)>.png', '<img src=x onerror=alert(1)>'],
    ['=cmd()', '=cmd()'],
    ['発票 2026.03.01.pdf', '発票 2026.03.01'],
    ['CON.pdf', 'CON'],
    ['ё'.repeat(127), 'ё'.repeat(127)],
    ['  ', '']
  ]

  it.each(names)('%j is kept exactly and shown safely', async (name, caption) => {
    const at = await bench()
    await at.takeIn([put(at, name)])
    expect((await at.dossier()).exhibits[0]).toMatchObject({ caption, file: { originalName: name } })
  })

  it('that no disk allows, but a clipboard could bring, are data and never paths', async () => {
    const at = await bench()
    const long = `${'длинное имя '.repeat(30)}.png`
    for (const name of [
      '../../../etc/passwd',
      '/etc/passwd',
      'C:\\Windows\\x.dll',
      long,
      '',
      '\0',
      'x'.repeat(10_000)
    ]) {
      const source = {
        kind: 'bytes',
        name,
        bytes: Buffer.from(`bytes of ${name.slice(0, 50)} ${name.length}`)
      } as const
      const [outcome] = must(await takeIn(requestFor(at.home, source))).outcomes
      expect(outcome?.state).toBe('added')
    }
    const dossier = await at.dossier()
    expect(dossier.exhibits).toHaveLength(7)
    expect(dossier.exhibits[3]!.caption.length).toBe(300)
    expect(dossier.exhibits[0]!.file.originalName).toBe('../../../etc/passwd')
    expect(readdirSync(at.vault.folder).toSorted()).toEqual([
      'dossiers',
      'lock',
      'objects',
      'tmp',
      'trash',
      'vault.json'
    ])
  })

  it('that are odd are told with the exhibit', async () => {
    const at = await bench()
    const [outcome] = await at.takeIn([put(at, 'счёт‮fdp.exe')])
    expect(outcome).toMatchObject({ state: 'added', oddities: ['hidden-characters'] })
  })
})

describe('cancelling', () => {
  it('stops within a chunk, keeps what was finished, and says which files were not', async () => {
    const at = await bench()
    const controller = new AbortController()
    const small = put(at, 'small')
    const large = put(at, 'large.bin', Buffer.alloc(64 * 1024 * 1024, 3))
    const more = put(at, 'more')
    let chunks = 0
    const fsx = withCalls({
      async open(path, flags, mode) {
        const file = await nodeFsx.open(path, flags, mode)
        if (path !== large) return file
        return {
          ...file,
          read: (into, position) => {
            chunks += 1
            if (chunks === 5) controller.abort()
            return file.read(into, position)
          }
        }
      }
    })
    const outcomes = await at.takeIn([small, large, ...Array.from({ length: 10 }, () => more)], {
      fsx,
      signal: controller.signal
    })
    expect(told(outcomes).slice(0, 2)).toEqual(['added B-1', 'cancelled'])
    expect(told(outcomes).at(-1)).toBe('cancelled')
    expect(chunks).toBe(5)
    expect(readdirSync(join(at.vault.folder, 'tmp'))).toEqual([])
  })

  it('before it began takes nothing in', async () => {
    const at = await bench()
    expect(told(await at.takeIn([put(at, 'a'), put(at, 'b')], { signal: AbortSignal.abort() }))).toEqual([
      'cancelled',
      'cancelled'
    ])
    expect((await at.dossier()).revision).toBe(1)
  })
})

it('leaves the source files as they were', async () => {
  const at = await bench()
  const path = put(at, 'one.txt')
  const listing = () =>
    execFileSync('ls', ['-lR', '--time-style=full-iso', '.'], { cwd: at.inbox, encoding: 'utf8' })
  const before = [listing(), readFileSync(path, 'utf8')]
  await at.takeIn([path, at.inbox])
  expect([listing(), readFileSync(path, 'utf8')]).toEqual(before)
})

function linked({ inbox }: Bench, target: string): string {
  const path = join(inbox, 'link')
  symlinkSync(target, path)
  return path
}

function piped({ inbox }: Bench): string {
  const path = join(inbox, 'pipe')
  execFileSync('mkfifo', [path])
  return path
}

function folder({ inbox }: Bench, name: string): string {
  const path = join(inbox, name)
  mkdirSync(path, { recursive: true })
  return path
}
