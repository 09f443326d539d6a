// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import PartCells from '../../../../src/renderer/components/home/PartCells.vue'
import { reviewDossier } from '../../../../src/shared/domain/part.ts'
import { filledDossier } from '../../../specimen-dossier.ts'
import { mountIn } from '../../mount-in-language.ts'

it('tells a screen reader every part with its state', () => {
  const reviews = reviewDossier(filledDossier(), '2026-11-22')
  const label = mountIn('en', PartCells, { reviews }).attributes('aria-label') ?? ''
  expect(label.split('; ')).toHaveLength(4)
  expect(label).toMatch(/^1 of 4, Identity and account: /)
})
