import { deflateSync } from 'node:zlib'
import { either, shown, slip, type CorpusFile, type Expected } from './corpus-file.ts'
import { bytesOf, streamBody, type Body } from './raw-pdf.ts'
import { pageContent, specimenPdf, SPECIMEN_TEXTS, type Change } from './specimen-pdf.ts'

type Case = readonly [name: string, change: Change, expected: Expected]

const TEXT = pageContent('SPECIMEN page 1')
const content = (body: Body, objects: Change['objects'] = {}): Change => ({
  objects: { 4: body, ...objects }
})

/** Streams whose length, end, filter or list is wrong. */
export function streamPdfs(): readonly CorpusFile[] {
  return [...lengths(), ...ends(), ...filters(), ...lists(), ...pictures()].map(
    ([name, change, expected]) => ({
      name: `stream-${name}.pdf`,
      bytes: specimenPdf(change).bytes,
      expected,
      texts: expected.kind === 'shown' ? SPECIMEN_TEXTS : []
    })
  )
}

function lengths(): readonly Case[] {
  const values = [
    '0',
    '-1',
    '1',
    '35',
    '55',
    '99999',
    '999999999999',
    'NaN',
    '44.5',
    '(44)',
    'null',
    '[44]',
    '<< >>',
    '99 0 R',
    '4 0 R',
    '6 0 R',
    '2 0 R'
  ]
  return [
    ...values.map((value, index): Case => [
      `length-${index + 1}`,
      content(streamBody(TEXT, `/Length ${value}`)),
      either(2)
    ]),
    ['length-missing', content(bytesOf(`<< >>\nstream\n${TEXT}\nendstream`)), either(2)],
    [
      'length-in-another-object',
      content(streamBody(TEXT, '/Length 10 0 R'), { 10: String(TEXT.length) }),
      shown(2)
    ],
    [
      'length-in-a-ring',
      content(streamBody(TEXT, '/Length 10 0 R'), { 10: '11 0 R', 11: '10 0 R' }),
      either(2)
    ]
  ]
}

function ends(): readonly Case[] {
  return [
    ['no-end', content(bytesOf(`<< /Length ${TEXT.length} >>\nstream\n${TEXT}`)), either(2)],
    ['no-end-no-length', content(bytesOf(`<< >>\nstream\n${TEXT}`)), either(2)],
    ['end-before-the-end', content(streamBody(`${TEXT} % endstream endobj\n`)), either(2)],
    [
      'end-within-and-length-wrong',
      content(streamBody(`% endstream endobj\n${TEXT}`, '/Length 5')),
      either(2)
    ],
    [
      'carriage-return-only',
      content(bytesOf(`<< /Length ${TEXT.length} >>\nstream\r${TEXT}\nendstream`)),
      either(2)
    ],
    ['no-line-end', content(bytesOf(`<< /Length ${TEXT.length} >>\nstream ${TEXT} endstream`)), either(2)],
    ['no-space', content(bytesOf(`<</Length ${TEXT.length}>>stream\n${TEXT}endstream`)), either(2)],
    ['word-cut', content(bytesOf(`<< /Length ${TEXT.length} >>\nstrea\n${TEXT}\nendstream`)), either(2)],
    [
      'dictionary-not-closed',
      content(bytesOf(`<< /Length ${TEXT.length}\nstream\n${TEXT}\nendstream`)),
      either(2)
    ]
  ]
}

function filters(): readonly Case[] {
  const packed = deflateSync(TEXT)
  const filter = (data: Body, entries: string) => content(streamBody(data, entries))
  const parameters = [
    '/Predictor 99',
    '/Predictor 12 /Columns 999999999',
    '/Predictor 15 /Columns -1',
    '/Predictor 2 /Colors 999 /BitsPerComponent 99',
    '/Predictor (x)'
  ]
  const rubbish = Buffer.from('SPECIMEN rubbish '.repeat(20))
  const names = [
    'LZWDecode',
    'ASCII85Decode',
    'ASCIIHexDecode',
    'RunLengthDecode',
    'CCITTFaxDecode',
    'JBIG2Decode',
    'JPXDecode',
    'DCTDecode',
    'FlateDecode',
    'Crypt',
    'Unheard'
  ]
  return [
    ['deflated', filter(packed, '/Filter /FlateDecode'), shown(2)],
    ['deflated-in-a-list', filter(packed, '/Filter [/FlateDecode]'), shown(2)],
    ['deflated-cut', filter(packed.subarray(0, -6), '/Filter /FlateDecode'), either(2)],
    [
      'deflated-wrong-sum',
      filter(Buffer.concat([packed.subarray(0, -4), Buffer.alloc(4)]), '/Filter /FlateDecode'),
      either(2)
    ],
    ['deflated-and-more', filter(Buffer.concat([packed, rubbish]), '/Filter /FlateDecode'), either(2)],
    ['deflated-without-head', filter(packed.subarray(2), '/Filter /FlateDecode'), either(2)],
    [
      'deflated-twenty-times',
      filter(
        Array.from({ length: 20 }).reduce<Buffer>((bytes) => deflateSync(bytes), bytesOf(TEXT)),
        `/Filter [${'/FlateDecode '.repeat(20)}]`
      ),
      either(2)
    ],
    ['filters-10000', filter(TEXT, `/Filter [${'/ASCIIHexDecode '.repeat(10_000)}]`), either(2)],
    ['filter-itself', filter(TEXT, '/Filter 4 0 R'), either(2)],
    ['filter-a-number', filter(TEXT, '/Filter 7'), either(2)],
    ['filter-encoded', filter(packed, '/Filter /Fl#61teDecode'), shown(2)],
    ...names.map((name): Case => [`rubbish-${name}`, filter(rubbish, `/Filter /${name}`), either(2)]),
    ...names.map((name): Case => [
      `rubbish-in-a-list-${name}`,
      content('[10 0 R]', { 10: streamBody(rubbish, `/Filter /${name}`) }),
      either(2)
    ]),
    ...parameters.map((value, index): Case => [
      `parameters-${index + 1}`,
      content('[10 0 R]', { 10: streamBody(packed, `/Filter /FlateDecode /DecodeParms << ${value} >>`) }),
      either(2)
    ])
  ]
}

