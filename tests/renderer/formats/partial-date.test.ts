import { expect, it } from 'vitest'
import { formatPartialDate } from '../../../src/renderer/formats/partial-date.ts'

it.each([
  ['2015', '2015 年', '2015', '2015'],
  ['2015-12', '2015年12月', 'декабрь 2015', 'December 2015'],
  ['2015-12-16', '2015-12-16', '16.12.2015', '16\u00a0Dec\u00a02015']
])('shows %s as exact as it is', (date, zh, ru, en) => {
  expect(formatPartialDate(date, 'zh-CN')).toBe(zh)
  expect(formatPartialDate(date, 'ru')).toBe(ru)
  expect(formatPartialDate(date, 'en')).toBe(en)
})
