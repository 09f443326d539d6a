import { expect, it } from 'vitest'
import { pageRangesOf, writtenRanges } from '../../../src/shared/domain/page-ranges.ts'

it('writes neighbouring pages as a run, whatever their order', () => {
  expect(writtenRanges(pageRangesOf([9, 5, 7, 6, 5]))).toBe('5–7, 9')
  expect(writtenRanges(pageRangesOf([]))).toBe('')
})
