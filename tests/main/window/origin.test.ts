import { expect, it } from 'vitest'
import { isAppPage } from '../../../src/main/window/origin.ts'

it('knows its own pages by their parsed address', () => {
  expect(isAppPage('app://closeout/index.html#/dossiers')).toBe(true)
  for (const foreign of [
    'app://closeout.evil/index.html',
    'app://closeout@evil/index.html',
    'app://evil/closeout',
    'https://closeout/index.html',
    'file:///closeout/index.html',
    'about:blank',
    'not an address',
    ''
  ]) {
    expect(isAppPage(foreign)).toBe(false)
  }
})
