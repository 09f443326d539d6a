import { expect, it } from 'vitest'
import { findViolations } from './accessible-screens.ts'

// Colours are the same in every language: one walk in the dark is enough.
it('has no accessibility violation on any screen in ru', async () => {
  expect(await findViolations('ru', ['light', 'dark'])).toEqual([])
  // Some twenty screens; axe reads every element of each.
}, 300_000)
