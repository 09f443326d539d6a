import { realpath } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { liveExhibits, type Dossier } from '../../shared/domain/dossier.ts'
import { addPack } from '../../shared/domain/dossier-edit.ts'
import { formatExhibitNumber } from '../../shared/domain/exhibit.ts'
import type { PackFinding } from '../../shared/domain/pack-job.ts'
import { nextPackCode } from '../../shared/domain/pack-name.ts'
import { PACK_ORDERS, USUAL_PACK_ORDER, type PackOrder } from '../../shared/domain/pack-order.ts'
import { PACK_LANGUAGES, type PackLanguage, type PackRecord } from '../../shared/domain/pack-record.ts'
import { done } from '../../shared/domain/result.ts'
import { makePack } from '../pack/make-pack.ts'
import type { Bag } from '../vault/bag.ts'
import { needed, readArguments, readFolder } from './arguments.ts'
import { EXIT, UsageError, type ExitCode, type Terminal } from './terminal.ts'
import { fail, withBag } from './with-bag.ts'
import { sentenceOf } from './words.ts'

/** The people who receive packs read Russian. */
const DEFAULT_LANGUAGE: PackLanguage = 'ru'

/** `closeout pack DIR --out pack.pdf` */
export function makePackFile(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readArguments(
    args,
    {
      out: { type: 'string' },
      language: { type: 'string' },
      order: { type: 'string' },
      exhibit: { type: 'string', multiple: true },
      replace: { type: 'boolean' },
      json: { type: 'boolean' }
    },
    terminal
  )
  const { folder } = readFolder(positionals, terminal)
  const target = needed(values.out, '--out', terminal)
  const language = PACK_LANGUAGES.find((one) => one === (values.language ?? DEFAULT_LANGUAGE))
  if (language === undefined) {
    throw new UsageError(terminal.words.usage.badChoice('--language', PACK_LANGUAGES.join(', ')))
  }
  const order = PACK_ORDERS.find((one) => one === (values.order ?? USUAL_PACK_ORDER))
  if (order === undefined) {
    throw new UsageError(terminal.words.usage.badChoice('--order', PACK_ORDERS.join(', ')))
  }
  return withBag(folder, terminal, (bag) =>
    packFrom(bag, terminal, {
      target,
      language,
      order,
      numbers: values.exhibit ?? null,
      replace: values.replace === true,
      asJson: values.json === true
    })
  )
}

interface PackWish {
  readonly target: string
  readonly language: PackLanguage
  readonly order: PackOrder
  /** null = all of them */
  readonly numbers: readonly string[] | null
  readonly replace: boolean
  readonly asJson: boolean
}

async function packFrom(bag: Bag, terminal: Terminal, wish: PackWish): Promise<ExitCode> {
  const { target, language, order, replace } = wish
  const targetPath = await realTarget(target)
  if (isInside(bag.folder, targetPath)) return fail(terminal, target, 'target-inside')
  const read = await bag.read()
  if (!read.ok) return fail(terminal, bag.folder, read.code)
  const dossier = read.value
  const exhibitIds = chosenExhibits(dossier, wish.numbers, terminal)
  if (exhibitIds === null) return EXIT.failed
  const madeAt = terminal.now()
  const code = nextPackCode(dossier, madeAt.slice(0, 4))
  const { appVersion, fontsFolder, signal } = terminal
  const made = await makePack(
    { dossier, exhibitIds, language, order, code, madeAt, appVersion, targetPath, replace, fontsFolder },
    { openOriginal: (sha256) => bag.objects.open(sha256), signal }
  )
  if (!made.ok) return fail(terminal, target, made.code)
  const { findings, ...size } = made.value
  const record: PackRecord = { code, madeAt, language, fileName: basename(targetPath), ...size }
  const noted = await bag.change<never>((current) => done(addPack(current, record)))
  if (!noted.ok) fail(terminal, bag.folder, 'record-not-kept')
  tell(record, findings, targetPath, wish, terminal)
  return noted.ok && findings.length === 0 ? EXIT.done : EXIT.failed
}

/** The target's real place, so that a link cannot lead it into the dossier folder. */
async function realTarget(target: string): Promise<string> {
  const path = resolve(target)
  const folder = await realpath(dirname(path)).catch(() => dirname(path))
  return join(folder, basename(path))
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

function chosenExhibits(
  dossier: Dossier,
  numbers: readonly string[] | null,
  terminal: Terminal
): readonly string[] | null {
  const live = liveExhibits(dossier)
  if (numbers === null) return live.map(({ id }) => id)
  const byNumber = new Map(live.map((exhibit) => [formatExhibitNumber(exhibit.number), exhibit.id]))
  const wanted = numbers.flatMap((list) => list.split(',')).map((number) => number.trim().toUpperCase())
  const missing = wanted.filter((number) => !byNumber.has(number))
  for (const number of missing) fail(terminal, number, 'no-such-exhibit')
  if (missing.length > 0) return null
  return live.filter(({ number }) => wanted.includes(formatExhibitNumber(number))).map(({ id }) => id)
}

function tell(
  record: PackRecord,
  findings: readonly PackFinding[],
  path: string,
  { asJson, target }: PackWish,
  { out, err, words, language }: Terminal
): void {
  if (asJson) {
    const { pages, sizeBytes: bytes, sha256, code } = record
    out(JSON.stringify({ file: path, code, language: record.language, pages, bytes, sha256, findings }))
  } else {
    out(words.pack(target, record.pages, record.sizeBytes))
    out(`SHA-256: ${record.sha256}`)
  }
  for (const finding of findings) {
    const what =
      finding.code === 'missing-glyphs' ? finding.characters : `${finding.number} ${finding.fileName}`
    err(`${what}: ${sentenceOf(finding.code, language)}`)
  }
}
