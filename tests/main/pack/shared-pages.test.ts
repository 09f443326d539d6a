import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { readPack } from '../../../src/main/pack-check/read-pack.ts'
import { bodyRuns } from '../../../src/main/pack-check/norms/pack-parts.ts'
import { wordsFor } from '../../../src/main/pack/words/words-for.ts'
import { bufferOriginal } from '../../specimen-dossier.ts'
import { fullCase, linkedExhibits } from './full-case.ts'
import { packOf } from './pack-fixtures.ts'
import { outlineOf } from './pack-reading.ts'

const TOP = 786
const BOTTOM = 62

it.each(['ru', 'zh-CN', 'en'] as const)(
  'leaves no page of ours nearly empty before the exhibits, and leads to a title wherever it stands (%s)',
  async (language) => {
    const { path, exhibits } = await packOf(await linkedExhibits(), { language }, {}, fullCase())
    const { pages } = await readPack(bufferOriginal(await readFile(path)), 'pack.pdf')
    // The index is alone, and below the last part of ours nothing follows.
    const between = pages.slice(2, exhibits[0]!.firstPage - 2)
    const filled = between.map((page) => {
      const lowest = Math.min(...bodyRuns(page).map(({ y }) => y))
      return (TOP - lowest) / (TOP - BOTTOM)
    })
    expect(Math.min(...filled)).toBeGreaterThan(1 / 3)

    const outline = await outlineOf(path)
    const parts = Object.values(wordsFor(language).parts)
    const own = outline.filter(({ title }) => parts.some((part) => title.startsWith(`${part} · `)))
    const titles = own.map(({ title, page, top }) => {
      const name = title.split(' · ')[0] ?? ''
      const run = pages[page - 1]?.runs.find(({ text, size }) => size >= 18 && name.startsWith(text.trim()))
      return { y: run?.y ?? TOP, top }
    })
    const shared = titles.filter(({ y }) => y < TOP - 100)
    expect(shared.length).toBeGreaterThan(0)
    for (const { y, top } of shared) {
      expect(top).toBeGreaterThan(y)
      expect(top - y).toBeLessThan(30)
    }
  }
)
