import { randomUUID } from 'node:crypto'
import { parseDate, type IsoDate } from '../../shared/domain/calendar.ts'
import { CATEGORIES, CATEGORY_WORDS, type Category } from '../../shared/domain/category.ts'
import { editDossierBy, type DossierEdit } from '../../shared/domain/dossier-edit.ts'
import { formatExhibitNumber, type Exhibit } from '../../shared/domain/exhibit.ts'
import { shownName } from '../../shared/domain/file-name.ts'
import type { IntakeOutcome } from '../../shared/domain/intake.ts'
import { LONGEST_LINE } from '../../shared/domain/limits.ts'
import { takeIn } from '../intake/take-in.ts'
import type { Bag } from '../vault/bag.ts'
import { needed, readArguments, readFolder } from './arguments.ts'
import { oneLine } from './one-line.ts'
import { listed, targetsOf } from './proof-links.ts'
import { EXIT, UsageError, type ExitCode, type Terminal } from './terminal.ts'
import { fail, withBag } from './with-bag.ts'
import { sentenceOf } from './words.ts'

/** `closeout add DIR --category payments FILE…` */
export function addFiles(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readArguments(
    args,
    {
      category: { type: 'string' },
      caption: { type: 'string' },
      date: { type: 'string' },
      proves: { type: 'string' },
      json: { type: 'boolean' }
    },
    terminal
  )
  const { folder, rest: paths } = readFolder(positionals, terminal, 'more')
  if (paths.length === 0) throw new UsageError(terminal.words.usage.missing('FILE'))
  const category = categoryOf(needed(values.category, '--category', terminal), terminal)
  const { caption, date } = values
  if (paths.length > 1 && (caption !== undefined || date !== undefined)) {
    throw new UsageError(terminal.words.usage.oneFileOnly)
  }
  const on = date === undefined ? undefined : parseDate(date)
  if (on === null) return Promise.resolve(fail(terminal, '--date', 'date-not-a-date'))
  if (caption !== undefined && caption.length > LONGEST_LINE) {
    return Promise.resolve(fail(terminal, '--caption', 'text-too-long'))
  }
  return withBag(folder, terminal, (bag) =>
    addTo(bag, terminal, {
      paths,
      category,
      caption,
      on,
      proves: listed(values.proves ?? ''),
      asJson: values.json === true
    })
  )
}

export function categoryOf(word: string, { words }: Terminal): Category {
  const byWord: Readonly<Record<string, Category>> = CATEGORY_WORDS
  const found = byWord[word.toLowerCase()] ?? CATEGORIES.find((letter) => letter === word.toUpperCase())
  if (found === undefined) {
    throw new UsageError(words.usage.badChoice('--category', Object.keys(CATEGORY_WORDS).join(', ')))
  }
  return found
}

interface Addition {
  readonly paths: readonly string[]
  readonly category: Category
  readonly caption: string | undefined
  readonly on: IsoDate | undefined
  /** Steps by their words, records by their ids. */
  readonly proves: readonly string[]
  readonly asJson: boolean
}

async function addTo(bag: Bag, terminal: Terminal, addition: Addition): Promise<ExitCode> {
  const { paths, category, asJson } = addition
  const read = await bag.read()
  if (!read.ok) return fail(terminal, bag.folder, read.code)
  const proves = targetsOf(addition.proves, read.value)
  if (!proves.ok) return fail(terminal, '--proves', proves.code)
  const taken = await takeIn({
    home: bag,
    source: { kind: 'paths', paths, folders: 'refuse' },
    category,
    proves: proves.value,
    signal: terminal.signal,
    onProgress: () => {},
    now: terminal.now,
    newId: randomUUID
  })
  if (!taken.ok) return fail(terminal, bag.folder, taken.code)
  const { outcomes } = taken.value
  const described = await describe(bag, terminal, addition, outcomes[0])
  if (asJson) terminal.out(JSON.stringify({ outcomes: outcomes.map(shortOutcome) }))
  for (const outcome of outcomes) tell(outcome, terminal, asJson)
  return described === EXIT.done && outcomes.every(({ state }) => state !== 'refused')
    ? EXIT.done
    : EXIT.failed
}

/** Gives the one file its caption and date. */
async function describe(
  bag: Bag,
  terminal: Terminal,
  { caption, on }: Addition,
  outcome: IntakeOutcome | undefined
): Promise<ExitCode> {
  if (outcome === undefined || outcome.state === 'refused') return EXIT.done
  const exhibitId = outcome.exhibit.id
  const edits: DossierEdit[] = []
  if (caption !== undefined) edits.push({ kind: 'caption-exhibit', exhibitId, caption: oneLine(caption) })
  if (on !== undefined) edits.push({ kind: 'date-exhibit', exhibitId, madeOn: { on, source: 'stated' } })
  if (edits.length === 0) return EXIT.done
  const changed = await bag.change((dossier) => editDossierBy(dossier, edits, terminal.now()))
  return changed.ok ? EXIT.done : fail(terminal, outcome.fileName, changed.code)
}

function tell(outcome: IntakeOutcome, terminal: Terminal, asJson: boolean): void {
  const name = shownName(outcome.fileName)
  if (outcome.state === 'refused') {
    fail(terminal, name, outcome.code)
    return
  }
  const line = `${formatExhibitNumber(outcome.exhibit.number)}  ${name}`
  if (!asJson) terminal.out(outcome.state === 'known' ? `${line}  (${terminal.words.known})` : line)
  if (outcome.state === 'added') {
    for (const oddity of outcome.oddities) terminal.err(`${name}: ${sentenceOf(oddity, terminal.language)}`)
  }
}

function shortOutcome(outcome: IntakeOutcome) {
  if (outcome.state === 'refused') {
    return { state: outcome.state, fileName: outcome.fileName, code: outcome.code }
  }
  return { state: outcome.state, fileName: outcome.fileName, ...shortExhibit(outcome.exhibit) }
}

function shortExhibit({ number, file }: Exhibit) {
  return {
    number: formatExhibitNumber(number),
    sha256: file.sha256,
    sizeBytes: file.sizeBytes,
    mediaType: file.mediaType,
    pages: file.pages
  }
}
