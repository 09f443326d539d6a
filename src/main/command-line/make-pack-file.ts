import { realpath } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import type { Instant } from '../../shared/domain/calendar.ts'
import { coreExhibits, coreParts } from '../../shared/domain/core-pack.ts'
import { liveExhibits, type Dossier } from '../../shared/domain/dossier.ts'
import { addPack } from '../../shared/domain/dossier-edit.ts'
import { formatExhibitNumber } from '../../shared/domain/exhibit.ts'
import { factText } from '../../shared/domain/fact.ts'
import type { PackEstimate } from '../../shared/domain/pack-estimate.ts'
import { isFault, type PackFinding } from '../../shared/domain/pack-job.ts'
import { packCode } from '../../shared/domain/pack-name.ts'
import { PACK_ORDERS, USUAL_PACK_ORDER, type PackOrder } from '../../shared/domain/pack-order.ts'
import { PACK_LANGUAGES, type PackLanguage, type PackRecord } from '../../shared/domain/pack-record.ts'
import {
  addresseeOf,
  languageFor,
  secondLanguageFor,
  type PackSettings,
  type RecipientProfile
} from '../../shared/domain/recipient-profile.ts'
import { exhibitsSince, findSupplemented } from '../../shared/domain/pack-supplement.ts'
import { done } from '../../shared/domain/result.ts'
import { estimatePack } from '../pack/estimate-pack.ts'
import { makePack, type PackJob } from '../pack/make-pack.ts'
import { notedPack } from '../pack/noted-pack.ts'
import { packContents } from '../pack/plan/pack-contents.ts'
import type { Bag } from '../vault/bag.ts'
import { needed, readArguments, readFolder } from './arguments.ts'
import { chosenSettings } from './pack-settings.ts'
import { readRecipient } from './read-recipient.ts'
import { readPasswordFile } from './password-file.ts'
import { EXIT, UsageError, type ExitCode, type Terminal } from './terminal.ts'
import { fail, withBag } from './with-bag.ts'
import { sentenceOf } from './words.ts'

/** One language alone, though the profile asks for two. */
const NO_LANGUAGE = 'none'
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/

/** `closeout pack DIR --out pack.pdf` */
export async function makePackFile(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readArguments(
    args,
    {
      out: { type: 'string' },
      language: { type: 'string' },
      'second-language': { type: 'string' },
      order: { type: 'string' },
      exhibit: { type: 'string', multiple: true },
      'supplement-to': { type: 'string' },
      for: { type: 'string' },
      to: { type: 'string' },
      at: { type: 'string' },
      code: { type: 'string' },
      'no-checksum-file': { type: 'boolean' },
      'password-file': { type: 'string' },
      replace: { type: 'boolean' },
      form: { type: 'string' },
      delivery: { type: 'string' },
      'largest-mb': { type: 'string' },
      core: { type: 'boolean' },
      estimate: { type: 'boolean' },
      json: { type: 'boolean' }
    },
    terminal
  )
  const { folder } = readFolder(positionals, terminal)
  const isEstimate = values.estimate === true
  const target = isEstimate ? (values.out ?? 'pack.pdf') : needed(values.out, '--out', terminal)
  const profile = await readRecipient(values.for, terminal)
  const usual = languageFor(profile, terminal.language)
  const language = PACK_LANGUAGES.find((one) => one === (values.language ?? usual))
  if (language === undefined) {
    throw new UsageError(terminal.words.usage.badChoice('--language', PACK_LANGUAGES.join(', ')))
  }
  const secondLanguage = readSecondLanguage(values['second-language'], { language, profile }, terminal)
  const order = PACK_ORDERS.find((one) => one === (values.order ?? USUAL_PACK_ORDER))
  if (order === undefined) {
    throw new UsageError(terminal.words.usage.badChoice('--order', PACK_ORDERS.join(', ')))
  }
  const isCore = values.core === true
  const settings = chosenSettings(profile, values, terminal)
  if (settings.form === 'archival' && values['password-file'] !== undefined) {
    return fail(terminal, '--password-file', 'archival-password')
  }
  return withBag(folder, terminal, (bag) =>
    packFrom(bag, terminal, {
      target,
      language,
      secondLanguage,
      order,
      numbers: values.exhibit ?? null,
      supplementTo: values['supplement-to'] ?? null,
      profile,
      settings: isCore ? { ...settings, parts: coreParts(settings.parts) } : settings,
      ...{ isCore, isEstimate },
      recipient: values.to?.trim() ?? '',
      madeAt: values.at === undefined ? terminal.now() : readInstant(values.at, terminal),
      code: values.code ?? null,
      checksumFile: values['no-checksum-file'] !== true,
      passwordFile: values['password-file'],
      replace: values.replace === true,
      asJson: values.json === true
    })
  )
}

