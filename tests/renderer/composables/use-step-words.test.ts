// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import { useStepWords } from '../../../src/renderer/composables/use-step-words.ts'
import type { Dossier } from '../../../src/shared/domain/dossier.ts'
import type { ScreenLanguage } from '../../../src/shared/domain/settings.ts'
import type { Step } from '../../../src/shared/domain/step.ts'
import { reviewSteps } from '../../../src/shared/domain/step-review.ts'
import {
  closed,
  edited,
  fresh,
  passport,
  request,
  router,
  TODAY
} from '../../shared/domain/invented-dossier.ts'
import { mountIn } from '../mount-in-language.ts'

/** The line under a step's name, as the stepper shows it; no-break spaces made plain. */
function subOf(language: ScreenLanguage, dossier: Dossier, step: Step): string {
  const Line = defineComponent(() => {
    const words = useStepWords()
    const review = reviewSteps(dossier, TODAY).find((one) => one.step === step)
    return () => h('p', review === undefined ? '' : words.sub(review, dossier))
  })
  return mountIn(language, Line, {}).text().replaceAll('\u00A0', ' ')
}

const put = (list: 'documents' | 'contacts' | 'devices', record: unknown) =>
  ({ kind: 'put-records', list, records: [record], beforeId: null }) as never
const promised = (on: string) => edited(fresh, put('contacts', { ...request, promisedBy: on }))
const effective = (on: string): Dossier => ({
  ...closed,
  agreement: { ...closed.agreement, effectiveOn: on },
  confirmation: { ...closed.confirmation, receivedAt: null }
})

describe('a step says its reason', () => {
  it.each([
    ['en', 'Answer due 25 November'],
    ['ru', 'Ждём ответа до 25 ноября'],
    ['zh-CN', '等待答复，11月25日前']
  ] as const)('while an answer is awaited, in %s', (language, text) => {
    expect(subOf(language, promised('2026-11-25'), 'contact')).toBe(text)
  })

  it.each([
    ['en', '2026-11-21', '1 day overdue'],
    ['en', '2026-11-20', '2 days overdue'],
    ['ru', '2026-11-21', 'Просрочено на 1 день'],
    ['ru', '2026-11-20', 'Просрочено на 2 дня'],
    ['ru', '2026-11-17', 'Просрочено на 5 дней'],
    ['ru', '2026-11-01', 'Просрочено на 21 день'],
    ['en', '2019-12-31', '2,518 days overdue'],
    ['ru', '2019-12-31', 'Просрочено на 2 518 дней'],
    ['zh-CN', '2019-12-31', '逾期 2,518 天'],
    ['zh-CN', '2026-11-20', '逾期 2 天']
  ] as const)('once it is late, in %s since %s', (language, on, text) => {
    expect(subOf(language, promised(on), 'contact')).toBe(text)
  })

  it.each([
    ['en', 'Waiting for the confirmation for 12 days'],
    ['ru', 'Ждём подтверждения 12 дней'],
    ['zh-CN', '等待确认，已 12 天']
  ] as const)('while the confirmation is awaited, in %s', (language, text) => {
    expect(subOf(language, effective('2026-11-10'), 'confirmation')).toBe(text)
  })

  it('with the document that expires before it is needed', () => {
    const dossier = edited(
      fresh,
      { kind: 'set-closing', values: { plannedOn: '2026-12-20' } },
      put('documents', { ...passport, expiresOn: '2026-12-09' })
    )
    expect(subOf('en', dossier, 'identity')).toBe('Passport expires 9 December')
    expect(subOf('ru', dossier, 'identity')).toBe('Паспорт истекает 9 декабря')
    expect(subOf('zh-CN', dossier, 'identity')).toBe('护照 12月9日到期')
  })

  it('with the day on which it was done', () => {
    expect(subOf('en', closed, 'agreement')).toBe('Done · 6 October')
    expect(subOf('en', closed, 'equipment')).toBe('Nothing to return')
  })

  it('as set by hand', () => {
    const dossier = edited(fresh, {
      kind: 'override-step',
      step: 'equipment',
      override: { state: 'done', reason: 'SPECIMEN' }
    })
    expect(subOf('ru', dossier, 'equipment')).toBe('Готово · изменено вручную')
  })

  it('with the number that cannot be right', () => {
    const dossier = edited(fresh, put('devices', { ...router, imei: '356938035643800' }))
    expect(subOf('en', dossier, 'equipment')).toBe('IMEI does not check')
  })
})
