import { expect, it } from 'vitest'
import { readSearch, searchTextOf } from '../../../../src/renderer/views/home/dossier-search.ts'
import { summariseDossier } from '../../../../src/shared/domain/dossier-summary.ts'
import { fresh, TODAY } from '../../../shared/domain/invented-dossier.ts'

const summary = summariseDossier(
  {
    ...fresh,
    operator: { id: 'mts', name: 'МТС' },
    phoneNumber: '+79160001427',
    subscriber: { latin: 'LI Xue', cyrillic: 'Семёнова Ли', chinese: '李雪' },
    contract: { ...fresh.contract, number: '1 340-77' }
  },
  { law: [] },
  TODAY
)
const names = { 'zh-CN': '样例电信', ru: 'МТС', en: 'MTS' }
const known = { id: 'mts', name: 'МТС', names, mark: 'МТС', colour: { light: '', dark: '' } }
const searched = searchTextOf(summary, known)

it.each([
  '',
  '  ',
  '916 000',
  '+7 (916) 000-14',
  '8 916 000 14 27',
  '1427',
  '１４２７',
  'li xue',
  'XUE',
  '李',
  'семенова',
  'СЕМЁНОВА',
  'мтс',
  'mts li',
  '样例电信',
  'ьеы',
  '1 340',
  '134077'
])('finds by "%s"', (query) => {
  expect(readSearch(query)(searched)).toBe(true)
})

it.each(['beeline', '917', 'li chen', '王', '0000'])('does not find by "%s"', (query) => {
  expect(readSearch(query)(searched)).toBe(false)
})
