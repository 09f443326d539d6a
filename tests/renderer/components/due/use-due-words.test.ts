// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import { useDueWords } from '../../../../src/renderer/components/due/use-due-words.ts'
import type { DueChange } from '../../../../src/shared/domain/due-change.ts'
import { promiseDueId } from '../../../../src/shared/domain/due-change.ts'
import { dueDatesOf } from '../../../../src/shared/domain/due-date.ts'
import { fresh, request, TODAY } from '../../../shared/domain/invented-dossier.ts'
import { mountIn } from '../../mount-in-language.ts'

beforeEach(() => setActivePinia(createPinia()))

/** What is said about where the day of a promise comes from; no-break spaces made plain. */
function sourceOfPromise(language: 'en' | 'ru' | 'zh-CN', change: Partial<DueChange>): string {
  const id = promiseDueId(request.id)
  const [due] = dueDatesOf(
    {
      ...fresh,
      contacts: [{ ...request, promisedBy: '2026-11-25' }],
      dueChanges: [{ id, on: null, doneOn: null, laterUntil: null, ...change }]
    },
    { law: [] },
    TODAY
  )
  const Line = defineComponent(() => {
    const words = useDueWords(() => TODAY)
    return () => h('p', due === undefined ? '' : words.source(due))
  })
  return mountIn(language, Line, {}).text().replaceAll('\u00A0', ' ')
}

it.each([
  ['en', {}, 'Promised by the operator for 25 November.'],
  ['ru', {}, 'Оператор обещал к 25 ноября.'],
  ['zh-CN', {}, '运营商承诺的日期：11月25日。'],
  ['en', { on: '2026-11-30' }, 'Promised by the operator for 25 November. You moved it to 30 November.'],
  ['ru', { on: '2026-11-30' }, 'Оператор обещал к 25 ноября. Вы перенесли срок на 30 ноября.'],
  ['zh-CN', { on: '2026-11-30' }, '运营商承诺的日期：11月25日。你已改到 11月30日。'],
  ['en', { laterUntil: '2026-11-30' }, 'Promised by the operator for 25 November.']
] as const)(
  'names the day that was promised, and the day it was moved to, in %s: %j',
  (language, change, text) => {
    expect(sourceOfPromise(language, change)).toBe(text)
  }
)
