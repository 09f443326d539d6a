import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openRecipientBook } from '../../../src/main/recipients/recipient-book.ts'
import { SHIPPED_RECIPIENTS } from '../../../src/main/recipients/shipped-recipient-ids.ts'
import { PACK_PARTS, USUAL_PACK_SETTINGS } from '../../../src/shared/domain/recipient-profile.ts'

const RESOURCES = fileURLToPath(new URL('../../../resources', import.meta.url))
const OWN = {
  name: 'SPECIMEN ombudsman',
  meaning: '',
  language: 'en',
  secondLanguage: null,
  ...USUAL_PACK_SETTINGS,
  paper: 'Letter'
} as const

let folder: string
let ownFolder: string
const open = () => openRecipientBook({ resourcesFolder: RESOURCES, ownFolder })

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'closeout-recipients-'))
  ownFolder = join(folder, 'recipients')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('shipped recipients', () => {
  it('has one file for each, named in three languages, and none for anybody else', async () => {
    const { profiles, damaged } = await (await open()).list()
    expect(profiles.map(({ profile }) => profile.id)).toEqual([...SHIPPED_RECIPIENTS])
    const files = await readdir(join(RESOURCES, 'recipients'))
    expect(files.toSorted()).toEqual(SHIPPED_RECIPIENTS.map((id) => `${id}.json`).toSorted())
    expect(damaged).toEqual([])
    for (const { profile } of profiles) {
      expect(Object.keys(profile.name)).toEqual(['zh-CN', 'ru', 'en'])
      expect(Object.keys(profile.meaning)).toEqual(['zh-CN', 'ru', 'en'])
      expect(PACK_PARTS).toEqual(expect.arrayContaining([...profile.parts]))
    }
  })

  it('are neither changed nor hidden by a file of the user’s that takes their name', async () => {
    await mkdir(ownFolder)
    const file = { format: 1, recipient: { ...OWN, id: 'court' } }
    await writeFile(join(ownFolder, 'court.json'), JSON.stringify(file))
    const book = await open()
    expect(await book.find('court')).toMatchObject({ isOwn: false, profile: { paper: 'A4' } })
    expect((await book.list()).damaged).toEqual(['court.json'])
    const court = (await book.find('court'))?.profile
    if (court === undefined) throw new Error('no court')
    expect(await book.change({ ...court, paper: 'Letter' })).toEqual({ ok: false, code: 'recipient-gone' })
  })
})

describe('a recipient of the user’s own', () => {
  it('has a file of its own, outlives the app, can be changed and removed', async () => {
    const book = await open()
    const added = await book.add(OWN)
    if (!added.ok) throw new Error(added.code)
    const { id } = added.value
    expect(await readdir(ownFolder)).toEqual([`${id}.json`])
    expect(JSON.parse(await readFile(join(ownFolder, `${id}.json`), 'utf8'))).toEqual({
      format: 1,
      recipient: { ...OWN, id }
    })
    const again = await open()
    expect(await again.find(id)).toEqual({ profile: { ...OWN, id }, isOwn: true })
    await again.change({ ...OWN, id, attachments: false })
    expect((await book.find(id))?.profile.attachments).toBe(false)
    expect(await book.remove(id)).toMatchObject({ ok: true })
    expect(await readdir(ownFolder)).toEqual([])
    expect(await book.change({ ...OWN, id })).toEqual({ ok: false, code: 'recipient-gone' })
  })

  it.each([
    ['no JSON', '{'],
    [
      'a part nobody knows',
      JSON.stringify({ format: 1, recipient: { ...OWN, id: 'x', parts: ['secrets'] } })
    ],
    [
      'a part twice',
      JSON.stringify({ format: 1, recipient: { ...OWN, id: 'x', parts: ['identity', 'identity'] } })
    ],
    ['another name than its file', JSON.stringify({ format: 1, recipient: { ...OWN, id: 'y' } })],
    ['no name', JSON.stringify({ format: 1, recipient: { ...OWN, id: 'x', name: ' ' } })]
  ])('that has %s is named and left where it is', async (_, text) => {
    await mkdir(ownFolder)
    await writeFile(join(ownFolder, 'x.json'), text)
    const { profiles, damaged } = await (await open()).list()
    expect(profiles).toHaveLength(SHIPPED_RECIPIENTS.length)
    expect(damaged).toEqual(['x.json'])
    expect(await readFile(join(ownFolder, 'x.json'), 'utf8')).toBe(text)
  })
})
