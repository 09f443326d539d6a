import { expect, it } from 'vitest'
import { unbroken } from '../../../src/renderer/formats/unbroken.ts'

it.each([
  ['2026-11-05, 14:30', '2026\u201111\u201105, 14:30'],
  ['俄联邦第 126-FZ 号《通信法》', '俄联邦第 126\u2011FZ 号《通信法》'],
  ['不超过 20 页', '不超过 20\u00a0页'],
  ['в томах до 36 МБ', 'в томах до 36\u00a0МБ'],
  ['№ 126-ФЗ «О связи»', '№\u00a0126\u2011ФЗ «О связи»'],
  ['с. 12–13, 16', 'с. 12\u2060–\u206013, 16'],
  ['C-1, SHA-256', 'C\u20111, SHA\u2011256'],
  ['Wi-Fi, 5 - 7', 'Wi-Fi, 5 - 7']
])('%j keeps its figures together', (text, whole) => {
  expect(unbroken(text)).toBe(whole)
})
