import { expect, it } from 'vitest'
import {
  blankIdentity,
  checkIdentity,
  namedFirstIn,
  typedIdentity
} from '../../../../src/renderer/components/operator/identity-form.ts'

it('takes one name for all languages and the mark from its beginning', () => {
  const { identity } = checkIdentity({ ...blankIdentity(), ru: ' Образец ' }, 'zh-CN')
  expect(identity?.names).toEqual({ 'zh-CN': 'Образец', ru: 'Образец', en: 'Образец' })
  expect(identity?.mark).toBe('Об')
})

it('keeps what is typed for each language, and the colour there was', () => {
  const typed = { 'zh-CN': '样例', ru: 'Образец', en: 'Specimen', mark: 'Я' }
  const { identity } = checkIdentity(typed, 'ru', { light: '#123456', dark: '#654321' })
  expect(identity).toMatchObject({ mark: 'Я', colour: { light: '#123456' } })
  expect(identity === null ? null : typedIdentity(identity)).toEqual(typed)
})

it.each([
  ['zh-CN', ['zh-CN', 'ru', 'en']],
  ['ru', ['ru', 'zh-CN', 'en']],
  ['en', ['en', 'zh-CN', 'ru']]
] as const)(
  'asks in %s for the name in that language first, and lets the others follow it',
  (language, order) => {
    expect(namedFirstIn(language)).toEqual(order)
    const { identity } = checkIdentity({ ...blankIdentity(), [order[0]]: 'A', [order[1]]: 'B' }, language)
    expect(identity?.names).toEqual({ [order[0]]: 'A', [order[1]]: 'B', [order[2]]: 'A' })
  }
)

it('asks for a name, and for shorter ones', () => {
  expect(checkIdentity(blankIdentity(), 'ru')).toEqual({ identity: null, errors: { ru: 'name-needed-here' } })
  expect(checkIdentity({ ...blankIdentity(), en: 'x'.repeat(301), mark: 'ПЯТЬ5' }, 'ru').errors).toEqual({
    en: 'text-too-long',
    mark: 'mark-too-long'
  })
})
