import { expect, it } from 'vitest'
import { beginDossier } from '../../../src/shared/domain/dossier.ts'
import {
  dataOf,
  hasOtherOperatorData,
  takeOperatorData,
  withItsOperatorData
} from '../../../src/shared/domain/dossier-operator.ts'
import { listOperator, type OperatorData } from '../../../src/shared/domain/operator-data.ts'
import { editOwnOperator, emptyOwnOperator } from '../../../src/shared/domain/operator-edit.ts'

const AT = '2026-11-22T10:00:00.000Z'
const identity = {
  names: { 'zh-CN': '样例', ru: 'Образец', en: 'Specimen' },
  mark: 'О',
  colour: { light: '#000000', dark: '#ffffff' }
}
const one = listOperator(null, emptyOwnOperator('one', identity)).data
const other = listOperator(null, emptyOwnOperator('other', identity)).data
const newer = listOperator(
  null,
  editOwnOperator(
    emptyOwnOperator('one', identity),
    { kind: 'correct-fact', key: 'refund', words: { value: 'SPECIMEN', source: '' } },
    { shipped: null, today: '2026-11-22' }
  )
).data

function dossierWith(operatorData: OperatorData | null, id: string | null = 'one') {
  const account = {
    operator: { id, name: 'Образец' },
    phoneNumber: '+79160000000',
    subscriber: { latin: 'SPECIMEN', cyrillic: '', chinese: '' },
    contractNumber: ''
  }
  return beginDossier('00000000-0000-4000-8000-000000000001', account, AT, operatorData)
}

it('finds the facts of the operator a dossier names, and none for a name alone', () => {
  expect(dataOf({ id: 'other', name: '' }, [one, other])).toBe(other)
  expect(dataOf({ id: null, name: 'Other' }, [one, other])).toBeNull()
})

it('notices newer facts, and nothing where there are none to take', () => {
  expect(hasOtherOperatorData(dossierWith(one), [newer])).toBe(true)
  expect(hasOtherOperatorData(dossierWith(null), [one])).toBe(true)
  expect(hasOtherOperatorData(dossierWith(one), [structuredClone(one)])).toBe(false)
  expect(hasOtherOperatorData(dossierWith(one), [])).toBe(false)
  expect(hasOtherOperatorData(dossierWith(null, null), [one])).toBe(false)
})

it('takes newer facts as a new revision, and leaves the dossier alone where nothing differs', () => {
  const dossier = dossierWith(one)
  const taken = takeOperatorData(dossier, [newer], '2026-11-23T10:00:00.000Z')
  expect(taken).toMatchObject({ operatorData: newer, revision: 2, changedAt: '2026-11-23T10:00:00.000Z' })
  expect(takeOperatorData(taken, [newer], AT)).toBe(taken)
})

it('brings the facts of another operator along with it, and keeps those of the same one', () => {
  const before = dossierWith(one)
  const after = { ...before, operator: { id: 'other', name: 'Другой' } }
  expect(withItsOperatorData(before, after, [newer, other]).operatorData).toBe(other)
  expect(withItsOperatorData(before, before, [newer, other]).operatorData).toBe(one)
  const named = { ...before, operator: { id: null, name: 'Иной' } }
  expect(withItsOperatorData(before, named, [newer, other]).operatorData).toBeNull()
})
