import { describe, expect, it } from 'vitest'
import { decide, groupServices } from '../../../../src/renderer/components/precaution/service-rows.ts'
import type { ServiceUse } from '../../../../src/shared/domain/precaution.ts'
import { SERVICE_CATALOGUE } from '../../../../src/shared/domain/service-catalogue.ts'

const TODAY = '2026-11-22'
const groupOf = (services: readonly ServiceUse[], kind: string) =>
  groupServices(services).find((group) => group.kind === kind)
const own: ServiceUse = { id: '1', key: null, kind: 'mail', name: 'Club', state: 'not-moved', movedOn: null }

describe('the list of services', () => {
  it('shows every service of the ready list, undecided until somebody has looked', () => {
    const rows = groupServices([]).flatMap((group) => group.rows)
    expect(rows).toHaveLength(SERVICE_CATALOGUE.length)
    expect(rows.every(({ use }) => use === null)).toBe(true)
  })

  it('puts entries of the user after the ready ones of their kind', () => {
    expect(groupOf([own], 'mail')?.rows.at(-1)).toEqual({ id: '1', listed: null, use: own })
  })

  it('keeps a decision whose service has left the ready list', () => {
    const gone = { ...own, id: 'gone', key: 'gone' }
    expect(groupOf([gone], 'mail')?.rows.at(-1)?.use).toBe(gone)
  })

  it('leaves only the undecided ones to "the rest"', () => {
    const [first] = SERVICE_CATALOGUE
    if (first === undefined) throw new Error('the list is empty')
    const use = decide(first, 'moved', TODAY)
    expect(use).toMatchObject({ id: first.key, key: first.key, state: 'moved', movedOn: TODAY })
    expect(groupOf([use], first.kind)?.undecided).not.toContain(first)
  })

  it('notes a day only where the number was moved', () => {
    const [first] = SERVICE_CATALOGUE
    if (first === undefined) throw new Error('the list is empty')
    expect(decide(first, 'not-needed', TODAY).movedOn).toBeNull()
  })
})
