import { expect, it } from 'vitest'
import {
  blankIdentity,
  checkIdentity,
  typedIdentity
} from '../../../../src/renderer/components/operator/identity-form.ts'

it('takes one name for all languages and the mark from its beginning', () => {
  const { identity } = checkIdentity({ ...blankIdentity(), ru: ' Образец ' })
  expect(identity?.names).toEqual({ 'zh-CN': 'Образец', ru: 'Образец', en: 'Образец' })
  expect(identity?.mark).toBe('Об')
})

it('keeps what is typed for each language, and the colour there was', () => {
  const typed = { 'zh-CN': '样例', ru: 'Образец', en: 'Specimen', mark: 'Я' }
  const { identity } = checkIdentity(typed, { light: '#123456', dark: '#654321' })
  expect(identity).toMatchObject({ mark: 'Я', colour: { light: '#123456' } })
  expect(identity === null ? null : typedIdentity(identity)).toEqual(typed)
})

it('asks for a name, and for shorter ones', () => {
  expect(checkIdentity(blankIdentity())).toEqual({ identity: null, errors: { 'zh-CN': 'name-needed-here' } })
  expect(checkIdentity({ ...blankIdentity(), en: 'x'.repeat(301), mark: 'ПЯТЬ5' }).errors).toEqual({
    en: 'text-too-long',
    mark: 'text-too-long'
  })
})