/** As asked for, else as the profile says; the language of the pack is not its own second. */
function readSecondLanguage(
  asked: string | undefined,
  { language, profile }: { readonly language: PackLanguage; readonly profile: RecipientProfile },
  terminal: Terminal
): PackLanguage | null {
  if (asked === undefined) {
    const usual = secondLanguageFor(profile, terminal.language)
    return usual === language ? null : usual
  }
  if (asked === NO_LANGUAGE) return null
  const others = PACK_LANGUAGES.filter((one) => one !== language)
  const second = others.find((one) => one === asked)
  if (second !== undefined) return second
  throw new UsageError(
    terminal.words.usage.badChoice('--second-language', [...others, NO_LANGUAGE].join(', '))
  )
}

interface PackWish {
  readonly target: string
  readonly language: PackLanguage
  readonly secondLanguage: PackLanguage | null
  readonly order: PackOrder
  /** null = all of them */
  readonly numbers: readonly string[] | null
  readonly supplementTo: string | null
  readonly profile: RecipientProfile
  readonly settings: PackSettings
  readonly isCore: boolean
  /** Nothing is made then. */
  readonly isEstimate: boolean
  /** Their name in the user's words; empty where nobody was named. */
  readonly recipient: string
  readonly madeAt: Instant
  /** null = the next one of this dossier */
  readonly code: string | null
  readonly checksumFile: boolean
  readonly passwordFile: string | undefined
  readonly replace: boolean
  readonly asJson: boolean
}

async function packFrom(bag: Bag, terminal: Terminal, wish: PackWish): Promise<ExitCode> {
  const targetPath = await realTarget(wish.target)
  if (isInside(bag.folder, targetPath)) return fail(terminal, wish.target, 'target-inside')
  const read = await bag.read()
  if (!read.ok) return fail(terminal, bag.folder, read.code)
  const password = await readPasswordFile(wish.passwordFile)
  if (!password.ok) return fail(terminal, wish.passwordFile ?? '', password.code)
  const planned = jobFor(read.value, targetPath, wish, terminal)
  if (planned === null) return EXIT.failed
  const job = { ...planned, password: password.value }
  const { signal, hashWorker, renderer } = terminal
  const openOriginal = (sha256: string) => bag.objects.open(sha256)
  if (wish.isEstimate) {
    tellEstimate(await estimatePack(job, { openOriginal, signal, renderer }), wish, terminal)
    return EXIT.done
  }
  const made = await makePack(job, { openOriginal, signal, hashWorker, renderer })
  if (!made.ok) return fail(terminal, wish.target, made.code)
  const record = notedPack(job, made.value, {
    recipient: wish.recipient,
    profile: { id: wish.profile.id, name: nameOf(wish) }
  })
  const noted = await bag.change<never>((current) => done(addPack(current, record, terminal.now())))
  if (!noted.ok) fail(terminal, bag.folder, 'record-not-kept')
  const { findings } = made.value
  tell(record, findings, targetPath, wish, terminal)
  return noted.ok && !findings.some(isFault) ? EXIT.done : EXIT.failed
}

