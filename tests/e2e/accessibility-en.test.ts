import { expect, it } from 'vitest'
import { findViolations } from './accessible-screens.ts'

it('has no accessibility violation on any screen in en', async () => {
  expect(await findViolations('en', ['light'])).toEqual([])
  // Some twenty screens; axe reads every element of each.
}, 300_000)
