import { either, shown, slip, type CorpusFile, type Expected } from './corpus-file.ts'
import { bytesOf, objectStream, streamBody, xrefTable, type BuiltPdf } from './raw-pdf.ts'
import { specimenPdf, SPECIMEN_TEXTS } from './specimen-pdf.ts'

type Case = readonly [name: string, bytes: Buffer, expected: Expected]

const BROKEN = slip('pdf-broken')

/** Replaces text of the same document; a case whose text is not there would test nothing. */
function edited({ bytes }: BuiltPdf, from: RegExp, to: string): Buffer {
  const text = bytes.toString('latin1')
  if (!from.test(text)) throw new Error(`nothing to change: ${from.source}`)
  return bytesOf(text.replace(from, to))
}

/** Another end in the place of the cross-reference: what a table says, and what the trailer says. */
function withEnd(end: (built: BuiltPdf) => string): Buffer {
  const built = specimenPdf()
  return Buffer.concat([built.bytes.subarray(0, built.xrefAt), bytesOf(end(built))])
}

const tail = (at: number | string) => `startxref\n${at}\n%%EOF\n`
const ROOT = '/Root 1 0 R'

/** Cross-references that lead astray, in circles or nowhere. Every object is there; a reader may look for it. */
export function referencePdfs(): readonly CorpusFile[] {
  return [...starts(), ...loops(), ...tables(), ...trailers(), ...streams()].map(
    ([name, bytes, expected]) => ({
      name: `reference-${name}.pdf`,
      bytes,
      expected,
      texts: SPECIMEN_TEXTS
    })
  )
}

function starts(): readonly Case[] {
  const sound = specimenPdf()
  const places = [
    '',
    '0',
    '1',
    '-5',
    '99999999',
    '99999999999999999999',
    'NaN',
    '0x1F',
    '12.5',
    String(sound.xrefAt + 3)
  ]
  return [
    ...places.map((place, index): Case => [
      `start-${index + 1}`,
      edited(sound, /startxref\n\d+/, `startxref\n${place}`),
      either(2)
    ]),
    ['no-start', edited(sound, /startxref\n\d+\n/, ''), either(2)],
    ['no-end-mark', edited(sound, /%%EOF\n/, ''), shown(2)],
    ['two-ends', Buffer.concat([sound.bytes, bytesOf(tail(7))]), either(2)],
    ['much-behind', Buffer.concat([sound.bytes, Buffer.alloc(100_000)]), either(2)]
  ]
}

function loops(): readonly Case[] {
  const withPrev = (prev: (built: BuiltPdf) => number | string) =>
    withEnd((built) => `${xrefTable(built.offsets, 9, `${ROOT} /Prev ${prev(built)}`)}${tail(built.xrefAt)}`)
  return [
    ['prev-itself', withPrev(({ xrefAt }) => xrefAt), either(2)],
    ['prev-nowhere', withPrev(() => 99_999_999), either(2)],
    ['prev-negative', withPrev(() => -1), either(2)],
    ['prev-not-a-number', withPrev(() => '(here)'), either(2)],
    ['prev-a-stream', withPrev(({ offsets }) => offsets.get(4) ?? 0), either(2)],
    ['prev-a-reference-to-itself', withPrev(() => '1 0 R'), either(2)],
    ['prev-in-a-ring', ring(2), either(2)],
    ['prev-in-a-ring-of-50', ring(50), either(2)],
    ['prev-chain-of-1000', chain(1000), either(2)],
    [
      'hybrid-leads-to-the-table',
      withEnd(
        (built) => `${xrefTable(built.offsets, 9, `${ROOT} /XRefStm ${built.xrefAt}`)}${tail(built.xrefAt)}`
      ),
      either(2)
    ]
  ]
}

