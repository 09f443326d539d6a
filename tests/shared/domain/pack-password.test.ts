import { expect, it } from 'vitest'
import { preparePassword } from '../../../src/shared/domain/pack-password.ts'

it.each([
  ['plain words', 'SPECIMEN 42!', 'SPECIMEN 42!'],
  ['capitals and small letters', 'АбВ', 'АбВ'],
  ['a soft hyphen', 'I\u00adX', 'IX'],
  ['a feminine sign', '\u00aa', 'a'],
  ['a Roman numeral sign', '\u2168', 'IX'],
  ['full-width digits', '１２３', '123'],
  ['an ideographic space', '存\u3000证', '存 证'],
  ['an accent of its own', 'e\u0301', '\u00e9'],
  ['emoji with a joiner', '👨\u200d👩\ufe0f', '👨👩'],
  ['letters from the right', 'שלום עולם', 'שלום עולם']
])('prepares %s', (_, typed, prepared) => {
  expect(preparePassword(typed)).toEqual({ ok: true, value: prepared })
})

it.each([
  ['password-empty', ''],
  ['password-empty', '\u00ad\u200d'],
  ['password-signs', 'a\u0007'],
  ['password-signs', 'a\tb'],
  ['password-signs', 'a\ud800'],
  ['password-signs', '\ue000'],
  ['password-signs', '\ufffd'],
  ['password-signs', '\u202eabc'],
  ['password-directions', 'שלום abc'],
  ['password-directions', 'שלום1'],
  ['password-too-long', 'x'.repeat(128)],
  ['password-too-long', 'я'.repeat(64)],
  ['password-too-long', '密'.repeat(43)],
  ['password-too-long', '🔐'.repeat(32)]
])('refuses as %s: %j', (code, typed) => {
  expect(preparePassword(typed)).toEqual({ ok: false, code })
})

it.each(['x'.repeat(127), 'я'.repeat(63), '密'.repeat(42), '🔐'.repeat(31)])(
  'takes as many as fit: %s',
  (typed) => {
    expect(preparePassword(typed)).toEqual({ ok: true, value: typed })
  }
)
