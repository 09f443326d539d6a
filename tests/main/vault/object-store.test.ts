import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync
} from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nodeFsx } from '../../../src/main/fsx.ts'
import type { Vault } from '../../../src/main/vault/vault.ts'
import {
  attach,
  bytesOf,
  chunksOf,
  filesBelow,
  freshFolder,
  must,
  newDossier,
  NOW,
  openOwn,
  sha256Of
} from './fixture.ts'

const pathOf = ({ folder }: Vault, sha256: string) => join(folder, 'objects', sha256.slice(0, 2), sha256)

describe('storing', () => {
  it('keeps any bytes in any chunks under their SHA-256', async () => {
    const vault = await openOwn(freshFolder())
    const chunks = fc.array(fc.uint8Array({ maxLength: 3000 }), { minLength: 1, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(chunks, async (parts) => {
        const whole = Buffer.concat(parts)
        const stored = must(await vault.objects.store(chunksOf(...parts)))
        expect(stored).toMatchObject({ sha256: sha256Of(whole), sizeBytes: whole.length })
        expect((await bytesOf(vault.objects, stored.sha256)).equals(whole)).toBe(true)
      }),
      { numRuns: 60 }
    )
  })

  it('gives any range back, and no more than there is', async () => {
    const vault = await openOwn(freshFolder())
    const bytes = Buffer.from(Array.from({ length: 5000 }, (_, at) => at % 251))
    const { sha256 } = must(await vault.objects.store(chunksOf(bytes)))
    const original = must(await vault.objects.open(sha256))
    const place = fc.integer({ min: 0, max: 6000 })
    await fc.assert(
      fc.asyncProperty(place, place, async (start, length) => {
        expect((await original.read(start, length)).equals(bytes.subarray(start, start + length))).toBe(true)
        const parts: Buffer[] = []
        for await (const part of original.stream(start, start + length)) parts.push(part)
        expect(Buffer.concat(parts).equals(bytes.subarray(start, start + length))).toBe(true)
      }),
      { numRuns: 200 }
    )
    await original.close()
  })

  it('reads no further ahead than it writes', async () => {
    const vault = await openOwn(freshFolder())
    let written = 0
    let ahead = 0
    const fsx = {
      ...nodeFsx,
      open: async (path: string, flags: string | number, mode?: number) => {
        const file = await nodeFsx.open(path, flags, mode)
        return {
          ...file,
          write: async (bytes: Uint8Array) => {
            expect(bytes.length).toBeLessThanOrEqual(1024 * 1024)
            const count = await file.write(bytes)
            written += count
            return count
          }
        }
      }
    }
    const slow = await openOwn(freshFolder(), { fsx })
    written = 0
    async function* source() {
      for (let chunk = 0; chunk < 20; chunk += 1) {
        ahead = Math.max(ahead, chunk * 3_000_000 - written)
        yield Buffer.alloc(3_000_000, chunk)
      }
    }
    must(await slow.objects.store(source()))
    expect(ahead).toBeLessThanOrEqual(3_000_000)
    await vault.close()
  })

  it('the same bytes twice keeps one file; at once too', async () => {
    const vault = await openOwn(freshFolder())
    const stored = await Promise.all(Array.from({ length: 8 }, () => vault.objects.store(chunksOf('same'))))
    expect(stored.map((one) => must(one).isNew).filter(Boolean)).toHaveLength(1)
    expect(must(await vault.objects.store(chunksOf('same'))).isNew).toBe(false)
    expect(filesBelow(join(vault.folder, 'objects'))).toHaveLength(1)
    expect(readdirSync(join(vault.folder, 'tmp'))).toEqual([])
  })

  const damages: readonly (readonly [string, (path: string) => void])[] = [
    ['changed', (path) => rewritten(path, 'SPECIMEM')],
    [
      'cut short',
      (path) => {
        chmodSync(path, 0o600)
        truncateSync(path, 3)
      }
    ],
    ['emptied', (path) => rewritten(path, '')],
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
  it.each(damages)('sets a twin aside that was %s, and keeps the sound bytes', async (_, harm) => {
    const vault = await openOwn(freshFolder())
    const { sha256 } = must(await vault.objects.store(chunksOf('SPECIMEN')))
    harm(pathOf(vault, sha256))
    expect((await vault.objects.verify(sha256)).ok).toBe(false)
    expect(must(await vault.objects.store(chunksOf('SPECIMEN'))).isNew).toBe(true)
    expect((await bytesOf(vault.objects, sha256)).toString()).toBe('SPECIMEN')
    expect(readdirSync(join(vault.folder, 'trash', NOW.slice(0, 10)))).toHaveLength(1)
  })

  it('works on a disk without links, and replaces nothing there either', async () => {
    for (const code of ['EPERM', 'ENOTSUP', 'ENOSYS']) {
      const link = () => Promise.reject(Object.assign(new Error(code), { code }))
      const vault = await openOwn(freshFolder(), { fsx: { ...nodeFsx, link } })
      const { id } = must(await vault.createDossier(newDossier()))
      const sha256 = await attach(vault.homeOf(id), 'SPECIMEN')
      expect(must(await vault.objects.store(chunksOf('SPECIMEN'))).isNew).toBe(false)
      expect((await bytesOf(vault.objects, sha256)).toString()).toBe('SPECIMEN')
      expect(readdirSync(join(vault.folder, 'tmp'))).toEqual([])
    }
  })

  it('tells a source that failed from a disk that refused, and keeps nothing of either', async () => {
    const vault = await openOwn(freshFolder())
    async function* failing() {
      yield Buffer.from('half')
      throw new Error('the source broke')
    }
    expect(await vault.objects.store(failing())).toEqual({ ok: false, code: 'source-failed' })
    expect(await vault.objects.store(chunksOf('x'), AbortSignal.abort())).toEqual({
      ok: false,
      code: 'cancelled'
    })
    expect(filesBelow(vault.folder).filter((name) => /^(tmp|objects)/.test(name))).toEqual([])
  })

  it('ends a source that it stops reading', async () => {
    const vault = await openOwn(freshFolder())
    const controller = new AbortController()
    let isEnded = false
    async function* endless() {
      try {
        for (;;) {
          yield Buffer.alloc(1000)
          controller.abort()
        }
      } finally {
        isEnded = true
      }
    }
    expect(await vault.objects.store(endless(), controller.signal)).toEqual({ ok: false, code: 'cancelled' })
    expect(isEnded).toBe(true)
  })
})

describe('reading', () => {
  it.each([
    '',
    'x',
    '../../vault.json',
    '..',
    'A'.repeat(64),
    '0'.repeat(63),
    `${'0'.repeat(64)}/`,
    'g'.repeat(64)
  ])('takes %j for no name of an object', async (name) => {
    const vault = await openOwn(freshFolder())
    const missing = { ok: false, code: 'object-missing' }
    expect(await vault.objects.open(name)).toEqual(missing)
    expect(await vault.objects.verify(name)).toEqual(missing)
    expect(await vault.objects.pathOf(name)).toEqual(missing)
  })

  it('follows no link, neither of the file nor of its folder', async () => {
    const vault = await openOwn(freshFolder())
    const outside = freshFolder()
    const sha256 = sha256Of('secret')
    writeFileSync(join(outside, sha256), 'secret')
    mkdirSync(join(vault.folder, 'objects', sha256.slice(0, 2)))
    symlinkSync(join(outside, sha256), pathOf(vault, sha256))
    expect(await vault.objects.open(sha256)).toEqual({ ok: false, code: 'object-missing' })
    rmSync(join(vault.folder, 'objects', sha256.slice(0, 2)), { recursive: true })
    symlinkSync(outside, join(vault.folder, 'objects', sha256.slice(0, 2)))
    expect(await vault.objects.open(sha256)).toEqual({ ok: false, code: 'object-missing' })
    expect(await vault.objects.pathOf(sha256)).toEqual({ ok: false, code: 'object-missing' })
    const other = must(await vault.objects.store(chunksOf('sound')))
    expect(other.isNew).toBe(true)
    expect(await vault.objects.store(chunksOf('secret'))).toEqual({ ok: false, code: 'vault-failed' })
    expect(readdirSync(outside)).toEqual([sha256])
  })

  it('tells a file that was changed or lost', async () => {
    const vault = await openOwn(freshFolder())
    const { sha256 } = must(await vault.objects.store(chunksOf('SPECIMEN')))
    expect(await vault.objects.verify(sha256)).toEqual({ ok: true, value: { sizeBytes: 8 } })
    rewritten(pathOf(vault, sha256), 'SPECIMEM')
    expect(await vault.objects.verify(sha256)).toEqual({ ok: false, code: 'object-changed' })
    rmSync(pathOf(vault, sha256))
    expect(await vault.objects.verify(sha256)).toEqual({ ok: false, code: 'object-missing' })
    expect(existsSync(pathOf(vault, sha256))).toBe(false)
  })

  it('is not disturbed when the file is set aside meanwhile', async () => {
    const vault = await openOwn(freshFolder())
    const { sha256 } = must(await vault.objects.store(chunksOf('SPECIMEN')))
    const original = must(await vault.objects.open(sha256))
    linkSync(pathOf(vault, sha256), join(vault.folder, 'tmp', 'kept'))
    rmSync(pathOf(vault, sha256))
    expect((await original.read(0, 8)).toString()).toBe('SPECIMEN')
    await original.close()
    expect(readFileSync(join(vault.folder, 'tmp', 'kept'), 'utf8')).toBe('SPECIMEN')
  })
})

function rewritten(path: string, text: string): void {
  rmSync(path)
  writeFileSync(path, text, { mode: 0o400 })
}
