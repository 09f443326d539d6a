import { either, shown, type CorpusFile, type Expected } from './corpus-file.ts'
import { bytesOf, streamBody, type Body } from './raw-pdf.ts'
import { pageContent, pageWith, specimenPdf, SPECIMEN_TEXTS, type Change } from './specimen-pdf.ts'

type Case = readonly [name: string, change: Change, expected: Expected]

/** Titles nobody can decode, and keys that no one writes so. */
export function namePdfs(): readonly CorpusFile[] {
  return [...titles(), ...keys()].map(([name, change, expected]) => ({
    name: `name-${name}.pdf`,
    bytes: specimenPdf(change).bytes,
    expected,
    texts: expected.kind === 'shown' ? SPECIMEN_TEXTS : []
  }))
}

const info = (title: Body): Change => ({
  objects: { 8: Buffer.concat([bytesOf('<< /Title '), bytesOf(title), bytesOf(' /Author (x) >>')]) }
})

/** Titles nobody can decode; none of them may reach the pack, and none may stop it. */
function titles(): readonly Case[] {
  const xmp = (text: string): Change => ({
    catalog: '/Metadata 10 0 R',
    objects: { 10: streamBody(text, '/Type /Metadata /Subtype /XML') }
  })
  const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "SPECIMEN">${'bcdefghi'.replace(/./g, (name) => `<!ENTITY ${name} "${`&${String.fromCharCode(name.charCodeAt(0) - 1)};`.repeat(10)}">`)}]><x>&i;</x>`
  const wild: readonly Body[] = [
    '<FEFF>',
    '<FEFF0>',
    '<FEFFD800>',
    '<FEFFDC00D800>',
    '<FEFF00410>',
    '<FFFE4100>',
    '<EFBBBFC328>',
    '<EFBBBFEDA080>',
    '<FEFFFFFFFFFE0000>',
    '<FEFF202E0041200B0042>',
    '<>',
    '<ZZ>',
    '<FEFF',
    '(\\376\\377\\330)',
    '(\\999\\8\\',
    '()',
    '(()',
    '(\\(\\)',
    'null',
    '8 0 R',
    '99',
    Buffer.from([0x28, 0xfe, 0xff, 0x00, 0x29, 0x29]),
    `(${'SPECIMEN '.repeat(12_000)})`,
    `<FEFF${'D83DDE00'.repeat(9000)}>`
  ]
  return [
    ...wild.map((title, index): Case => [`title-${index + 1}`, info(title), either(2)]),
    ['dates', { objects: { 8: '<< /CreationDate (D:99999999999999) /ModDate (yesterday) >>' } }, shown(2)],
    ['date-in-utf-16', { objects: { 8: '<< /CreationDate <FEFF0044003A> >>' } }, shown(2)],
    ['metadata-bomb', xmp(bomb), shown(2)],
    ['metadata-of-a-file', xmp('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'), shown(2)],
    [
      'outline-title',
      {
        catalog: '/Outlines 10 0 R',
        objects: {
          10: '<< /First 11 0 R /Last 11 0 R /Count 1 >>',
          11: '<< /Title <FEFFD800> /Parent 10 0 R /Dest [3 0 R /Fit] >>'
        }
      },
      shown(2)
    ],
    [
      'outline-in-a-ring',
      {
        catalog: '/Outlines 10 0 R',
        objects: {
          10: '<< /First 11 0 R /Last 12 0 R /Count 2 >>',
          11: '<< /Title (a) /Next 12 0 R /First 10 0 R >>',
          12: '<< /Title (b) /Next 11 0 R >>'
        }
      },
      shown(2)
    ],
    [
      'outline-next-itself',
      {
        catalog: '/Outlines 10 0 R',
        objects: { 10: '<< /First 10 0 R /Next 10 0 R /Last 10 0 R /Title (a) >>' }
      },
      shown(2)
    ],
    [
      'labels-and-names-in-a-ring',
      {
        catalog: '/Names << /Dests 10 0 R >> /PageLabels 10 0 R /Dests 11 0 R',
        objects: { 10: '<< /Kids [10 0 R 10 0 R] >>', 11: '<< /a 11 0 R >>' }
      },
      shown(2)
    ]
  ]
}

/** Keys written with `#xx`, twice, or as no one writes them. */
function keys(): readonly Case[] {
  return [
    ['key-encoded', pageWith('/Med#69aBox [0 0 595 842] /R#6ftate 0'), shown(2)],
    [
      'key-encoded-type',
      {
        objects: {
          5: '<< /#54ype /#50age /Parent 2 0 R /Media#42ox [0 0 595 842] /Content#73 6 0 R /Resources << /Font << /F#31 7 0 R >> >> >>'
        }
      },
      shown(2)
    ],
    ['key-half-encoded', { page: '/A#4 1 /B#G0 2 /C# 3 /D#00E 4' }, either(2)],
    ['key-empty', { page: '/ 1 / 2' }, either(2)],
    ['key-70000-long', { page: `/${'K'.repeat(70_000)} 1` }, either(2)],
    ['key-not-ascii', { page: '/\xff\xfe\x80 1 /\u00e9 2' }, either(2)],
    ['key-no-name', { page: '1 2 (three) 4' }, either(2)],
    ['key-odd-count', { page: '/Lonely' }, either(2)],
    ['twice-rotate', { page: '/Rotate 90 /Rotate 0' }, either(2)],
    [
      'twice-kids',
      { objects: { 2: '<< /Type /Pages /Kids [99 0 R] /Kids [3 0 R 5 0 R] /Count 2 >>' } },
      either(2)
    ],
    [
      'twice-contents',
      {
        objects: {
          3: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 99 0 R /Contents 4 0 R /Resources << /Font << /F1 7 0 R >> >> >>'
        }
      },
      either(2)
    ],
    [
      'twice-length',
      { objects: { 4: streamBody(pageContent('SPECIMEN page 1'), '/Length 3 /Length 45') } },
      either(2)
    ],
    [
      'twice-the-object',
      { objects: { 10: '<< >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>' } },
      either()
    ],
    ['twice-key-and-encoded', { page: '/Rotate 0 /R#6ftate 0' }, either(2)]
  ]
}
