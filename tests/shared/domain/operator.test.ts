import { expect, it } from 'vitest'
import { operatorName, type Operator } from '../../../src/shared/domain/operator.ts'

const MTS: Operator = {
  id: 'mts',
  name: 'МТС',
  names: { 'zh-CN': 'MTS', ru: 'МТС', en: 'MTS' },
  mark: 'МТС',
  colour: { light: '#D8152B', dark: '#EE5563' }
}

it('calls an operator as the reader of the window knows it, whatever the dossier keeps', () => {
  const kept = { id: 'mts', name: 'МТС' }
  expect(operatorName(kept, MTS, 'en')).toBe('MTS')
  expect(operatorName(kept, MTS, 'zh-CN')).toBe('MTS')
  expect(operatorName(kept, MTS, 'ru')).toBe('МТС')
})

it('calls one that is in no list as the user named it', () => {
  expect(operatorName({ id: null, name: '样例电信' }, undefined, 'ru')).toBe('样例电信')
})
