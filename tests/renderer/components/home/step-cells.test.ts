// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import StepCells from '../../../../src/renderer/components/home/StepCells.vue'
import { reviewSteps } from '../../../../src/shared/domain/step-review.ts'
import { filledDossier } from '../../../specimen-dossier.ts'
import { mountIn } from '../../mount-in-language.ts'

it('tells a screen reader every step with its state', () => {
  const reviews = reviewSteps(filledDossier(), '2026-11-22')
  const label = mountIn('en', StepCells, { reviews }).attributes('aria-label') ?? ''
  expect(label.split('; ')).toHaveLength(7)
  expect(label).toMatch(/^1 of 7, Account facts: /)
})
