import { expect, it } from 'vitest'
import { coreExhibits, MOST_CORE_PAGES } from '../../../src/shared/domain/core-pack.ts'
import { formatExhibitNumber } from '../../../src/shared/domain/exhibit.ts'
import { filledDossier, withExhibits, type SpecimenExhibit } from '../../specimen-dossier.ts'

function paper(category: SpecimenExhibit['category'], caption: string, pages = 1): SpecimenExhibit {
  const bytes = Buffer.from(caption)
  return { category, caption, bytes, originalName: `${caption}.pdf`, mediaType: 'application/pdf', pages }
}

it('holds the papers that the end rests on, each with its reason and its own number', () => {
  const dossier = withExhibits(filledDossier(), [
    { ...paper('C', 'agreement'), madeOn: '2026-10-05' },
    paper('D', 'chat'),
    paper('E', 'return'),
    paper('F', 'confirmation')
  ])
  const core = coreExhibits(dossier).map(({ exhibit, reasons }) => [
    formatExhibitNumber(exhibit.number),
    ...reasons
  ])
  expect(core).toEqual([
    ['C-1', 'agreement'],
    ['E-1', 'return'],
    ['F-1', 'confirmation']
  ])
})

it('stays below twenty pages', () => {
  const dossier = withExhibits(filledDossier(), [
    { ...paper('C', 'agreement', 8), madeOn: '2026-10-05' },
    paper('F', 'confirmation', 30),
    paper('E', 'return', 3)
  ])
  const core = coreExhibits(dossier)
  expect(core.map(({ exhibit }) => exhibit.caption)).toEqual(['agreement', 'return'])
  expect(core.reduce((sum, { exhibit }) => sum + (exhibit.file.pages ?? 1), 0)).toBeLessThan(MOST_CORE_PAGES)
})
