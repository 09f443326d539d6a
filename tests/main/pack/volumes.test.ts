import { createCipheriv } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { checkPack } from '../../../src/main/pack-check/check-pack.ts'
import { joinVerdicts } from '../../../src/main/pack-check/join-verdicts.ts'
import { n23SeparateFiles } from '../../../src/main/pack-check/norms/n23-separate-files.ts'
import { readPack, type ReadPack } from '../../../src/main/pack-check/read-pack.ts'
import { makePack } from '../../../src/main/pack/make-pack.ts'
import type { Norm, PackVerdict } from '../../../src/shared/domain/pack-norm.ts'
import type { PackedFile } from '../../../src/shared/domain/pack-record.ts'
import { USUAL_PACK_SETTINGS, type PackSettings } from '../../../src/shared/domain/recipient-profile.ts'
import {
  bufferOriginal,
  originalsOf,
  sha256Of,
  withExhibits,
  filledDossier,
  type SpecimenExhibit
} from '../../specimen-dossier.ts'
import { answerOf } from '../pack-check/broken-packs.ts'
import { judge, packJob, packOf, richExhibits, temporaryFolder } from './pack-fixtures.ts'
import { linksOf, pageTexts, textsOf } from './pack-reading.ts'

const LIMIT_MB = 0.9
const IN_VOLUMES: PackSettings = { ...USUAL_PACK_SETTINGS, delivery: 'volumes', largestFileMb: LIMIT_MB }
const SEPARATE: PackSettings = { ...USUAL_PACK_SETTINGS, delivery: 'separate-files' }

/** The same noise each time, which no format makes smaller. */
function noise(seed: number, length: number): Buffer {
  return createCipheriv('aes-128-ctr', Buffer.alloc(16, seed), Buffer.alloc(16)).update(Buffer.alloc(length))
}

async function photo(seed: number, side = 400): Promise<SpecimenExhibit> {
  const raw = { width: side, height: side, channels: 3 } as const
  return {
    ...{ category: 'B', caption: `SPECIMEN ${seed}`, madeOn: '2026-10-01', mediaType: 'image/jpeg' },
    bytes: await sharp(noise(seed, side * side * 3), { raw })
      .jpeg({ quality: 90 })
      .toBuffer(),
    originalName: `photo-${seed}.jpg`
  }
}

const recording: SpecimenExhibit = {
  ...{ category: 'D', caption: 'SPECIMEN call', madeOn: '2026-10-02', mediaType: 'audio/mpeg' },
  ...{ bytes: noise(99, 1_000_000), originalName: 'call.mp3' }
}

const papers = Promise.all([
  richExhibits(),
  Promise.all(Array.from({ length: 8 }, (_, index) => photo(index + 1)))
]).then((all) => all.flat())

function pathsOf({ path, files }: { readonly path: string; readonly files: readonly PackedFile[] }) {
  return files.map(({ fileName }) => join(dirname(path), fileName))
}

async function checked(path: string): Promise<PackVerdict> {
  const original = bufferOriginal(await readFile(path))
  return checkPack(original, { fileName: basename(path), exhibits: null, contents: null })
}

