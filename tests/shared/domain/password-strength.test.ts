import { expect, it } from 'vitest'
import { passwordStrength, PASSWORD_STRENGTHS } from '../../../src/shared/domain/password-strength.ts'

it.each([
  ['weak', '1'],
  ['weak', '12345678901234567890'],
  ['weak', 'aaaaaaaaaaaaaaaaaaaaaaaa'],
  ['weak', 'Password2026!!!'],
  ['weak', 'Пароль123456789'],
  ['weak', 'йцукен'],
  ['weak', '我爱你5201314'],
  ['weak', '19850412'],
  ['weak', '+79160002745'],
  ['weak', 'Moscow2024'],
  ['weak', 'abcabcabcabcabcabcabcabcabcabc'],
  ['fair', 'xK7-qP2m'],
  ['fair', '柜子里的旧电话'],
  ['good', 'xK7qP2mZ9rT4'],
  ['good', 'три зелёных чемодана едут'],
  ['good', 'grey heron sleeps leg'],
  ['strong', 'xK7-qP2m_Zr9!tVw4'],
  ['strong', '三只绿箱子坐火车回家，不买票！']
])('finds %s: %s', (strength, password) => {
  expect(passwordStrength(password)).toBe(strength)
})

it('never calls a password weaker for a sign more, but where the whole becomes a repeat or a common word', () => {
  const rank = (password: string) => PASSWORD_STRENGTHS.indexOf(passwordStrength(password))
  const long = 'xK7-qP2m_Zr9!tVw4'
  for (let length = 1; length < long.length; length += 1)
    expect(rank(long.slice(0, length + 1))).toBeGreaterThanOrEqual(rank(long.slice(0, length)))
})
