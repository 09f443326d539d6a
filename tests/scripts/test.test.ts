import { describe, expect, it } from 'vitest'
import { tallyOf } from '../../scripts/test.mjs'

type Report = Parameters<typeof tallyOf>[0]

function report(
  numPassedTests: number,
  numFailedTests: number,
  files: readonly (readonly string[] | 'unloadable')[]
) {
  const testResults = files.map((file) =>
    file === 'unloadable'
      ? { status: 'failed', assertionResults: [] }
      : {
          status: file.includes('failed') ? 'failed' : 'passed',
          assertionResults: file.map((status) => ({ status }))
        }
  )
  return { numPassedTests, numFailedTests, testResults } as unknown as Report
}

describe('tallyOf', () => {
  it('adds up', () => {
    expect(tallyOf(report(2, 1, [['passed', 'failed'], ['passed']]))).toEqual({ passed: 2, failed: 1 })
  })

  it('counts a file that cannot be loaded as one failed', () => {
    expect(tallyOf(report(1, 0, [['passed'], 'unloadable']))).toEqual({ passed: 1, failed: 1 })
  })
})
