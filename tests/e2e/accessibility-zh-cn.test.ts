import { expect, it } from 'vitest'
import { findViolations } from './accessible-screens.ts'

it('has no accessibility violation on any screen in zh-CN', async () => {
  expect(await findViolations('zh-CN', ['light'])).toEqual([])
  // Some twenty screens; axe reads every element of each.
}, 300_000)
