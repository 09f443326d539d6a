import { either, shown, type CorpusFile } from './corpus-file.ts'
import { CORPUS_SEED, randomOf, type Random } from './random.ts'
import { buildPdf, bytesOf, streamBody, type Body, type Form } from './raw-pdf.ts'
import { pageContent, specimenPdf, SPECIMEN_TEXTS } from './specimen-pdf.ts'

const FORMS: readonly Form[] = ['table', 'stream', 'object-streams']
const CUTS = 22
const HITS = 22

/** A document that was saved again: its first page was changed behind the end of the old one. */
export function savedAgain(): Buffer {
  const { bytes, xrefAt } = specimenPdf()
  const at = bytes.length
  const changed = Buffer.concat([
    bytesOf('4 0 obj\n'),
    streamBody(pageContent('SPECIMEN page 1 again')),
    bytesOf('\nendobj\n')
  ])
  const table = `xref\n4 1\n${String(at).padStart(10, '0')} 00000 n \ntrailer\n<< /Size 9 /Root 1 0 R /Info 8 0 R /Prev ${xrefAt} >>\nstartxref\n${at + changed.length}\n%%EOF\n`
  return Buffer.concat([bytes, changed, bytesOf(table)])
}

const bases = (): readonly (readonly [string, Buffer])[] => [
  ...FORMS.map((form) => [form, specimenPdf({ form }).bytes] as const),
  ['saved-again', savedAgain()]
]

/** Sound ones, so that a test in which everything is a slip does not pass. */
export function soundPdfs(): readonly CorpusFile[] {
  const twenty: readonly number[] = Array.from({ length: 20 }, (_, index) => index)
  const many = buildPdf({
    objects: new Map<number, Body>([
      [1, '<< /Type /Catalog /Pages 2 0 R >>'],
      [
        2,
        `<< /Type /Pages /Count 20 /MediaBox [0 0 300 300] /Kids [${twenty.map((index) => `${10 + index} 0 R`).join(' ')}] >>`
      ],
      [3, streamBody('0 0 100 100 re f')],
      ...twenty.map((index) => [10 + index, '<< /Type /Page /Parent 2 0 R /Contents 3 0 R >>'] as const)
    ]),
    trailer: '/Root 1 0 R'
  })
  return [
    ...bases().map(([name, bytes]): CorpusFile => ({
      name: `sound-${name}.pdf`,
      bytes,
      expected: shown(2),
      texts: SPECIMEN_TEXTS
    })),
    { name: 'sound-twenty-pages.pdf', bytes: many.bytes, expected: shown(20), texts: [] }
  ]
}

/** Cut off at places all over the file, as a broken transfer leaves it. */
export function truncatedPdfs(): readonly CorpusFile[] {
  return bases().flatMap(([name, bytes]) =>
    Array.from({ length: CUTS }, (_, cut) => ({
      name: `truncated-${name}-${cut + 1}.pdf`,
      bytes: bytes.subarray(0, Math.floor((bytes.length * (cut + 1)) / (CUTS + 1))),
      expected: either(2),
      texts: name === 'saved-again' ? [] : SPECIMEN_TEXTS
    }))
  )
}

/** Bytes flipped, lost, doubled, blanked or put in at random. What is left of it nobody can say. */
export function brokenPdfs(): readonly CorpusFile[] {
  const random = randomOf(CORPUS_SEED)
  return bases().flatMap(([name, bytes]) =>
    Array.from({ length: HITS }, (_, hit) => ({
      name: `damaged-${name}-${hit + 1}.pdf`,
      bytes: damage(bytes, random),
      expected: either(),
      texts: []
    }))
  )
}

export function damage(bytes: Buffer, random: Random): Buffer {
  const at = random(bytes.length)
  const length = 1 + random(Math.min(60, bytes.length))
  const [before, hit, after] = [
    bytes.subarray(0, at),
    bytes.subarray(at, at + length),
    bytes.subarray(at + length)
  ]
  const noise = Buffer.from(Array.from({ length }, () => random(256)))
  const ways = [
    () => [before, hit.map((byte) => byte ^ (1 << random(8))), after],
    () => [before, after],
    () => [before, hit, hit, after],
    () => [before, Buffer.alloc(hit.length), after],
    () => [before, noise, hit, after],
    () => [before, noise.subarray(0, hit.length), after],
    () => [before, hit.map((byte) => (byte >= 0x30 && byte <= 0x39 ? 0x30 + random(10) : byte)), after]
  ]
  return Buffer.concat(ways[random(ways.length)]?.() ?? [])
}
