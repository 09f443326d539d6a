import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { NORMS } from '../../../src/shared/domain/pack-norm.ts'
import { packOf, textPdf } from '../pack/pack-fixtures.ts'
import { answerOf, changedPack, judge } from './broken-packs.ts'

let whole: Buffer

beforeAll(async () => {
  const { path } = await packOf([
    {
      category: 'C',
      caption: 'Соглашение',
      madeOn: '2026-10-05',
      bytes: await textPdf(['SPECIMEN agreement']),
      originalName: 'soglashenie.pdf',
      mediaType: 'application/pdf',
      pages: 1
    }
  ])
  whole = await readFile(path)
})

it('answers for every norm whatever the bytes are', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (bytes) => {
      const verdict = await judge(bytes)
      expect([...verdict.keys()]).toEqual(NORMS)
      expect(answerOf(verdict.get('N1'))).toBe('unreadable')
    })
  )
})

it('answers for every norm whatever was done to a pack', async () => {
  const wound = fc.record({ at: fc.nat(), bytes: fc.uint8Array({ minLength: 1, maxLength: 40 }) })
  const damage = fc.record({ wounds: fc.array(wound, { minLength: 1, maxLength: 20 }), cut: fc.nat() })
  await fc.assert(
    fc.asyncProperty(damage, fc.boolean(), async ({ wounds, cut }, isCut) => {
      const bytes = Buffer.from(whole)
      for (const { at, bytes: other } of wounds) bytes.set(other, at % (bytes.length - other.length))
      const verdict = await judge(isCut ? bytes.subarray(0, cut % bytes.length) : bytes)
      expect([...verdict.keys()]).toEqual(NORMS)
    }),
    { numRuns: 40 }
  )
})

it('says of a file cut short that it cannot be read, and nothing else', async () => {
  const verdict = await judge(whole.subarray(0, whole.length - 600))
  expect(answerOf(verdict.get('N1'))).toBe('unreadable')
  expect([...verdict.values()].filter(({ state }) => state === 'not-held')).toHaveLength(1)
})

it('finds the object that a few changed bytes broke', async () => {
  const bytes = Buffer.from(whole)
  const at = bytes.indexOf('/Type /FontDescriptor')
  bytes.write('>>>>>>>>', at)
  expect(answerOf((await judge(bytes)).get('N1'))).toBe('damaged-objects')
})

it('says that a foreign PDF is no pack instead of judging its papers', async () => {
  const verdict = await judge(await textPdf(['SPECIMEN']))
  expect(answerOf(verdict.get('N24'))).toBe('manifest-missing')
  expect(verdict.get('N6')).toMatchObject({ state: 'not-asked', because: 'no-manifest' })
})

it('comes to an end where the tree of pages leads in a circle', async () => {
  const text = Buffer.from(await changedPack(whole, () => undefined)).toString('latin1')
  // The first ones are those of the attached file.
  const root = [...text.matchAll(/\/Pages (\d+ 0 R)/g)].at(-1)?.[1] ?? ''
  const start = text.lastIndexOf(`\n${root.replace('R', 'obj')}`)
  const end = text.indexOf(']', text.indexOf('/Kids [', start))
  const circle = `${text.slice(0, end - root.length - 1)}${root} ${text.slice(end)}`
  const verdict = await judge(Buffer.from(circle, 'latin1'))
  expect(answerOf(verdict.get('N1'))).toBe('page-count-wrong')
})
