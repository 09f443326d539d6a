import fc from 'fast-check'
import { expect, it } from 'vitest'
import { pdfMatrix, pdfNumber } from '../../../../src/main/pack/write/pdf-syntax.ts'

it.each([
  [pdfNumber, 0.00005],
  [(value: number) => pdfMatrix([value]), 0.0000005]
])('writes numbers as a PDF knows them, near enough', (written, tolerance) => {
  const value = fc.oneof(
    fc.double({ min: -20_000, max: 20_000, noNaN: true }),
    fc.double({ min: -0.001, max: 0.001, noNaN: true })
  )
  fc.assert(
    fc.property(value, (number) => {
      const text = written(number)
      expect(text).toMatch(/^(0|-?[1-9]\d*|-?(0|[1-9]\d*)\.\d{1,6})$/)
      expect(Math.abs(Number(text) - number)).toBeLessThanOrEqual(tolerance + 1e-10)
    })
  )
})
