import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { ownColourOf } from '../../../../src/renderer/components/mark/own-colour.ts'

const css = readFileSync(
  fileURLToPath(new URL('../../../../src/renderer/style/tokens.css', import.meta.url)),
  'utf8'
)
const [light = '', dark = ''] = css.split(':root.dark')
const NAMES = ['Образец Телеком', 'SPECIMEN Mobile', '样例移动', 'Yota', 'A', 'B', 'C', 'D', 'E']

function luminance(theme: string, token: string): number {
  const hex = new RegExp(`${token}: #([0-9a-f]{6})`).exec(theme)?.[1] ?? ''
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

it('is the same for the same operator, however its name is typed', () => {
  for (const name of NAMES) expect(ownColourOf(`  ${name.toUpperCase()} `)).toBe(ownColourOf(name))
  expect(new Set(NAMES.map(ownColourOf)).size).toBeGreaterThan(2)
})

it.each([
  ['light', light],
  ['dark', dark]
])('stands out from the sheet in the %s theme', (_, theme) => {
  const sheet = luminance(theme, '--sheet')
  for (const token of new Set(NAMES.map(ownColourOf))) {
    const [high, low] = [sheet, luminance(theme, token)].toSorted((a, b) => b - a)
    expect(((high ?? 0) + 0.05) / ((low ?? 1) + 0.05), token).toBeGreaterThan(4.5)
  }
})
