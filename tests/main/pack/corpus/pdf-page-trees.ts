import { either, shown, slip, type CorpusFile, type Expected } from './corpus-file.ts'
import { buildPdf, streamBody, type Body } from './raw-pdf.ts'
import { specimenPdf, SPECIMEN_TEXTS, type Change } from './specimen-pdf.ts'

type Case = readonly [name: string, change: Change, expected: Expected]

const BROKEN = slip('pdf-broken')
const pages = (body: string): Change => ({ objects: { 2: body } })
const kids = (list: string, count = 2) => pages(`<< /Type /Pages /Kids [${list}] /Count ${count} >>`)

/** Page trees that lead in circles, lie about themselves or have nothing in them. */
export function pageTreePdfs(): readonly CorpusFile[] {
  const small = [...cycles(), ...lies()].map(([name, change, expected]) => ({
    name: `tree-${name}.pdf`,
    bytes: specimenPdf(change).bytes,
    expected,
    texts: expected.kind === 'shown' && expected.pages === 2 ? SPECIMEN_TEXTS : []
  }))
  return [...small, ...large()]
}

function cycles(): readonly Case[] {
  return [
    ['kid-itself', kids('2 0 R'), BROKEN],
    ['kid-itself-behind-pages', kids('3 0 R 5 0 R 2 0 R'), BROKEN],
    [
      'ring-of-two',
      {
        objects: {
          2: '<< /Type /Pages /Kids [10 0 R] /Count 2 >>',
          10: '<< /Type /Pages /Kids [2 0 R] /Count 2 >>'
        }
      },
      BROKEN
    ],
    [
      'ring-of-three',
      {
        objects: {
          2: '<< /Type /Pages /Kids [10 0 R] >>',
          10: '<< /Kids [11 0 R] >>',
          11: '<< /Kids [3 0 R 10 0 R] >>'
        }
      },
      BROKEN
    ],
    ['kid-is-the-catalog', kids('1 0 R'), either()],
    [
      'parent-itself',
      { objects: { 2: '<< /Type /Pages /Parent 2 0 R /Kids [3 0 R 5 0 R] /Count 2 >>' } },
      shown(2)
    ],
    ['parents-in-a-ring', { pages: '/Parent 3 0 R' }, shown(2)],
    ['kids-itself', { objects: { 2: '<< /Type /Pages /Kids 10 0 R >>', 10: '10 0 R' } }, BROKEN],
    ['pages-itself', pages('2 0 R'), BROKEN],
    ['box-itself', { objects: { 10: '10 0 R' }, page: '/CropBox 10 0 R' }, either(2)]
  ]
}

