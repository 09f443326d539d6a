import { describe, expect, it } from 'vitest'
import { compareWithVault, readInGroups } from '../../../src/renderer/db/sync-with-vault.ts'
import { summariseDossier } from '../../../src/shared/domain/dossier-summary.ts'
import { fresh, TODAY, uuid } from '../../shared/domain/invented-dossier.ts'

describe('compareWithVault', () => {
  it('trusts only rows that stand at the revision of the vault', () => {
    const rows = [
      { id: 'same', revision: 3 },
      { id: 'behind', revision: 2 },
      { id: 'ahead', revision: 9 },
      { id: 'surplus', revision: 1 }
    ]
    const stored = [
      { id: 'same', revision: 3 },
      { id: 'behind', revision: 4 },
      { id: 'ahead', revision: 8 },
      { id: 'missing', revision: 1 }
    ]
    expect(compareWithVault(rows, { stored, damaged: [] })).toEqual({
      equal: ['same'],
      behind: ['behind', 'ahead', 'missing'],
      surplus: ['surplus']
    })
  })
})

describe('readInGroups', () => {
  it('asks for groups one after another, hands each over at once and rests in between', async () => {
    const ids = Array.from({ length: 150 }, (_, n) => uuid(n))
    const deeds: string[] = []
    const damaged = await readInGroups(ids, {
      atOnce: 64,
      ask: async (group) => {
        deeds.push(`ask ${group.length}`)
        return group.map((id) => ({
          id,
          summary: id === uuid(0) ? null : summariseDossier({ ...fresh, id }, { law: [] }, TODAY),
          damaged: id === uuid(0) ? [`${id}.1`] : []
        }))
      },
      pause: async () => void deeds.push('pause'),
      take: (found, lost) => deeds.push(`take ${found.length} lose ${lost.length}`)
    })
    expect(damaged).toEqual([`${uuid(0)}.1`])
    expect(deeds).toEqual([
      'ask 64',
      'take 63 lose 1',
      'pause',
      'ask 64',
      'take 64 lose 0',
      'pause',
      'ask 22',
      'take 22 lose 0'
    ])
  })
})
