import { describe, expect, it } from 'vitest'
import { isPressed, keysOf, typesASign, type KeyPress } from '../../../src/renderer/commands/shortcut.ts'

const press = (code: string, key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  code,
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held
})
const ctrl = { ctrlKey: true }

describe('a shortcut', () => {
  it('is the same key in a Russian layout', () => {
    expect(isPressed({ code: 'KeyK', mod: true }, press('KeyK', 'л', ctrl))).toBe(true)
  })

  it('goes by the letter where a Latin layout moves it', () => {
    // A German keyboard types z with the key that is y elsewhere.
    expect(isPressed({ code: 'KeyZ', mod: true }, press('KeyY', 'z', ctrl))).toBe(true)
    expect(isPressed({ code: 'KeyY', mod: true }, press('KeyY', 'z', ctrl))).toBe(false)
  })

  it('wants exactly its keys', () => {
    expect(isPressed({ code: 'KeyZ', mod: true }, press('KeyZ', 'Z', { ...ctrl, shiftKey: true }))).toBe(
      false
    )
    expect(isPressed({ code: 'KeyZ', mod: true }, press('KeyZ', 'z', { ...ctrl, altKey: true }))).toBe(false)
    expect(
      isPressed({ code: 'KeyZ', mod: true, shift: true }, press('KeyZ', 'Z', { ...ctrl, shiftKey: true }))
    ).toBe(true)
  })

  it('knows a sign wherever it lies', () => {
    const help = { code: 'Slash', shift: true, sign: '?' } as const
    expect(isPressed(help, press('Slash', '?', { shiftKey: true }))).toBe(true)
    expect(isPressed(help, press('Digit7', '?', { shiftKey: true }))).toBe(true)
    expect(isPressed(help, press('Slash', ',', { shiftKey: true }))).toBe(true)
  })

  it('types nothing with Ctrl or as a function key', () => {
    expect(typesASign({ code: 'KeyN' })).toBe(true)
    expect(typesASign({ code: 'Slash', shift: true, sign: '?' })).toBe(true)
    expect(typesASign({ code: 'F8' })).toBe(false)
    expect(typesASign({ code: 'KeyN', mod: true })).toBe(false)
  })

  it('is shown as its keys are labelled', () => {
    expect(keysOf({ code: 'KeyZ', mod: true, shift: true }, false)).toEqual(['Ctrl', 'Shift', 'Z'])
    expect(keysOf({ code: 'KeyK', mod: true }, true)).toEqual(['⌘', 'K'])
    expect(keysOf({ code: 'Slash', shift: true, sign: '?' }, false)).toEqual(['?'])
    expect(keysOf({ code: 'Digit3', alt: true }, false)).toEqual(['Alt', '3'])
  })
})
