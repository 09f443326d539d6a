import { expect, it } from 'vitest'
import { joiningParts } from '../../../../src/main/pack/layout/join-parts.ts'
import type { OwnSheet } from '../../../../src/main/pack/layout/own-sheets.ts'
import type { OwnPart } from '../../../../src/main/pack/plan/own-parts.ts'

const TOP = 786
const BOTTOM = 62
const FRAME = TOP - BOTTOM

/** Parts that are so many frames high, and never break earlier than they must. */
function layOf(heights: Partial<Record<OwnPart, number>>) {
  return (part: OwnPart, beginsAt: number | null): readonly OwnSheet[] => {
    let left = (heights[part] ?? 0) * FRAME
    const sheets: OwnSheet[] = []
    for (let top = beginsAt ?? TOP; sheets.length === 0 || left > 0; top = TOP) {
      const used = Math.min(left, top - BOTTOM)
      left -= used
      const isRest = sheets.length === 0 && beginsAt !== null
      sheets.push({
        name: part,
        take: () => ({ name: part, width: 595, height: 842, ops: [] }),
        band: { kind: 'own', part },
        foot: { y: top - used },
        isRest
      })
    }
    return sheets
  }
}

function joinedParts(heights: Partial<Record<OwnPart, number>>): readonly string[] {
  const join = joiningParts(Object.keys(heights) as OwnPart[], TOP)
  return join(layOf(heights)).flatMap(({ name, isRest }) => (isRest === true ? [name] : []))
}

it('begins a part below one that left its last page nearly empty', () => {
  expect(joinedParts({ chronology: 1.2, identity: 1 })).toEqual(['identity'])
  expect(joinedParts({ chronology: 1.5, identity: 1 })).toEqual([])
})

it('begins a part below another where both need a page less together', () => {
  expect(joinedParts({ agreement: 0.6, confirmation: 0.3 })).toEqual(['confirmation'])
  expect(joinedParts({ chronology: 1.5, identity: 1.3 })).toEqual(['identity'])
  expect(joinedParts({ agreement: 0.6, confirmation: 0.4 })).toEqual([])
})

it('begins a part below another where only so the next one needs a page less', () => {
  expect(joinedParts({ agreement: 0.45, confirmation: 0.75, evidence: 1.3 })).toEqual([
    'confirmation',
    'evidence'
  ])
  expect(joinedParts({ agreement: 0.45, confirmation: 0.75, evidence: 0.7 })).toEqual([
    'confirmation',
    'evidence'
  ])
  expect(joinedParts({ agreement: 0.45, confirmation: 0.75, evidence: 0.9 })).toEqual([])
  expect(joinedParts({ agreement: 0.45, confirmation: 0.75 })).toEqual([])
})

it('leaves cover and index alone, and begins nothing in too little room', () => {
  expect(joinedParts({ cover: 0.1, index: 0.1, chronology: 0.1, identity: 0.1 })).toEqual(['identity'])
  expect(joinedParts({ agreement: 0.85, confirmation: 0.05 })).toEqual([])
})

it('comes to rest although a part is high and low by turns', () => {
  const join = joiningParts(['agreement', 'confirmation'], TOP)
  const isJoined = Array.from({ length: 8 }, (_, round) =>
    join(layOf({ agreement: 0.5, confirmation: round % 2 === 0 ? 0.3 : 0.6 })).some(({ isRest }) => isRest)
  )
  expect(isJoined).toEqual([true, false, true, true, true, true, true, true])
})
