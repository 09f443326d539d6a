import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openOperatorBook, type OperatorBook } from '../../../src/main/operators/operator-book.ts'
import type { OperatorIdentity } from '../../../src/shared/domain/operator-data.ts'
import type { OperatorEdit } from '../../../src/shared/domain/operator-edit.ts'

const RESOURCES = fileURLToPath(new URL('../../../resources', import.meta.url))
const IDENTITY: OperatorIdentity = {
  names: { 'zh-CN': '样例通信', ru: 'Образец Связь', en: 'Specimen Telecom' },
  mark: 'ОС',
  colour: { light: '#77817D', dark: '#70808C' }
}
const WORDS = { value: '109000, Москва, а/я 1', source: 'договор, п. 7.2' }

function shippedBytes(): string {
  const folder = join(RESOURCES, 'operators')
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n')
}

async function freshBook(): Promise<{
  readonly book: OperatorBook
  readonly ownFolder: string
  readonly reopen: () => Promise<OperatorBook>
}> {
  const folder = mkdtempSync(join(tmpdir(), 'closeout-operators-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const ownFolder = join(folder, 'operators')
  const reopen = () => openOperatorBook({ resourcesFolder: RESOURCES, ownFolder, today: () => '2026-11-22' })
  return { book: await reopen(), ownFolder, reopen }
}

async function mustEdit(book: OperatorBook, id: string, edit: OperatorEdit) {
  const edited = await book.edit(id, edit)
  if (!edited.ok) throw new Error(edited.code)
  return edited.value
}

describe('a correction', () => {
  it('stands in place of the shipped value, says whose it is, and survives a restart', async () => {
    const { book, reopen } = await freshBook()
    await mustEdit(book, 'mts', { kind: 'correct-fact', key: 'claimsAddress', words: WORDS })
    const found = await (await reopen()).find('mts')
    expect(found?.data.facts.claimsAddress).toEqual([
      { ...WORDS, readOn: '2026-11-22', printedOn: null, certainty: 'own' }
    ])
    expect(found?.shipped?.facts.claimsAddress).toEqual([])
    expect(found?.data.facts.taxNumber).toEqual(found?.shipped?.facts.taxNumber)
  })

  it('is kept apart, alone: the shipped files stay byte for byte', async () => {
    const before = shippedBytes()
    const { book, ownFolder } = await freshBook()
    await mustEdit(book, 'mts', { kind: 'correct-fact', key: 'taxNumber', words: WORDS })
    expect(shippedBytes()).toBe(before)
    expect(readdirSync(ownFolder)).toEqual(['mts.json'])
    const file = JSON.parse(readFileSync(join(ownFolder, 'mts.json'), 'utf8')) as { own: { facts: object } }
    expect(Object.keys(file.own.facts)).toEqual(['taxNumber'])
  })

  it('may be empty: then nothing is shown in place of a value that is wrong', async () => {
    const { book } = await freshBook()
    const blanked = { kind: 'correct-fact', key: 'refund', words: { value: '', source: '' } } as const
    expect((await mustEdit(book, 't2', blanked)).data.facts.refund).toEqual([])
  })

  it('leaves no file once the shipped value is back', async () => {
    const { book, ownFolder } = await freshBook()
    await mustEdit(book, 'mts', { kind: 'correct-fact', key: 'refund', words: WORDS })
    const restored = await mustEdit(book, 'mts', { kind: 'restore-fact', key: 'refund' })
    expect(restored.data).toEqual(restored.shipped)
    expect(readdirSync(ownFolder)).toEqual([])
  })

  it('can be made of several at once: none is lost', async () => {
    const { book } = await freshBook()
    const keys = ['legalName', 'fullName', 'refund', 'restore', 'pause'] as const
    await Promise.all(keys.map((key) => book.edit('mts', { kind: 'correct-fact', key, words: WORDS })))
    const found = await book.find('mts')
    for (const key of keys) expect(found?.data.facts[key][0]?.value).toBe(WORDS.value)
  })

  it('of the waiting time is the only one there is', async () => {
    const { book } = await freshBook()
    expect((await mustEdit(book, 'mts', { kind: 'set-follow-up', days: 5 })).data.followUpDays).toBe(5)
    expect((await mustEdit(book, 'mts', { kind: 'set-follow-up', days: null })).own).toBeNull()
  })
})

describe('a channel', () => {
  it('is corrected in its place, added at the end, hidden and brought back', async () => {
    const { book } = await freshBook()
    const put = { kind: 'put-channel', id: 'short-code', channelKind: 'short-code', words: WORDS } as const
    const corrected = await mustEdit(book, 'mts', put)
    expect(corrected.data.channels[0]).toMatchObject({
      id: 'short-code',
      value: WORDS.value,
      certainty: 'own'
    })

    const added = await mustEdit(book, 'mts', { ...put, id: 'mine', channelKind: 'email' })
    expect(added.data.channels.at(-1)).toMatchObject({ id: 'mine', kind: 'email' })
    expect(added.data.channels).toHaveLength((added.shipped?.channels.length ?? 0) + 1)

    const hidden = await mustEdit(book, 'mts', { kind: 'remove-channel', id: 'site' })
    expect(hidden.data.channels.map(({ id }) => id)).not.toContain('site')
    await mustEdit(book, 'mts', { kind: 'restore-channel', id: 'site' })
    await mustEdit(book, 'mts', { kind: 'restore-channel', id: 'short-code' })
    const last = await mustEdit(book, 'mts', { kind: 'remove-channel', id: 'mine' })
    expect(last.data).toEqual(last.shipped)
  })

  it('is refused beyond what a dossier can keep', async () => {
    const { book } = await freshBook()
    const put = (id: number) =>
      book.edit('t2', { kind: 'put-channel', id: `c-${id}`, channelKind: 'email', words: WORDS })
    let last = await put(0)
    for (let id = 1; last.ok && id < 60; id++) last = await put(id)
    expect(last).toMatchObject({ ok: false, code: 'operator-too-large' })
    expect((await book.find('t2'))?.data.channels.length).toBeLessThanOrEqual(50)
  })
})

describe('an operator of the user', () => {
  it('is added, filled, renamed and removed', async () => {
    const { book, reopen, ownFolder } = await freshBook()
    const added = await book.add(IDENTITY)
    if (!added.ok) throw new Error(added.code)
    const { id } = added.value.data
    await mustEdit(book, id, { kind: 'correct-fact', key: 'legalName', words: WORDS })
    const names = { ...IDENTITY.names, en: 'Specimen Mobile' }
    await mustEdit(book, id, { kind: 'set-identity', identity: { ...IDENTITY, names } })
    const found = await (await reopen()).find(id)
    expect(found).toMatchObject({
      shipped: null,
      data: { names, facts: { legalName: [{ certainty: 'own' }] } }
    })
    expect(await book.remove(id)).toEqual({ ok: true, value: null })
    expect((await book.list()).operators).toHaveLength(4)
    expect(readdirSync(ownFolder)).toEqual([])
  })

  it('that is gone cannot be edited', async () => {
    const { book } = await freshBook()
    const edited = await book.edit('own-none', { kind: 'set-follow-up', days: 5 })
    expect(edited).toEqual({ ok: false, code: 'operator-gone' })
  })
})

describe('a damaged file', () => {
  it('is named, in nobody’s way, and set aside before a new one is written', async () => {
    const { book, ownFolder } = await freshBook()
    mkdirSync(ownFolder)
    for (const [name, text] of [
      ['mts.json', '{'],
      ['t2.json', '{"format":1,"own":{"id":"mts"}}'],
      [
        'own-1.json',
        JSON.stringify({
          format: 1,
          own: { id: 'own-1', identity: null, followUpDays: null, facts: {}, channels: {} }
        })
      ]
    ] as const) {
      writeFileSync(join(ownFolder, name), text)
    }
    expect(await book.list()).toMatchObject({
      operators: [{ own: null }, { own: null }, { own: null }, { own: null }],
      damaged: ['mts.json', 't2.json', 'own-1.json']
    })
    await mustEdit(book, 'mts', { kind: 'correct-fact', key: 'refund', words: WORDS })
    expect(readFileSync(join(ownFolder, 'mts.json.damaged'), 'utf8')).toBe('{')
    expect((await book.list()).damaged).toEqual(['t2.json', 'own-1.json'])
  })
})