/** Tables that each name the one before, the first of them the last. */
function ring(count: number): Buffer {
  return withEnd((built) => {
    const length = sectionOf(built, 0).length
    const last = built.xrefAt + (count - 1) * length
    const sections = Array.from({ length: count }, (_, index) =>
      sectionOf(built, index === 0 ? last : built.xrefAt + (index - 1) * length)
    )
    return `${sections.join('')}${tail(last)}`
  })
}

function chain(count: number): Buffer {
  return withEnd((built) => {
    const length = sectionOf(built, 0).length
    const empty = (index: number) =>
      `xref\n0 0\ntrailer\n<< ${ROOT} /Size 9 /Prev ${String(index === 0 ? built.xrefAt : built.xrefAt + length + (index - 1) * 64).padStart(10, '0')} >>\n`.padEnd(
        64
      )
    return `${sectionOf(built, 0).replace(/\/Prev \d+/, '')}${''.padEnd(17)}${Array.from({ length: count }, (_, index) => empty(index)).join('')}${tail(built.xrefAt + length + (count - 1) * 64)}`
  })
}

const sectionOf = (built: BuiltPdf, prev: number) =>
  xrefTable(built.offsets, 9, `${ROOT} /Prev ${String(prev).padStart(10, '0')}`)

function tables(): readonly Case[] {
  const moved = (change: (offset: number, number: number) => number) =>
    withEnd((built) => {
      const offsets = new Map([...built.offsets].map(([number, at]) => [number, change(at, number)]))
      return `${xrefTable(offsets, 9, ROOT)}${tail(built.xrefAt)}`
    })
  const table = (change: (text: string) => string) =>
    withEnd((built) => `${change(xrefTable(built.offsets, 9, ROOT))}${tail(built.xrefAt)}`)
  return [
    ['one-byte-late', moved((at) => at + 1), either(2)],
    ['one-byte-early', moved((at) => at - 1), either(2)],
    ['far-off', moved((at) => at + 40), either(2)],
    ['all-at-one-place', moved(() => 15), either(2)],
    ['all-beyond-the-end', moved(() => 9_999_999), either(2)],
    ['two-swapped', moved((at, number) => (number === 3 ? at + 200 : at)), either(2)],
    ['rows-of-19-bytes', table((text) => text.replace(/ \n/g, '\n')), either(2)],
    ['rows-of-21-bytes', table((text) => text.replace(/ \n/g, ' \r\n')), either(2)],
    ['all-free', table((text) => text.replace(/00000 n/g, '65535 f')), either(2)],
    ['numbered-from-1', table((text) => text.replace('0 9', '1 9')), either(2)],
    ['count-too-large', table((text) => text.replace('0 9', '0 90')), either(2)],
    ['count-too-small', table((text) => text.replace('0 9', '0 4')), either(2)],
    ['count-immense', table((text) => text.replace('0 9', '0 999999999')), either(2)],
    ['first-immense', table((text) => text.replace('0 9', '4294967295 9')), either(2)],
    ['count-negative', table((text) => text.replace('0 9', '0 -9')), either(2)],
    ['letters-in-rows', table((text) => text.replace(/00000 n/g, '00000 q')), either(2)],
    ['no-rows', table((text) => text.replace(/\d{10} \d{5} [nf] \n/g, '')), either(2)],
    ['generation-65535', table((text) => text.replace(/00000 n/g, '65535 n')), either(2)]
  ]
}

