import { either, slip, type CorpusFile, type Expected } from './corpus-file.ts'
import { bytesOf, streamBody } from './raw-pdf.ts'
import { pageContent, specimenPdf, SPECIMEN_TEXTS, type Change } from './specimen-pdf.ts'

type Case = readonly [name: string, change: Change, expected: Expected]

/** Numbers and names beyond what readers hold, notes far from any page, and things that many pages share. */
export function excessPdfs(): readonly CorpusFile[] {
  return [...numbers(), ...notes(), ...shares()].map(([name, change, expected]) => ({
    name: `excess-${name}.pdf`,
    bytes: specimenPdf(change).bytes,
    expected,
    texts: expected.kind === 'either' && expected.pages === 2 ? SPECIMEN_TEXTS : []
  }))
}

function numbers(): readonly Case[] {
  const values = [
    '9'.repeat(20),
    '9'.repeat(400),
    '1'.repeat(100_000),
    `-${'9'.repeat(30)}.5`,
    `0.${'0'.repeat(5000)}1`,
    '1e400',
    '--5',
    '2147483648'
  ]
  const drawn = (entries: string): Change => ({ resources: `/ExtGState << /G0 << ${entries} >> >>` })
  return [
    ...values.map((value, index): Case => [
      `number-${index + 1}`,
      drawn(`/LW ${value} /D [[${value}] 0]`),
      either(2)
    ]),
    ['name-with-zero', drawn('/LC /a#00b /#00 1'), either(2)],
    ['name-with-stray-sign', drawn('/LC /a#zb /b# 1'), either(2)],
    [
      'script-among-fonts',
      { resources: '/ExtGState << /JS (app.alert\\(1\\)) /#4a#53 7 >> /ColorSpace << /JavaScript (x) >>' },
      either(2)
    ]
  ]
}

function notes(): readonly Case[] {
  const note = (rect: string, form: string): Change => ({
    page: '/Annots [10 0 R]',
    objects: {
      10: `<< /Type /Annot /Subtype /Stamp /Rect ${rect} /AP << /N 11 0 R >> >>`,
      11: streamBody('0 0 9 9 re f', `/Type /XObject /Subtype /Form ${form}`)
    }
  })
  return [
    ['note-far-off', note('[99999999999999999999 0 1 1]', '/BBox [0 0 9 9]'), either(2)],
    ['note-turned-away', note('[0 0 9 9]', '/BBox [0 0 9 9] /Matrix [1 0 0 1 1e38 1e38]'), either(2)],
    [
      'note-without-end',
      note('[0 0 9 9]', `/BBox [0 0 9 9] /Matrix [${'9'.repeat(200)} 0 0 1 0 0]`),
      either(2)
    ],
    ['note-of-itself', { page: '/Annots [10 0 R]', objects: { 10: '<< /AP 10 0 R /N 10 0 R >>' } }, either(2)]
  ]
}

/** One page many times: what it holds must not be written as often. */
function shares(): readonly Case[] {
  const kids = (count: number) => `<< /Type /Pages /Kids [${'3 0 R '.repeat(count)}] /Count ${count} >>`
  const long = Buffer.concat([bytesOf(pageContent('SPECIMEN page 1')), Buffer.alloc(1_000_000, ' ')])
  const many = `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents 4 0 R /Resources << /Font << /F1 7 0 R >> /X [${'0 '.repeat(200_000)}] >> >>`
  return [
    ['same-long-content', { objects: { 2: kids(1000), 4: streamBody(long) } }, slip('pdf-too-large')],
    ['same-large-resources', { objects: { 2: kids(30), 3: many } }, either(30)]
  ]
}
