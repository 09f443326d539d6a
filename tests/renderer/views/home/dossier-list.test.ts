import { describe, expect, it } from 'vitest'
import {
  comingDues,
  currentStepOf,
  operatorKey,
  pressingDues,
  sortDossiers
} from '../../../../src/renderer/views/home/dossier-list.ts'
import { summariseDossier, type DossierSummary } from '../../../../src/shared/domain/dossier-summary.ts'
import { fresh, request, TODAY, uuid } from '../../../shared/domain/invented-dossier.ts'

const RULES = { law: [] }
const nameOf = ({ subscriber }: DossierSummary) => subscriber.latin

function summary(changes: Partial<DossierSummary>): DossierSummary {
  return { ...summariseDossier(fresh, RULES, TODAY), ...changes }
}

/** One whose operator has promised something until then. */
function promised(n: number, promisedBy: string, laterUntil: string | null = null): DossierSummary {
  const contact = { ...request, promised: 'SPECIMEN', promisedBy }
  const dueChanges =
    laterUntil === null ? [] : [{ id: `promise:${contact.id}`, on: null, doneOn: null, laterUntil }]
  return summariseDossier(
    { ...fresh, id: uuid(n), phoneNumber: `+7999000000${n}`, contacts: [contact], dueChanges },
    RULES,
    TODAY
  )
}

describe('sortDossiers', () => {
  const a = summary({ id: 'a', phoneNumber: '+79990000002', changedAt: '2026-01-01T00:00:00.000Z' })
  const b = summary({ id: 'b', phoneNumber: '+79990000001', changedAt: '2026-02-01T00:00:00.000Z' })

  it('puts the last changed first', () => {
    expect(sortDossiers([a, b], 'change', nameOf)).toEqual([b, a])
  })

  it('goes up by number', () => {
    expect(sortDossiers([a, b], 'number', nameOf)).toEqual([b, a])
  })

  it('goes up by name, whatever its case', () => {
    const [li, wang] = [a, b].map((one, at) => ({
      ...one,
      subscriber: { ...one.subscriber, latin: ['li Xue', 'WANG Yao'][at] ?? '' }
    }))
    expect(sortDossiers([wang!, li!], 'name', nameOf)).toEqual([li, wang])
  })

  it('puts the oldest day first and what has none last', () => {
    const late = promised(3, '2026-11-20')
    const soon = promised(4, '2026-11-22')
    const closed = summary({ id: 'c', next: null })
    expect(sortDossiers([closed, soon, late], 'due', nameOf)).toEqual([late, soon, closed])
  })
})

describe('what is due', () => {
  const over = promised(1, '2026-11-20')
  const now = promised(2, TODAY)
  const ahead = promised(3, '2026-11-30')
  const later = promised(4, '2026-11-19', '2026-11-25')
  const all = [ahead, now, later, over]

  it('is pressing today and after its day, the oldest first, unless it was put off', () => {
    expect(pressingDues(all, TODAY).first.map(({ summary: one }) => one.id)).toEqual([over.id, now.id])
  })

  it('is pressing again once the day it was put off to has come', () => {
    expect(pressingDues([later], '2026-11-25').count).toBe(1)
  })

  it('comes after today, the nearest first', () => {
    expect(comingDues(all, TODAY).first.map(({ summary: one }) => one.id)).toEqual([ahead.id])
  })

  it('is counted whole and shown in part, the first of all in order', () => {
    const days = Array.from(
      { length: 100 },
      (_, at) => `2026-${10 + (at % 2)}-${String(1 + ((at * 7) % 20)).padStart(2, '0')}`
    )
    const many = days.map((on, at) => ({
      ...promised(1, on),
      id: uuid(at),
      phoneNumber: `+7999${1000 - at}`
    }))
    const { first, count } = pressingDues(many, TODAY)
    const inOrder = many.flatMap((one) => one.dues.map(({ on }) => `${on} ${one.phoneNumber}`)).toSorted()
    expect(count).toBe(100)
    expect(first.map(({ due, summary: one }) => `${due.on} ${one.phoneNumber}`)).toEqual(inOrder.slice(0, 30))
  })

  it('needs no new summary when the day changes', () => {
    expect(pressingDues([ahead], '2026-11-30').count).toBe(1)
  })
})

describe('currentStepOf', () => {
  it('is the step of what comes next', () => {
    expect(currentStepOf(promised(1, '2026-11-20'))).toBe('contact')
    expect(currentStepOf(summary({}))).toBe('account')
  })

  it('is none where every step is over', () => {
    expect(currentStepOf(summary({ next: null, steps: ['done', 'not-needed'] }))).toBeNull()
  })
})

it('tells operators named by the user apart', () => {
  expect(operatorKey({ id: 'mts', name: 'МТС' })).toBe('mts')
  expect(operatorKey({ id: null, name: 'A' })).not.toBe(operatorKey({ id: null, name: 'B' }))
})
