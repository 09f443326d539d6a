import { either, shown, type CorpusFile, type Expected } from './corpus-file.ts'
import { pageWith, specimenPdf, SPECIMEN_TEXTS, type Change } from './specimen-pdf.ts'

type Case = readonly [name: string, change: Change, expected: Expected]

/** Pages of sizes and turns that no sheet has. */
export function boxPdfs(): readonly CorpusFile[] {
  return [...boxes(), ...turns()].map(([name, change, expected]) => ({
    name: `page-${name}.pdf`,
    bytes: specimenPdf(change).bytes,
    expected,
    texts: expected.kind === 'shown' ? SPECIMEN_TEXTS : []
  }))
}

function boxes(): readonly Case[] {
  const media = [
    '[0 0 1000000000 1000000000]',
    '[0 0 1e308 1e308]',
    '[0 0 99999999999999999999999999999999999999999 5]',
    '[NaN NaN NaN NaN]',
    '[0 0 Infinity Infinity]',
    '[-inf -inf inf inf]',
    '[0 0 0 0]',
    '[0 0 -595 -842]',
    '[595 842 0 0]',
    '[0 0 595]',
    '[0 0 595 842 1 2 3]',
    '[]',
    '(0 0 595 842)',
    '<< >>',
    'null',
    '3 0 R',
    '99 0 R',
    '[[0 0 595 842]]',
    '[3 0 R 3 0 R 3 0 R 3 0 R]',
    '[0 0 0.0001 0.0001]',
    '[0 0 1 842]',
    '[0 0 --595 842]',
    '[0 0 +595 842]',
    '[0 0 5.9.5 842]',
    '[. . . .]',
    '[0 0 595- 842]',
    '[/A /B /C /D]',
    '[true false true false]',
    '[-1000000 -1000000 1000000 1000000]',
    '[2147483647 2147483647 2147483648 2147483648]'
  ]
  return [
    ...media.map((value, index): Case => [
      `media-box-${index + 1}`,
      pageWith(`/MediaBox ${value}`),
      either(2)
    ]),
    ['media-box-missing', pageWith(''), shown(2)],
    [
      'media-box-by-references',
      pageWith('/MediaBox [10 0 R 10 0 R 11 0 R 12 0 R]', { 10: '0', 11: '595', 12: '842' }),
      shown(2)
    ],
    ['crop-box-outside', pageWith('/MediaBox [0 0 595 842] /CropBox [5000 5000 6000 6000]'), either(2)],
    ['crop-box-empty', pageWith('/MediaBox [0 0 595 842] /CropBox [10 10 10 10]'), either(2)],
    ['crop-box-not-a-number', pageWith('/MediaBox [0 0 595 842] /CropBox [NaN 0 595 842]'), either(2)],
    ['crop-box-immense', pageWith('/MediaBox [0 0 595 842] /CropBox [-1e30 -1e30 1e30 1e30]'), either(2)]
  ]
}

function turns(): readonly Case[] {
  const values = [
    '45',
    'NaN',
    '1e20',
    '99999999999999999999',
    '(90)',
    '[90]',
    '3 0 R',
    '-90',
    '-450',
    '0.5',
    '89.9999'
  ]
  const units = ['0', '-1', 'NaN', '1e9', '1e-30', '(2)', '3 0 R', '75000']
  return [
    ...values.map((value, index): Case => [`rotate-${index + 1}`, { page: `/Rotate ${value}` }, either(2)]),
    ...units.map((value, index): Case => [
      `user-unit-${index + 1}`,
      { page: `/UserUnit ${value}` },
      either(2)
    ])
  ]
}
