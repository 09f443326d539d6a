import { expect, it } from 'vitest'
import { pageShape } from '../../../../src/main/pack/absorb/page-shape.ts'

const rotationOf = (rotate: number | null) =>
  pageShape({ mediaBox: [0, 0, 595, 842], cropBox: null, rotate, userUnit: null }).rotation

it.each([
  [null, 0],
  [90, 90],
  [-90, 270],
  [450, 90],
  [44, 0],
  [45, 0],
  [100, 0],
  [1e300, 0],
  [Number.POSITIVE_INFINITY, 0],
  [Number.NaN, 0]
])('turns a page that says %s by %i', (told, turned) => {
  expect(rotationOf(told)).toBe(turned)
})
