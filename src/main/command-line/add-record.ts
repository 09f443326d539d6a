import { randomUUID } from 'node:crypto'
import type { Dossier } from '../../shared/domain/dossier.ts'
import { editDossierBy, type DossierEdit } from '../../shared/domain/dossier-edit.ts'
import type { RecordList } from '../../shared/domain/dossier-records.ts'
import type { ProofTarget } from '../../shared/domain/proof-target.ts'
import { done, failed } from '../../shared/domain/result.ts'
import { localIn } from '../../shared/domain/zoned-moment.ts'
import { dossierEditSchema } from '../../shared/schema/dossier-edit-schema.ts'
import { readArguments, readFolder } from './arguments.ts'
import { listed, provenBy } from './proof-links.ts'
import {
  choice,
  count,
  date,
  line,
  longText,
  moment,
  number,
  type Read,
  type ReadValue
} from './read-value.ts'
import { EXIT, type ExitCode, type Terminal } from './terminal.ts'
import { warnOfNew } from './warn-of-new.ts'
import { fail, withBag } from './with-bag.ts'

/** One option of the command and the field it fills. */
interface RecordOption {
  readonly option: string
  readonly field: string
  readonly read: ReadValue
  /** What is wrong with a value that the schema refuses. */
  readonly fallback?: string
  readonly whenLeftOut: unknown
}

interface RecordForm {
  readonly list: RecordList
  readonly target: Exclude<ProofTarget['kind'], 'step'>
  readonly options: readonly RecordOption[]
  readonly flags: Readonly<Record<string, string>>
}

const text = (option: string, field = option, read: ReadValue = line): RecordOption => ({
  option,
  field,
  read,
  whenLeftOut: ''
})
const word = (option: string, whenLeftOut: string): RecordOption => ({
  option,
  field: option,
  read: choice,
  whenLeftOut
})
const dated = (option: string, field: string): RecordOption => ({
  option,
  field,
  read: date,
  whenLeftOut: null
})

const CONTACT: RecordForm = {
  list: 'contacts',
  target: 'contact',
  options: [
    { option: 'at', field: 'at', read: moment, fallback: 'moment-form', whenLeftOut: undefined },
    word('channel', 'call'),
    word('direction', 'out'),
    word('purpose', 'closing'),
    { option: 'minutes', field: 'minutes', read: count, fallback: 'count-form', whenLeftOut: null },
    text('to', 'counterpart'),
    text('person'),
    text('reference', 'reference', number),
    text('said', 'said', longText),
    text('promised', 'promised', longText),
    dated('promised-by', 'promisedBy')
  ],
  flags: {}
}

const DEVICE: RecordForm = {
  list: 'devices',
  target: 'device',
  options: [
    word('kind', 'other'),
    text('model'),
    text('imei', 'imei', number),
    text('serial', 'serial', number),
    text('condition', 'condition', longText),
    dated('returned', 'returnedOn'),
    text('handed-to', 'handedTo'),
    text('tracking', 'tracking', number)
  ],
  flags: { 'accounts-removed': 'accountsRemoved', 'locks-off': 'locksOff' }
}

/** `closeout contact DIR --at "2026-09-28 11:20 Europe/Moscow" …` */
export function noteContact(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  return addRecord(CONTACT, args, terminal)
}

/** `closeout device DIR --kind router …` */
export function noteDevice(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  return addRecord(DEVICE, args, terminal)
}

function addRecord(form: RecordForm, args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const strings = [...form.options.map(({ option }) => option), 'exhibit']
  const booleans = [...Object.keys(form.flags), 'json']
  const parsed = readArguments(
    args,
    Object.fromEntries([
      ...strings.map((name) => [name, { type: 'string' }] as const),
      ...booleans.map((name) => [name, { type: 'boolean' }] as const)
    ]),
    terminal
  )
  const values: Readonly<Record<string, unknown>> = parsed.values
  const { folder } = readFolder(parsed.positionals, terminal)
  const typed = (name: string) => (typeof values[name] === 'string' ? values[name] : undefined)
  return withBag(folder, terminal, async (bag) => {
    const id = randomUUID()
    let before: Dossier | null = null
    let at = folder
    const changed = await bag.change<{ readonly code: string }>((dossier) => {
      before = dossier
      const record: Record<string, unknown> = { id }
      for (const [flag, field] of Object.entries(form.flags)) record[field] = values[flag] === true
      for (const one of form.options) {
        at = `--${one.option}`
        const value = valueOf(one, typed(one.option), dossier, terminal)
        if (!value.ok) return value
        record[one.field] = value.value
      }
      const put = putRecord(form, record)
      if (!put.ok) {
        at = `--${put.option.option}`
        return failed({ code: put.code })
      }
      at = '--exhibit'
      const links = provenBy({ kind: form.target, id }, listed(typed('exhibit') ?? ''), dossier)
      if (!links.ok) return links
      at = folder
      return editDossierBy(dossier, [put.value, ...links.value], terminal.now())
    })
    if (!changed.ok) return fail(terminal, at, changed.code)
    terminal.out(values['json'] === true ? JSON.stringify({ id }) : id)
    return warnOfNew(before ?? changed.value, changed.value, terminal) ? EXIT.failed : EXIT.done
  })
}

function valueOf(
  { read, field, whenLeftOut }: RecordOption,
  typed: string | undefined,
  dossier: Dossier,
  { now }: Terminal
): Read<unknown> {
  if (typed === undefined && field === 'at') {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
    return done({ local: localIn(now(), zone), zone })
  }
  return typed === undefined ? done(whenLeftOut) : read(typed, dossier)
}

type PutAnswer =
  | { readonly ok: true; readonly value: DossierEdit }
  | { readonly ok: false; readonly code: string; readonly option: RecordOption }

/** The edit, or which option holds what the schema refuses. */
function putRecord(form: RecordForm, record: Readonly<Record<string, unknown>>): PutAnswer {
  const parsed = dossierEditSchema.safeParse({
    kind: 'put-records',
    list: form.list,
    records: [record],
    beforeId: null
  })
  if (parsed.success) return { ok: true, value: parsed.data }
  const field = parsed.error.issues[0]?.path[2]
  const option = form.options.find((one) => one.field === field)
  if (option === undefined) throw parsed.error
  return { ok: false, code: option.fallback ?? 'bad-choice', option }
}