function lies(): readonly Case[] {
  const count = (value: string): Change => pages(`<< /Type /Pages /Kids [3 0 R 5 0 R] /Count ${value} >>`)
  const counts = ['0', '-1', '1', '3', '1000000000', '1e9', 'NaN', '(2)', 'null', '2 0 R', '2.5']
  return [
    ...counts.map((value, index): Case => [`count-${index + 1}`, count(value), either(2)]),
    ['count-missing', pages('<< /Type /Pages /Kids [3 0 R 5 0 R] >>'), shown(2)],
    ['no-pages', { objects: { 1: '<< /Type /Catalog >>' } }, BROKEN],
    ['pages-missing', { objects: { 2: null } }, BROKEN],
    ['pages-a-number', { objects: { 1: '<< /Type /Catalog /Pages 2 >>' } }, BROKEN],
    ['pages-a-string', pages('(Pages)'), BROKEN],
    ['pages-an-array', pages('[3 0 R 5 0 R]'), BROKEN],
    ['pages-is-a-page', { objects: { 1: '<< /Type /Catalog /Pages 3 0 R >>' } }, either()],
    ['zero-pages', kids('', 0), BROKEN],
    [
      'zero-pages-below',
      {
        objects: {
          2: '<< /Type /Pages /Kids [10 0 R] /Count 0 >>',
          10: '<< /Type /Pages /Kids [] /Count 0 >>'
        }
      },
      BROKEN
    ],
    ['kids-missing', pages('<< /Type /Pages /Count 2 >>'), BROKEN],
    ['kids-a-reference', pages('<< /Type /Pages /Kids 3 0 R /Count 2 >>'), either()],
    ['kids-a-dictionary', pages('<< /Type /Pages /Kids << /A 3 0 R >> /Count 2 >>'), either()],
    ['kid-null', kids('3 0 R null 5 0 R'), either(2)],
    ['kid-missing', kids('3 0 R 99 0 R 5 0 R', 3), either(3)],
    ['kid-a-number', kids('3 0 R 4 5 0 R'), either()],
    ['kid-a-stream', kids('3 0 R 4 0 R 5 0 R'), either()],
    ['kid-a-string', kids('3 0 R (page) 5 0 R'), either()],
    ['kid-in-place', kids('3 0 R << /Type /Page /MediaBox [0 0 9 9] /Contents 4 0 R >>'), either(2)],
    ['kid-three-times', kids('3 0 R 3 0 R 3 0 R', 3), shown(3)],
    ['types-missing', { objects: { 2: '<< /Kids [3 0 R 5 0 R] /Count 2 >>' } }, shown(2)],
    ['types-wrong', { objects: { 2: '<< /Type /Page /Kids [3 0 R 5 0 R] /Count 2 >>' } }, either(2)],
    [
      'page-says-pages',
      { objects: { 5: '<< /Type /Pages /Parent 2 0 R /Contents 6 0 R /MediaBox [0 0 595 842] >>' } },
      either(2)
    ],
    ['page-empty', { objects: { 5: '<< >>' } }, either(2)],
    ['page-template', { objects: { 5: '<< /Type /Template /Contents 6 0 R >>' } }, either(2)]
  ]
}

interface Tree {
  readonly name: string
  readonly nodes: Iterable<readonly [number, Body]>
  readonly expected: Expected
}

/** Trees of a size or a shape that would keep a careless reader busy for ever. */
function large(): readonly CorpusFile[] {
  const leaf = '<< /Type /Page /MediaBox [0 0 200 200] /Contents 3 0 R >>'
  const node = (list: string) => `<< /Type /Pages /Kids [${list}] /Count 1 >>`
  const down = (depth: number): [number, Body][] =>
    Array.from({ length: depth }, (_, index) => [
      10 + index,
      index === depth - 1 ? leaf : node(`${11 + index} 0 R`)
    ])
  const doubling = (depth: number): [number, Body][] =>
    Array.from({ length: depth }, (_, index) => [
      10 + index,
      index === depth - 1 ? leaf : node(`${11 + index} 0 R ${11 + index} 0 R`)
    ])
  const trees: readonly Tree[] = [
    { name: 'deep-100', nodes: down(100), expected: shown(1) },
    { name: 'deep-3000', nodes: down(3000), expected: either(1) },
    { name: 'doubling-4', nodes: doubling(4), expected: shown(8) },
    { name: 'doubling-40', nodes: doubling(40), expected: slip('pdf-too-large', 'pdf-broken') },
    {
      name: 'doubling-to-nothing-60',
      nodes: [...doubling(60), [69, node('')]],
      expected: slip('pdf-too-large', 'pdf-broken')
    },
    {
      name: 'wide-6000',
      nodes: [
        [10, node('11 0 R '.repeat(6000))],
        [11, leaf]
      ],
      expected: slip('pdf-too-large')
    },
    {
      name: 'wide-100000-nulls',
      nodes: [[10, node('null '.repeat(100_000))]],
      expected: slip('pdf-too-large', 'pdf-broken')
    }
  ]
  return trees.map(({ name, nodes, expected }) => ({
    name: `tree-${name}.pdf`,
    bytes: buildPdf({
      objects: new Map<number, Body>([
        [1, '<< /Type /Catalog /Pages 10 0 R >>'],
        [3, streamBody('0 0 50 50 re f')],
        ...nodes
      ]),
      trailer: '/Root 1 0 R',
      form: 'object-streams'
    }).bytes,
    expected,
    texts: []
  }))
}
