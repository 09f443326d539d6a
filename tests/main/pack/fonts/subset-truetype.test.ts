import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { readFontSet, type FontSet } from '../../../../src/main/pack/fonts/font-set.ts'
import { readTables } from '../../../../src/main/pack/fonts/sfnt.ts'
import { growSubset, subsetTag } from '../../../../src/main/pack/fonts/subset-truetype.ts'
import { packFontsFolder } from '../../../pack-fonts.ts'

let fonts: FontSet
beforeAll(async () => {
  fonts = await readFontSet(await packFontsFolder())
})

const subsetOf = (key: keyof FontSet, text: string) => {
  const subset = growSubset(fonts[key])
  for (const character of text) subset.glyphOf(character)
  return { bytes: subset.file(), glyphs: subset.glyphs, advances: subset.advances() }
}

/** Where each glyph's outline stands in the file. */
function outlinesOf(bytes: Buffer): readonly Buffer[] {
  const tables = readTables(bytes)
  const [loca, glyf, maxp] = ['loca', 'glyf', 'maxp'].map((tag) => tables.get(tag)!)
  return Array.from({ length: bytes.readUInt16BE(maxp!.at + 4) }, (_, glyph) =>
    bytes.subarray(
      glyf!.at + bytes.readUInt32BE(loca!.at + glyph * 4),
      glyf!.at + bytes.readUInt32BE(loca!.at + glyph * 4 + 4)
    )
  )
}

describe('a subset of a face', () => {
  it('has each character once, with the width it has in the face', () => {
    const { sfnt } = fonts['sans-regular']
    const { glyphs, advances } = subsetOf('sans-regular', 'Абв 12 ₽')
    expect(new Set(glyphs.values()).size).toBe(glyphs.size)
    for (const [character, glyph] of glyphs) {
      expect(advances[glyph], character).toBe(sfnt.advanceOf(sfnt.glyphOf(character.codePointAt(0) ?? 0)))
    }
  })

  it('draws simple glyphs by the very bytes of the face', () => {
    const { path, sfnt } = fonts['han-bold']
    const whole = readFileSync(path)
    const { bytes, glyphs } = subsetOf('han-bold', '若溪存证')
    const glyf = readTables(whole).get('glyf')!.at
    for (const [character, glyph] of glyphs) {
      const [start, end] = sfnt.outlineOf(sfnt.glyphOf(character.codePointAt(0) ?? 0))
      const drawn = outlinesOf(bytes)[glyph]!
      expect(drawn.subarray(0, end - start).equals(whole.subarray(glyf + start, glyf + end))).toBe(true)
    }
  })

  it('brings along what compound glyphs are made of', () => {
    const { bytes, glyphs } = subsetOf('sans-bold', 'йЙёЁéüçÅ')
    const outlines = outlinesOf(bytes)
    const compound = [...glyphs.values()].filter((glyph) => outlines[glyph]!.readInt16BE(0) < 0)
    expect(compound.length).toBeGreaterThan(0)
    for (const glyph of compound) {
      const first = outlines[glyph]!.readUInt16BE(12)
      expect(first).toBeGreaterThanOrEqual(glyphs.size)
      expect(outlines[first]!.length).toBeGreaterThan(0)
    }
  })

  it('comes to the sum the format asks of a file', () => {
    const { bytes } = subsetOf('sans-regular', 'SPECIMEN')
    let sum = 0
    for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0
    expect(sum).toBe(0xb1b0afba)
  })

  it('is refused for a character the face does not have', () => {
    expect(() => subsetOf('sans-regular', '若')).toThrow('no glyph')
  })

  it('has a name that differs with its characters', () => {
    expect(subsetTag(['a', 'b'])).toMatch(/^[A-Z]{6}$/)
    expect(subsetTag(['a', 'b'])).not.toBe(subsetTag(['a', 'c']))
  })
})
