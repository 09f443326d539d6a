import { expect, it } from 'vitest'
import { line, number } from '../../../src/main/command-line/read-value.ts'
import { bareDossier } from '../../specimen-dossier.ts'

it('takes a number of a hundred characters at most, as the window does, and a line of three hundred', () => {
  const dossier = bareDossier()
  expect(number(` ${'7'.repeat(100)} `, dossier)).toEqual({ ok: true, value: '7'.repeat(100) })
  expect(number('7'.repeat(101), dossier)).toMatchObject({ ok: false, code: 'number-too-long' })
  expect(line('7'.repeat(300), dossier)).toMatchObject({ ok: true })
  expect(line('7'.repeat(301), dossier)).toMatchObject({ ok: false, code: 'text-too-long' })
})
