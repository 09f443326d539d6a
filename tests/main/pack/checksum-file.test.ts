import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makePack } from '../../../src/main/pack/make-pack.ts'
import { bareDossier, originalsOf } from '../../specimen-dossier.ts'
import { run } from '../command-line/closeout.ts'
import { packJob, packOf, temporaryFolder } from './pack-fixtures.ts'

const bare = (targetPath: string, replace = false) =>
  packOf([], { targetPath, replace, checksumFile: true }, {}, bareDossier())

async function isConfirmed(path: string): Promise<boolean> {
  const checked = await run('sha256sum', ['--check', '--strict', `${basename(path)}.sha256`], {
    cwd: dirname(path)
  })
  return checked.code === 0
}

describe('the checksum beside a pack', () => {
  it('is read by sha256sum, and is there only when asked for', async () => {
    const path = join(await temporaryFolder(), 'CL-2026 пакет.pdf')
    const { sha256 } = await bare(path)
    expect(await readFile(`${path}.sha256`, 'utf8')).toBe(`${sha256}  CL-2026 пакет.pdf\n`)
    expect(await isConfirmed(path)).toBe(true)
    const without = await packOf([], {}, {}, bareDossier())
    expect(await readdir(dirname(without.path))).toEqual(['pack.pdf'])
  })

  it('is read for a name with a backslash and a line break', async () => {
    const path = join(await temporaryFolder(), 'a\\b\nc.pdf')
    await bare(path)
    expect(await isConfirmed(path)).toBe(true)
  })

  it('is replaced only with the pack, and stops the pack before it is begun', async () => {
    const path = join(await temporaryFolder(), 'pack.pdf')
    await writeFile(`${path}.sha256`, 'SPECIMEN')
    const job = await packJob(bareDossier(), { targetPath: path, checksumFile: true })
    expect(await makePack(job, { openOriginal: originalsOf([]) })).toEqual({
      ok: false,
      code: 'target-exists'
    })
    expect(await readdir(dirname(path))).toEqual(['pack.pdf.sha256'])
    expect(await readFile(`${path}.sha256`, 'utf8')).toBe('SPECIMEN')
    await bare(path, true)
    expect(await isConfirmed(path)).toBe(true)
    expect(await readdir(dirname(path))).toEqual(['pack.pdf', 'pack.pdf.sha256'])
  })

  it('takes nothing from the pack when it cannot be written', async () => {
    const path = join(await temporaryFolder(), 'pack.pdf')
    await mkdir(`${path}.sha256`)
    const { findings, pages } = await bare(path, true)
    expect(findings).toEqual([{ code: 'checksum-not-written', fileName: 'pack.pdf.sha256' }])
    expect((await readFile(path)).length).toBeGreaterThan(1000)
    expect(pages).toBeGreaterThan(1)
    expect(await readdir(dirname(path))).toEqual(['pack.pdf', 'pack.pdf.sha256'])
  })
})