/** /Contents as it should not be. */
function lists(): readonly Case[] {
  const list = (value: string, objects: Change['objects'] = {}): Change => ({
    objects: {
      3: `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${value} /Resources << /Font << /F1 7 0 R >> >> >>`,
      ...objects
    }
  })
  return [
    [
      'contents-in-parts',
      list('[10 0 R 4 0 R 11 0 R]', { 10: streamBody('q'), 11: streamBody('Q') }),
      shown(2)
    ],
    ['contents-empty', list('[]'), either(2)],
    ['contents-null', list('null'), either(2)],
    ['contents-missing', list('99 0 R'), either(2)],
    ['contents-a-string', list('(q Q)'), either(2)],
    ['contents-a-dictionary', list('<< >>'), either(2)],
    ['contents-a-page', list('3 0 R'), either(2)],
    ['contents-with-nulls', list('[null 4 0 R 99 0 R (x) 7]'), either(2)],
    ['contents-itself', list('10 0 R', { 10: '[10 0 R]' }), either(2)],
    ['contents-nested', list('[[4 0 R]]'), either(2)],
    ['contents-5000-times', list(`[${'4 0 R '.repeat(5000)}]`), either(2)],
    [
      'contents-rubbish',
      content(streamBody(Buffer.from(Array.from({ length: 4000 }, (_, index) => (index * 7919) % 256)))),
      either(2)
    ],
    ['contents-unbalanced', content(streamBody(`${TEXT} BT ( << [ /F`)), either(2)],
    [
      'contents-image-not-ended',
      content(streamBody(`${TEXT} BI /W 9 /H 9 /BPC 8 /CS /G ID xxxx`)),
      either(2)
    ],
    // Not larger: poppler, which judges the text of all pages, believes it and counts to the last dot.
    [
      'contents-image-immense',
      content(streamBody(`${TEXT} BI /W 20000 /H 20000 /BPC 8 /CS /G ID x EI`)),
      either(2)
    ],
    [
      'contents-numbers-wild',
      content(streamBody(`1e999 -1e999 NaN ..-- 9999999999999999999 0 cm ${TEXT}`)),
      either(2)
    ],
    ['contents-dashes', content(streamBody(`[0 0 0] 0 d [1e-30] 0 d 0 0 m 1e9 1e9 l ${TEXT}`)), either(2)]
  ]
}

/** Pictures, masks and letters inside of a document that are not what they say. */
function pictures(): readonly Case[] {
  const image = (entries: string, data: Body = 'xxx'): Change => ({
    resources: '/XObject << /X0 10 0 R >>',
    objects: {
      4: streamBody(`${TEXT} q 99 0 0 99 0 0 cm /X0 Do Q`),
      10: streamBody(
        data,
        `/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceRGB /BitsPerComponent 8 ${entries}`
      )
    }
  })
  const font = (entries: string, objects: Change['objects'] = {}): Change => ({
    objects: { 7: `<< /Type /Font /BaseFont /Helvetica ${entries} >>`, ...objects }
  })
  return [
    ['picture-too-few-bytes', image('/Width 500 /Height 500'), either(2)],
    ['picture-not-jpeg', image('/Filter /DCTDecode'), either(2)],
    ['picture-not-jpx', image('/Filter /JPXDecode'), either(2)],
    ['picture-not-jbig2', image('/Filter /JBIG2Decode /DecodeParms << /JBIG2Globals 10 0 R >>'), either(2)],
    ['picture-masks-itself', image('/SMask 10 0 R /Mask 10 0 R'), either(2)],
    ['picture-profile-rubbish', image('/ColorSpace [/ICCBased 11 0 R]'), either(2)],
    ['picture-unheard-colours', image('/ColorSpace [/Unheard 1 2 3]'), either(2)],
    ['picture-index-too-large', image('/ColorSpace [/Indexed /DeviceRGB 999999 <00>]'), either(2)],
    ['picture-negative', image('/Width -5 /Height -5'), either(2)],
    [
      'font-rubbish',
      font('/Subtype /TrueType /FontDescriptor << /FontFile2 11 0 R >>', {
        11: streamBody('SPECIMEN rubbish')
      }),
      either(2)
    ],
    ['font-of-itself', font('/Subtype /Type0 /DescendantFonts [7 0 R] /Encoding /Identity-H'), either(2)],
    [
      'font-map-rubbish',
      font('/Subtype /Type1 /ToUnicode 11 0 R', {
        11: streamBody('1 beginbfrange <00> <FFFFFFFF> <0000> endbfrange')
      }),
      either(2)
    ],
    [
      'font-map-of-itself',
      font('/Subtype /Type1 /ToUnicode 11 0 R', { 11: streamBody('', '/UseCMap 11 0 R') }),
      either(2)
    ],
    ['pages-of-only-strings', { objects: { 2: '(x)' } }, slip('pdf-broken')]
  ]
}
