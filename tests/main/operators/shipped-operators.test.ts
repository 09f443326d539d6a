import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { readOperators } from '../../src/main/operators.ts'

const RESOURCES = fileURLToPath(new URL('../../resources', import.meta.url))

it('ships four operators, each fact with its source, the day it was read and how sure it is', async () => {
  const operators = await readOperators(RESOURCES)
  expect(operators.map(({ id }) => id)).toEqual(['mts', 'beeline', 'megafon', 't2'])
  for (const { legalName, taxNumber } of operators) {
    for (const fact of [legalName, taxNumber]) {
      expect(fact?.source).toBeTruthy()
      expect(fact?.readOn).toMatch(/^\d{4}-\d{2}-\d{2}$/)
      expect(['verified', 'second-hand']).toContain(fact?.certainty)
    }
  }
})
