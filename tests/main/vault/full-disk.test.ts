import { execFileSync } from 'node:child_process'
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { editDossier } from '../../../src/shared/domain/dossier-edit.ts'
import { takeIn } from '../../../src/main/intake/take-in.ts'
import { nodeFsx, type Fsx } from '../../../src/main/fsx.ts'
import { exportBag } from '../../../src/main/vault/bag-exchange.ts'
import { copyOut } from '../../../src/main/vault/copy-out.ts'
import { requestFor, fromPaths, told } from '../intake/fixture.ts'
import { attach, bytesOf, chunksOf, freshFolder, must, newDossier, NOW, now, openOwn } from './fixture.ts'

const DISK_BYTES = 8 * 1024 * 1024
const fullError = () => Object.assign(new Error('no space left'), { code: 'ENOSPC' })

/** A folder on a disk of 8 MiB: a real one where we may mount it, else writing is refused after as many bytes. */
function smallDisk(): { readonly folder: string; readonly fsx: Fsx; readonly isReal: boolean } {
  const folder = freshFolder()
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_BYTES}`, 'tmpfs', folder], { stdio: 'ignore' })
    onTestFinished(() => void execFileSync('umount', ['-l', folder]))
    return { folder, fsx: nodeFsx, isReal: true }
  } catch {
    return { folder, fsx: countedDisk(folder), isReal: false }
  }
}

function countedDisk(folder: string): Fsx {
  const usedBytes = () => Number(execFileSync('du', ['-sb', folder], { encoding: 'utf8' }).split('\t')[0])
  return {
    ...nodeFsx,
    async open(path, flags, mode) {
      const file = await nodeFsx.open(path, flags, mode)
      const write = async (bytes: Uint8Array) => {
        if (usedBytes() + bytes.length > DISK_BYTES) throw fullError()
        return file.write(bytes)
      }
      return { ...file, write }
    },
    freeBytes: async () => DISK_BYTES - usedBytes()
  }
}

describe('a full disk', () => {
  it('refuses the file, loses nothing, and works again when there is room', async () => {
    const { folder, fsx } = smallDisk()
    const vault = await openOwn(join(folder, 'vault'), { fsx })
    const { id } = must(await vault.createDossier(newDossier()))
    const kept = await attach(vault.homeOf(id), Buffer.alloc(2_000_000, 'a'))
    const large = () => chunksOf(...Array.from({ length: 8 }, () => Buffer.alloc(1024 * 1024, 'b')))
    expect(await vault.objects.store(large())).toEqual({ ok: false, code: 'disk-full' })
    expect(readdirSync(join(folder, 'vault', 'tmp'))).toEqual([])
    expect((await bytesOf(vault.objects, kept)).equals(Buffer.alloc(2_000_000, 'a'))).toBe(true)

    fillUp(folder)
    const { revision } = must(await vault.readDossier(id))
    const long = 'x'.repeat(20_000)
    const edit = () =>
      vault.changeDossier(id, (dossier) =>
        editDossier(dossier, { kind: 'set-closing', values: { note: long } }, NOW)
      )
    expect(await edit()).toEqual({ ok: false, code: 'disk-full' })
    expect(must(await vault.readDossier(id))).toMatchObject({ revision, closing: { note: '' } })
    expect(await vault.list()).toEqual({ stored: [{ id, revision }], damaged: [] })

    rmSync(join(folder, 'filler'))
    expect(must(await edit()).closing.note).toBe(long)
  })

  it('stops no other file of the batch from being told', async () => {
    const { folder, fsx } = smallDisk()
    const vault = await openOwn(join(folder, 'vault'), { fsx })
    const { id } = must(await vault.createDossier(newDossier()))
    const home = vault.homeOf(id)
    const inbox = freshFolder()
    const paths = ['small', 'large', 'small too'].map((name) => join(inbox, name))
    for (const path of paths)
      writeFileSync(path, Buffer.alloc(path.endsWith('large') ? DISK_BYTES : 1000, path))
    // As on a disk whose free space nobody knows: the refusal comes in the middle of the write.
    const unknowing = { ...home, objects: { ...home.objects, freeBytes: async () => null } }
    const { outcomes } = must(await takeIn(requestFor(unknowing, fromPaths(paths))))
    expect(told(outcomes)).toEqual(['added B-1', 'disk-full', 'added B-2'])
    expect(readdirSync(join(folder, 'vault', 'tmp'))).toEqual([])
    // With it known, a file that would leave no room for the dossier is not even begun.
    expect(told(must(await takeIn(requestFor(home, fromPaths(paths.slice(1, 2))))).outcomes)).toEqual([
      'disk-full'
    ])
  })

  it('leaves no half of an export or of a copy', async () => {
    const { folder, fsx } = smallDisk()
    const vault = await openOwn(freshFolder())
    const { id } = must(await vault.createDossier(newDossier()))
    const bytes = Buffer.alloc(DISK_BYTES, 'c')
    const sha256 = await attach(vault.homeOf(id), bytes)
    expect(await exportBag(vault.homeOf(id), join(folder, 'out'), { now, fsx })).toEqual({
      ok: false,
      code: 'disk-full'
    })
    const original = must(await vault.objects.open(sha256))
    writeFileSync(join(folder, 'copy.bin'), 'old')
    const copied = await copyOut({ original, sha256, targetPath: join(folder, 'copy.bin'), fsx })
    await original.close()
    expect(copied).toEqual({ ok: false, code: 'disk-full' })
    expect(readdirSync(folder)).toEqual(['copy.bin'])
  })
})

function fillUp(folder: string): void {
  // Bounded, for where the disk is not really small.
  execFileSync('sh', ['-c', 'head -c 8388608 /dev/zero > "$1"/filler || true', 'fill', folder], {
    stdio: 'ignore'
  })
}