function trailers(): readonly Case[] {
  const trailer = (text: string) =>
    withEnd((built) => `${xrefTable(built.offsets, 9, ROOT).replace(/<< .* >>/, text)}${tail(built.xrefAt)}`)
  const root = (value: string) => trailer(`<< /Size 9 /Root ${value} >>`)
  return [
    ['size-0', trailer(`<< /Size 0 ${ROOT} >>`), either(2)],
    ['size-negative', trailer(`<< /Size -1 ${ROOT} >>`), either(2)],
    ['size-immense', trailer(`<< /Size 2147483648 ${ROOT} >>`), either(2)],
    ['no-size', trailer(`<< ${ROOT} >>`), either(2)],
    ['no-root', trailer('<< /Size 9 >>'), either(2)],
    ['root-missing', root('99 0 R'), either(2)],
    ['root-is-the-page-tree', root('2 0 R'), either(2)],
    ['root-is-a-stream', root('4 0 R'), either(2)],
    ['root-is-a-number', root('1'), either(2)],
    ['root-in-place', root('<< /Type /Catalog /Pages 2 0 R >>'), either(2)],
    ['trailer-empty', trailer('<< >>'), either(2)],
    ['trailer-not-closed', trailer(`<< /Size 9 ${ROOT}`), either(2)],
    ['trailer-missing', withEnd(({ xrefAt }) => tail(xrefAt)), either(2)],
    ['trailer-an-array', trailer(`[ /Size 9 ${ROOT} ]`), either(2)],
    ['root-itself', specimenPdf({ objects: { 1: '1 0 R' } }).bytes, BROKEN],
    ['root-in-a-ring', specimenPdf({ objects: { 1: '10 0 R', 10: '11 0 R', 11: '1 0 R' } }).bytes, BROKEN],
    ['info-itself', specimenPdf({ objects: { 8: '8 0 R' } }).bytes, either(2)],
    ['info-is-a-page', specimenPdf({ objects: { 8: '3 0 R' } }).bytes, either(2)]
  ]
}

function streams(): readonly Case[] {
  const stream = specimenPdf({ form: 'stream' })
  const widths = ['[0 0 0]', '[-1 4 2]', '[1 99 2]', '[1 4]', '[1 4 2 9]', '(x)', '[1 4 9999999]', '[8 8 8]']
  const indexes = ['[0]', '[0 999999999]', '[99 10]', '[-5 10]', '[0 10 0 10 0 10]', '(x)']
  const inside = (body: Buffer) => specimenPdf({ form: 'stream', objects: { 10: body } }).bytes
  return [
    ...widths.map((value, index): Case => [
      `widths-${index + 1}`,
      edited(stream, /\/W \[1 4 2\]/, `/W ${value}`),
      either(2)
    ]),
    ...indexes.map((value, index): Case => [
      `index-${index + 1}`,
      edited(stream, /\/W \[1 4 2\]/, `/W [1 4 2] /Index ${value}`),
      either(2)
    ]),
    ['stream-not-deflated', edited(stream, /\/W \[1 4 2\] \/Filter \/FlateDecode/, '/W [1 4 2]'), either(2)],
    ['stream-size-immense', edited(stream, /\/XRef \/Size \d+/, '/XRef /Size 999999999'), either(2)],
    ['objects-extend-themselves', inside(objectStream([[11, '(x)']], '/Extends 10 0 R')), either(2)],
    ['objects-count-immense', inside(edit(objectStream([[11, '(x)']]), '/N 1', '/N 999999999')), either(2)],
    ['objects-count-negative', inside(edit(objectStream([[11, '(x)']]), '/N 1', '/N -1')), either(2)],
    [
      'objects-first-beyond',
      inside(edit(objectStream([[11, '(x)']]), '/First 5', '/First 99999')),
      either(2)
    ],
    ['objects-hold-themselves', inside(objectStream([[10, '(x)']])), either(2)],
    ['objects-hold-the-catalog-again', inside(objectStream([[1, '<< /Type /Catalog >>']])), either()],
    ['objects-without-number', inside(edit(objectStream([[11, '(x)']]), '/N 1', '')), either(2)],
    [
      'objects-in-a-filter-chain',
      inside(
        streamBody(
          '11 0 (x)',
          '/Type /ObjStm /N 1 /First 5 /Filter [/ASCIIHexDecode /LZWDecode /FlateDecode]'
        )
      ),
      either(2)
    ]
  ]
}

const edit = (body: Buffer, from: string, to: string) => bytesOf(body.toString('latin1').replace(from, to))
