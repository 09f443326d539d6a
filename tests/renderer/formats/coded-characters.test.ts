import { expect, it } from 'vitest'
import { codedCharacters } from '../../../src/renderer/formats/coded-characters.ts'

it('names characters that no font has by their codes', () => {
  expect(codedCharacters('𠮷🦊')).toBe('𠮷\u00a0U+20BB7, 🦊\u00a0U+1F98A')
  expect(codedCharacters('\u0301')).toBe('\u0301\u00a0U+0301')
})

it('names the first few of many', () => {
  expect(codedCharacters('𠮷'.repeat(9)).match(/U\+/g)).toHaveLength(6)
  expect(codedCharacters('𠮷'.repeat(9))).toMatch(/, …$/)
})
