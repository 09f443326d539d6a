import { expect, it } from 'vitest'
import { summariseOutcomes } from '../../../../src/renderer/components/exhibit/summarise-outcomes.ts'
import type { Exhibit } from '../../../../src/shared/domain/exhibit.ts'
import type { IntakeOutcome } from '../../../../src/shared/domain/intake.ts'
import type { NameOddity } from '../../../../src/shared/domain/file-name.ts'

const exhibit = { id: 'e', number: { category: 'B', serial: 3 } } as Exhibit
const added = (fileName: string, oddities: readonly NameOddity[] = []): IntakeOutcome => ({
  state: 'added',
  fileName,
  exhibit,
  oddities
})
const known: IntakeOutcome = { state: 'known', fileName: 'known.pdf', exhibit }
const refused: IntakeOutcome = { state: 'refused', fileName: 'empty.txt', code: 'empty-file' }

it('counts what became of each file', () => {
  const summary = summariseOutcomes([added('a'), known, refused, added('b')])
  expect(summary).toMatchObject({ added: 2, known: 1, refused: 1 })
})

it('names what went wrong first, then what is odd, then what was there', () => {
  const odd = added('odd', ['hidden-characters'])
  expect(summariseOutcomes([added('quiet'), known, odd, refused]).rows).toEqual([
    refused,
    odd,
    known,
    added('quiet')
  ])
})

it('does not name each of many files that simply arrived', () => {
  const many = Array.from({ length: 300 }, (_, index) => added(`photo-${index}.jpg`))
  expect(summariseOutcomes([...many, refused])).toMatchObject({ added: 300, rows: [refused] })
})
