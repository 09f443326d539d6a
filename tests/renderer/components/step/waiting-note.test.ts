// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, it } from 'vitest'
import WaitingNote from '../../../../src/renderer/components/step/WaitingNote.vue'
import { promiseDueId } from '../../../../src/shared/domain/due-change.ts'
import { reviewSteps } from '../../../../src/shared/domain/step-review.ts'
import { fresh, request, TODAY } from '../../../shared/domain/invented-dossier.ts'
import { mountIn } from '../../mount-in-language.ts'

beforeEach(() => setActivePinia(createPinia()))

function noteOf(language: 'en' | 'ru' | 'zh-CN', promisedBy: string, movedTo: string | null): string {
  const id = promiseDueId(request.id)
  const dossier = {
    ...fresh,
    contacts: [{ ...request, promisedBy }],
    dueChanges: [{ id, on: movedTo, doneOn: null, laterUntil: null }]
  }
  const review = reviewSteps(dossier, TODAY).find(({ step }) => step === 'contact')
  return mountIn(language, WaitingNote, { dossier, review }).text().replaceAll('\u00A0', ' ')
}

it.each([
  ['en', null, 'The answer promised for 20 November is 2 days late.'],
  ['en', '2026-11-25', 'The answer was promised by 20 November; you wait until 25 November: 3 days left.'],
  ['en', TODAY, 'The answer was promised by 20 November; you wait until today.'],
  ['en', '2026-11-21', 'The answer was promised by 20 November; you waited until 21 November, 1 day ago.'],
  ['ru', '2026-11-25', 'Ответ был обещан до 20 ноября, вы ждёте до 25 ноября: осталось 3 дня.'],
  ['ru', '2026-11-21', 'Ответ был обещан до 20 ноября, вы ждали до 21 ноября: прошёл ещё 1 день.'],
  ['zh-CN', '2026-11-25', '对方承诺 11月20日前答复，你改为等到 11月25日，还有 3 天。'],
  ['zh-CN', '2026-11-21', '对方承诺 11月20日前答复，你等到 11月21日，又过了 1 天。']
] as const)('names the day that was promised, in %s moved to %s', (language, movedTo, text) => {
  expect(noteOf(language, '2026-11-20', movedTo)).toContain(text)
})

it.each([
  ['en', 'is 2,518 days late'],
  ['ru', '2 518 дней'],
  ['zh-CN', '2,518 天']
] as const)('parts the thousands of days, in %s', (language, text) => {
  expect(noteOf(language, '2019-12-31', null)).toContain(text)
})
