import { describe, expect, it } from 'vitest'
import { createPageSample } from '../../../../src/main/pack/absorb/page-sample.ts'

const NO_WORDS = { count: 0, bytes: new Uint8Array() }
const drawn = (copiedBytes: number, drawnBytes: number) => ({
  copiedBytes,
  drawnBytes,
  dpi: 220,
  words: NO_WORDS
})
const pages = (count: number) => Array.from({ length: count }, (_, index) => 1000 + index)

describe('a sample of pages', () => {
  it('is all of a short pack', () => {
    const sample = createPageSample(10, () => undefined)
    expect(sample.choose(pages(4)).toSorted()).toEqual([0, 1, 2, 3])
    expect(sample.choose(pages(6))).toHaveLength(6)
  })

  it('is two dozen pages of a long pack, whether they lie in one document or in a thousand', () => {
    expect(createPageSample(5000, () => undefined).choose(pages(5000))).toHaveLength(24)
    const sample = createPageSample(1000, () => undefined)
    let chosen = 0
    for (let index = 0; index < 1000; index += 1) {
      const here = sample.choose(pages(1))
      here.forEach(() => sample.note(drawn(1000, 5000)))
      chosen += here.length
    }
    expect(chosen).toBeGreaterThan(20)
    expect(chosen).toBeLessThanOrEqual(25)
  })

  it('holds the lightest and the heaviest page of a document', () => {
    const bytes = pages(300).toReversed()
    const chosen = createPageSample(300, () => undefined).choose(bytes)
    expect(chosen).toContain(0)
    expect(chosen).toContain(299)
  })

  it('takes a page to lie between those that are lighter and heavier', () => {
    const sample = createPageSample(100, () => undefined)
    sample.note(drawn(2000, 40_000))
    sample.note(drawn(1000, 20_000))
    expect(sample.like(1500).drawnBytes).toBe(30_000)
    expect(sample.like(10).drawnBytes).toBe(20_000)
    expect(sample.like(9000).drawnBytes).toBe(40_000)
  })
})