describe('a pack in volumes', () => {
  let pack: Awaited<ReturnType<typeof packOf>>
  let paths: readonly string[]
  beforeAll(async () => {
    pack = await packOf([...(await papers), recording, await photo(20, 1300)], {
      settings: IN_VOLUMES,
      checksumFile: true
    })
    paths = pathsOf(pack)
  }, 60_000)

  it('is nothing but its files and one list of their checksums', async () => {
    expect(pack.files.length).toBeGreaterThan(2)
    const names = pack.files.map((_, index) => `pack-${index + 1}-of-${pack.files.length}.pdf`)
    const folder = dirname(pack.path)
    expect((await readdir(folder)).toSorted()).toEqual([...names, 'pack.sha256'].toSorted())
    expect(pack.files.map(({ fileName }) => fileName)).toEqual(names)
    const told = await judge('sh', '-c', `cd '${folder}' && sha256sum -c pack.sha256`)
    expect(told.match(/: OK/g)).toHaveLength(names.length)
    for (const [index, path] of paths.entries()) {
      const bytes = await readFile(path)
      expect(pack.files[index]).toMatchObject({ sizeBytes: bytes.length, sha256: sha256Of(bytes) })
      expect(await judge('qpdf', '--check', path)).toContain('No syntax or stream encoding errors found')
    }
  })

  it('holds the limit, tells who is above it, and whose original goes separately', () => {
    const told = pack.findings.filter(({ code }) => code === 'above-limit' || code === 'original-apart')
    expect(told).toMatchObject([
      { code: 'above-limit', fileName: 'photo-20.jpg' },
      { code: 'original-apart', fileName: 'call.mp3' }
    ])
    const large = pack.files.filter(({ sizeBytes }) => sizeBytes > LIMIT_MB * 1_000_000)
    expect(large).toHaveLength(1)
    expect(large[0]?.pages).toBe(5)
  })

  it('goes on counting pages from volume to volume, printed and in the viewer', async () => {
    let page = 0
    for (const [index, path] of paths.entries()) {
      expect(pack.files[index]?.firstPage).toBe(page + 1)
      if (index > 0)
        expect(await judge('mutool', 'show', path, 'trailer/Root/PageLabels')).toContain(`/St ${page + 1}`)
      for (const text of await pageTexts(path)) {
        page += 1
        expect(text.trim().split('\n').at(-1)).toMatch(new RegExp(`· ${page}$`))
      }
    }
    expect(pack.pages).toBe(page)
  })

  it('names in the first volume where each exhibit stands, and links only what is there', async () => {
    const last = pack.exhibits.find(({ number }) => number === 'F-2')!
    const volume = pack.files.findLastIndex(({ firstPage }) => firstPage <= last.firstPage) + 1
    expect(volume).toBeGreaterThan(1)
    const [cover = ''] = await textsOf(paths[0]!, 1)
    expect(cover).toContain(`Том 1 из ${paths.length}`)
    expect(cover).toContain(`F-2 том ${volume}, с. ${last.firstPage}`)
    const index = `${await textsOf(paths[0]!, 2)}${await textsOf(paths[0]!, 3)}`
    expect(index).toMatch(new RegExp(`F-2 .*${volume} +${last.firstPage}\\n`))
    for (const path of paths) {
      const links = await linksOf(path)
      expect(links.length).toBeGreaterThan(4)
      expect(links.every(({ targetPage }) => targetPage > 0)).toBe(true)
    }
    const [second = ''] = await textsOf(paths[1]!, 1)
    expect(second).toContain(`Том 2 из ${paths.length}`)
  })

  it('is judged by each of its files, and what the reader wanted so is no fault', async () => {
    const verdicts = await Promise.all(paths.map(checked))
    const { norms, pages } = joinVerdicts(verdicts)
    expect(pages).toBe(pack.pages)
    const stateOf = (norm: Norm) => norms.find((result) => result.norm === norm)
    for (const norm of ['N2', 'N3', 'N6', 'N7', 'N8', 'N24', 'N26'] as const) {
      expect(stateOf(norm)).toMatchObject({ norm, state: expect.stringMatching(/^(held|changed)$/) })
    }
    expect(stateOf('N1')).toMatchObject({ state: 'changed', by: 'several-files' })
  })

  it('is the same again, byte for byte', async () => {
    const again = await packOf([...(await papers), recording, await photo(20, 1300)], {
      settings: IN_VOLUMES
    })
    expect(again.files.map(({ sha256 }) => sha256)).toEqual(pack.files.map(({ sha256 }) => sha256))
  })

  it('takes the place of nothing, and leaves nothing where it fails or is cancelled', async () => {
    const files = (await papers).slice(-8)
    const folder = await temporaryFolder()
    const job = await packJob(withExhibits(filledDossier(), files), {
      ...{ settings: IN_VOLUMES, targetPath: join(folder, 'pack.pdf') }
    })
    const openOriginal = originalsOf(files)
    const cancel = new AbortController()
    const onExhibit = (id: string | null) => {
      if (id === null && cancelled++ > 0) cancel.abort()
    }
    let cancelled = 0
    expect(await makePack(job, { openOriginal, signal: cancel.signal, onExhibit })).toMatchObject({
      code: 'cancelled'
    })
    expect(await readdir(folder)).toEqual([])
    const made = await makePack(job, { openOriginal })
    if (!made.ok) throw new Error(made.code)
    const last = made.value.files.at(-1)!.fileName
    await judge('sh', '-c', `cd '${folder}' && rm -f pack-1* && echo mine > ${last}`)
    const left = await readdir(folder)
    expect(await makePack(job, { openOriginal })).toMatchObject({ code: 'target-exists' })
    expect(await readdir(folder)).toEqual(left)
    expect(await readFile(join(folder, last), 'utf8')).toBe('mine\n')
    expect(await makePack({ ...job, replace: true }, { openOriginal })).toMatchObject({ ok: true })
    expect(sha256Of(await readFile(join(folder, last)))).toBe(made.value.files.at(-1)!.sha256)
  })
})

