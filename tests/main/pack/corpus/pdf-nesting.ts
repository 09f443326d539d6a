import { either, shown, type CorpusFile, type Expected } from './corpus-file.ts'
import { streamBody, type Body } from './raw-pdf.ts'
import { pageContent, specimenPdf, SPECIMEN_TEXTS, type Change } from './specimen-pdf.ts'

type Case = readonly [name: string, change: Change, expected: Expected]

/** Values nested far deeper than any stack, and things that are made of themselves. */
export function nestingPdfs(): readonly CorpusFile[] {
  return [...values(), ...drawings()].map(([name, change, expected]) => ({
    name: `nested-${name}.pdf`,
    bytes: specimenPdf(change).bytes,
    expected,
    texts: expected.kind === 'shown' ? SPECIMEN_TEXTS : []
  }))
}

function values(): readonly Case[] {
  const extra = (body: Body): Change => ({ resources: '/ExtGState << /G0 10 0 R >>', objects: { 10: body } })
  const deep = (open: string, close: string, depth: number) => `${open.repeat(depth)}${close.repeat(depth)}`
  const chain = Object.fromEntries(
    Array.from({ length: 5000 }, (_, index) => [10 + index, `<< /Next ${11 + index} 0 R >>`])
  )
  return [
    ...[40, 400, 10_000, 200_000].map((depth): Case => [
      `arrays-${depth}`,
      extra(`<< /A ${deep('[', ']', depth)} >>`),
      either(2)
    ]),
    ...[400, 10_000, 100_000].map((depth): Case => [
      `dictionaries-${depth}`,
      extra(deep('<< /A ', '>>', depth)),
      either(2)
    ]),
    ['arrays-not-closed', extra(`<< /A ${'['.repeat(50_000)} >>`), either(2)],
    ['dictionaries-not-closed', extra('<< /A '.repeat(50_000)), either(2)],
    ['brackets-in-a-string', { objects: { 8: `<< /Title (${deep('(', ')', 100_000)}) >>` } }, either(2)],
    ['brackets-not-closed', { objects: { 8: `<< /Title (${'('.repeat(100_000)}) >>` } }, either()],
    [
      'saved-states',
      { objects: { 4: streamBody(`${'q '.repeat(50_000)}${pageContent('SPECIMEN page 1')}`) } },
      either(2)
    ],
    [
      'restored-states',
      { objects: { 4: streamBody(`${'Q '.repeat(5000)}${pageContent('SPECIMEN page 1')}`) } },
      either(2)
    ],
    [
      'arrays-in-content',
      { objects: { 4: streamBody(`${pageContent('SPECIMEN page 1')} ${'['.repeat(20_000)}`) } },
      either(2)
    ],
    [
      'references-in-a-row',
      { resources: '/ExtGState << /G0 10 0 R >>', objects: { ...chain, 5010: '<< >>' } },
      shown(2)
    ],
    [
      'references-to-references',
      {
        resources: '/ExtGState << /G0 10 0 R >>',
        objects: { 10: '11 0 R', 11: '12 0 R', 12: '13 0 R', 13: '<< /CA 1 >>' }
      },
      either(2)
    ]
  ]
}

function drawings(): readonly Case[] {
  const form = (entries: string) =>
    streamBody('/X0 Do', `/Type /XObject /Subtype /Form /BBox [0 0 99 99] ${entries}`)
  const drawn: Change['objects'] = { 4: streamBody(`${pageContent('SPECIMEN page 1')} /X0 Do`) }
  return [
    [
      'form-draws-itself',
      {
        resources: '/XObject << /X0 10 0 R >>',
        objects: { ...drawn, 10: form('/Resources << /XObject << /X0 10 0 R >> >>') }
      },
      either(2)
    ],
    [
      'forms-draw-each-other',
      {
        resources: '/XObject << /X0 10 0 R >>',
        objects: {
          ...drawn,
          10: form('/Resources << /XObject << /X0 11 0 R >> >>'),
          11: form('/Resources << /XObject << /X0 10 0 R >> >>')
        }
      },
      either(2)
    ],
    [
      'mask-of-itself',
      {
        resources: '/ExtGState << /G0 10 0 R >> /XObject << /X0 11 0 R >>',
        objects: {
          ...drawn,
          10: '<< /SMask << /S /Alpha /G 11 0 R >> >>',
          11: form('/Group << /S /Transparency >> /Resources << /ExtGState << /G0 10 0 R >> >>')
        }
      },
      either(2)
    ],
    [
      'pattern-of-itself',
      {
        resources: '/Pattern << /P0 10 0 R >>',
        objects: {
          10: streamBody(
            '/P0 scn',
            '/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9 /Resources << /Pattern << /P0 10 0 R >> >>'
          )
        }
      },
      either(2)
    ],
    [
      'colours-of-themselves',
      { resources: '/ColorSpace << /C0 10 0 R >>', objects: { 10: '[/Indexed 10 0 R 1 <00>]' } },
      either(2)
    ],
    [
      'function-of-itself',
      {
        resources: '/ColorSpace << /C0 [/Separation /Ink /DeviceRGB 10 0 R] >>',
        objects: {
          10: '<< /FunctionType 3 /Domain [0 1] /Functions [10 0 R 10 0 R] /Bounds [0.5] /Encode [0 1 0 1] >>'
        }
      },
      either(2)
    ],
    [
      'letters-of-themselves',
      {
        resources: '/Font << /F1 7 0 R /F2 10 0 R >>',
        objects: {
          10: '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [1 0 0 1 0 0] /CharProcs << /a 11 0 R >> /Encoding << /Differences [97 /a] >> /FirstChar 97 /LastChar 97 /Widths [9] /Resources << /Font << /F2 10 0 R >> >> >>',
          11: streamBody('BT /F2 9 Tf (a) Tj ET')
        }
      },
      either(2)
    ],
    [
      'resources-itself',
      {
        objects: {
          3: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources 10 0 R >>',
          10: '10 0 R'
        }
      },
      either(2)
    ]
  ]
}