/** null = it cannot be made, and it was said why */
function jobFor(dossier: Dossier, targetPath: string, wish: PackWish, terminal: Terminal): PackJob | null {
  const { language, secondLanguage, order, madeAt, replace, checksumFile } = wish
  const supplementTo =
    wish.supplementTo === null ? null : findSupplemented(dossier, wish.supplementTo, madeAt)
  if (supplementTo === null && wish.supplementTo !== null) {
    fail(terminal, wish.supplementTo, 'no-such-pack')
    return null
  }
  const offered =
    supplementTo === null ? liveExhibits(dossier) : exhibitsSince(dossier, supplementTo.code, madeAt)
  const core = wish.isCore ? coreExhibits(dossier) : null
  const inCore = (id: string) => core === null || core.some(({ exhibit }) => exhibit.id === id)
  const exhibitIds =
    wish.numbers === null
      ? offered.map(({ id }) => id).filter(inCore)
      : chosenExhibits(dossier, wish.numbers, terminal)
  if (exhibitIds === null) return null
  if (supplementTo !== null && exhibitIds.length === 0) {
    fail(terminal, supplementTo.code, 'nothing-new')
    return null
  }
  const { appVersion, fontsFolder } = terminal
  const { settings } = wish
  const material = {
    ...{ dossier, exhibitIds, language, secondLanguage, order },
    ...{ settings, supplementTo, appVersion, isCore: wish.isCore, addressee: addresseeIn(wish, language) },
    ...(secondLanguage !== null && { secondAddressee: addresseeIn(wish, secondLanguage) })
  }
  const contents = packContents(material)
  const code = wish.code ?? packCode(dossier, { madeAt, supplementTo: supplementTo?.code ?? null, contents })
  return { ...material, code, madeAt, targetPath, replace, checksumFile, fontsFolder }
}

function addresseeIn({ recipient, profile }: PackWish, language: PackLanguage): string {
  return addresseeOf(recipient, { id: profile.id, name: factText(profile.name, language) })
}

function nameOf({ profile, language }: PackWish): string {
  return factText(profile.name, language)
}

/** A moment with its zone; the pack shows it in the zone of its own. */
function readInstant(text: string, { words }: Terminal): Instant {
  const at = INSTANT.test(text) ? new Date(text) : null
  if (at === null || Number.isNaN(at.getTime())) throw new UsageError(words.usage.badInstant(text))
  return at.toISOString()
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
  numbers: readonly string[],
  terminal: Terminal
): readonly string[] | null {
  const live = liveExhibits(dossier)
  const byNumber = new Map(live.map((exhibit) => [formatExhibitNumber(exhibit.number), exhibit.id]))
  const wanted = numbers.flatMap((list) => list.split(',')).map((number) => number.trim().toUpperCase())
  const missing = wanted.filter((number) => !byNumber.has(number))
  for (const number of missing) fail(terminal, number, 'no-such-exhibit')
  if (missing.length > 0) return null
  return live.filter(({ number }) => wanted.includes(formatExhibitNumber(number))).map(({ id }) => id)
}

function tellEstimate(
  { pages, sizeBytes: bytes, files, above, apart }: PackEstimate,
  { asJson, target }: PackWish,
  { out, words }: Terminal
): void {
  const told = files.map(({ sizeBytes, ...file }) => ({ ...file, bytes: sizeBytes }))
  if (asJson) return out(JSON.stringify({ pages, bytes, files: told, above, apart }))
  if (files.length === 1) return out(words.pack(target, pages, bytes))
  files.forEach((file, index) => out(words.pack(`${index + 1}/${files.length}`, file.pages, file.sizeBytes)))
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
    const files = record.files.map(({ sizeBytes, ...file }) => ({ ...file, bytes: sizeBytes }))
    out(
      JSON.stringify({ file: path, code, language: record.language, pages, bytes, sha256, files, findings })
    )
  } else if (record.files.length > 1) {
    for (const file of record.files) {
      out(words.pack(file.fileName, file.pages, file.sizeBytes))
      out(`SHA-256: ${file.sha256}`)
    }
  } else {
    out(words.pack(target, record.pages, record.sizeBytes))
    out(`SHA-256: ${record.sha256}`)
  }
  for (const finding of findings) {
    err(`${subjectOf(finding)}: ${sentenceOf(finding.code, language)}`)
  }
}

function subjectOf(finding: PackFinding): string {
  if (finding.code === 'missing-glyphs') return finding.characters
  return finding.code === 'checksum-not-written' ? finding.fileName : `${finding.number} ${finding.fileName}`
}