describe('a pack with a file for each exhibit', () => {
  it('is a new folder of files with the numbers, titles and pages of the index', async () => {
    const files = [...(await richExhibits())]
    const folder = join(await temporaryFolder(), 'pack')
    const pack = await packOf(files, { settings: SEPARATE, targetPath: folder, checksumFile: true })
    expect(pack.files).toHaveLength(files.length + 1)
    expect(await readdir(folder)).toHaveLength(files.length + 2)
    const own = join(folder, pack.files[0]!.fileName)
    expect(basename(own)).toBe('0 pack.pdf')
    const cover = (await textsOf(own, 1))[0] ?? ''
    expect(cover).toContain('Приложения переданы отдельными файлами')
    for (const { number, firstPage, lastPage } of pack.exhibits) {
      const file = pack.files.find(({ fileName }) => fileName.startsWith(`${number} `))!
      expect(file).toMatchObject({ firstPage, pages: lastPage - firstPage + 1 })
      const path = join(folder, file.fileName)
      expect(await judge('qpdf', '--check', path)).toContain('No syntax or stream encoding errors found')
      const [text = ''] = await pageTexts(path)
      expect(text).toMatch(new RegExp(`${number} .*· ${firstPage}\\s*$`))
    }
    const verdicts = await Promise.all(pack.files.map(({ fileName }) => checked(join(folder, fileName))))
    const { norms } = joinVerdicts(verdicts)
    expect(norms.find(({ norm }) => norm === 'N23')).toEqual({ norm: 'N23', state: 'held' })
    await breaksSeparateFiles(folder, pack)
    await writeFile(join(folder, 'mine.txt'), '')
    const job = await packJob(pack.dossier, { settings: SEPARATE, targetPath: folder })
    expect(await makePack(job, { openOriginal: originalsOf(files) })).toMatchObject({ code: 'target-exists' })
  })
})

/** What is wrong with one file of several: its name, a number on its pages, its title, a row of the index. */
async function breaksSeparateFiles(
  folder: string,
  { files, exhibits }: Awaited<ReturnType<typeof packOf>>
): Promise<void> {
  const read = async (fileName: string) =>
    readPack(bufferOriginal(await readFile(join(folder, fileName))), fileName)
  const [own, one] = [await read(files[0]!.fileName), await read(files[1]!.fileName)]
  const { fileName } = files[1]!
  const { number } = exhibits[0]!
  const { manifest } = one
  if (manifest === null || own.manifest === null) throw new Error('no list of files')
  const said = (pack: ReadPack, name = fileName) =>
    answerOf(n23SeparateFiles(pack, { fileName: name, exhibits: null, contents: null }))
  expect([said(one), said(own)]).toEqual(['held', 'held'])
  expect(said(one, `${number}0 late.pdf`)).toBe('name-without-number')
  const [page, ...others] = one.pages
  const band = { ...page!.band!, label: 'Приложение Z-9' }
  expect(said({ ...one, pages: [{ ...page!, band }, ...others] })).toBe('page-of-another')
  const renamed = (of: NonNullable<ReadPack['manifest']>) => ({
    ...of,
    exhibits: of.exhibits.map((exhibit) => ({ ...exhibit, caption: 'SPECIMEN of another title' }))
  })
  expect(said({ ...one, manifest: renamed(manifest) })).toBe('title-differs')
  expect(said({ ...own, manifest: renamed(own.manifest) })).toBe('index-row-missing')
}
