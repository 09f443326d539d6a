import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Dossier } from '../../shared/domain/dossier.ts'
import { editDossierBy, type DossierEdit } from '../../shared/domain/dossier-edit.ts'
import { withItsOperatorData } from '../../shared/domain/dossier-operator.ts'
import type { OperatorData } from '../../shared/domain/operator-data.ts'
import { done, type Result } from '../../shared/domain/result.ts'
import { readShippedOperators } from '../operators/shipped-operators.ts'
import type { Bag } from '../vault/bag.ts'
import { readArguments, readFolder } from './arguments.ts'
import { readFieldFile, type Assignment } from './field-file.ts'
import { fieldSetter, type FieldContext } from './fields.ts'
import { entryEdits } from './ledger-entry.ts'
import type { Read } from './read-value.ts'
import { EXIT, UsageError, type ExitCode, type Terminal } from './terminal.ts'
import { warnOfNew } from './warn-of-new.ts'
import { fail, withBag } from './with-bag.ts'

/** `closeout set DIR part.field=value …`, or `--json FILE` (`-` is standard input). */
export async function setFields(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, { json: { type: 'string' } }, terminal)
  const { folder, rest } = readFolder(positionals, terminal, 'more')
  const typed = rest.map((text) => readAssignment(text, terminal))
  const fromFile = values.json === undefined ? done([]) : await readFields(values.json, terminal)
  if (!fromFile.ok) return fail(terminal, values.json ?? '', fromFile.code)
  const assignments = [...fromFile.value, ...typed]
  if (assignments.length === 0) throw new UsageError(terminal.words.usage.missing('part.field=value'))
  for (const assignment of assignments) refuseUnknown(assignment, terminal)
  const operators = await readShippedOperators(terminal.resourcesFolder)
  return withBag(folder, terminal, (bag) => saveAll(bag, terminal, assignments, operators))
}

function readAssignment(text: string, { words }: Terminal): Assignment {
  const at = text.indexOf('=')
  if (at < 1) throw new UsageError(words.usage.noEquals(text))
  const field = text.slice(0, at).trim()
  return { label: field, field, typed: text.slice(at + 1) }
}

async function readFields(
  path: string,
  terminal: Terminal
): Promise<Result<readonly Assignment[], { readonly code: string }>> {
  const json = path === '-' ? await terminal.readInput() : await readFile(path, 'utf8').catch(() => null)
  if (json === null) return { ok: false, code: 'file-unreadable' }
  const assignments = readFieldFile(json)
  return assignments === null ? { ok: false, code: 'json-unreadable' } : done(assignments)
}

function refuseUnknown(assignment: Assignment, { words }: Terminal): void {
  if ('field' in assignment && fieldSetter(assignment.field) === null) {
    throw new UsageError(words.usage.unknownField(assignment.field))
  }
}

/** Sets what can be read as one saved change, and names what cannot. */
async function saveAll(
  bag: Bag,
  terminal: Terminal,
  assignments: readonly Assignment[],
  operators: readonly OperatorData[]
): Promise<ExitCode> {
  let before: Dossier | null = null
  let failures: readonly { readonly label: string; readonly code: string }[] = []
  const changed = await bag.change<never>((current) => {
    before = current
    const applied = applyAll(current, assignments, operators, terminal.now())
    failures = applied.failures
    return done(applied.dossier)
  })
  if (!changed.ok) return fail(terminal, bag.folder, changed.code)
  for (const { label, code } of failures) fail(terminal, label, code)
  terminal.out(terminal.words.saved(assignments.length - failures.length))
  const warned = warnOfNew(before ?? changed.value, changed.value, terminal)
  return failures.length > 0 || warned ? EXIT.failed : EXIT.done
}

function applyAll(
  dossier: Dossier,
  assignments: readonly Assignment[],
  operators: readonly OperatorData[],
  at: string
) {
  const failures: { readonly label: string; readonly code: string }[] = []
  let current = dossier
  for (const assignment of assignments) {
    const edits = editsFor(assignment, { dossier: current, operators, newId: randomUUID })
    const edited = edits.ok ? editDossierBy(current, edits.value, at) : edits
    if (edited.ok) current = withItsOperatorData(current, edited.value, operators)
    else failures.push({ label: assignment.label, code: edited.code })
  }
  return { dossier: current, failures }
}

function editsFor(assignment: Assignment, context: FieldContext): Read<readonly DossierEdit[]> {
  if ('entry' in assignment) return entryEdits(assignment.entry, context.dossier, context.newId)
  const setter = fieldSetter(assignment.field)
  if (setter === null) throw new Error(`no such field: ${assignment.field}`)
  return setter(assignment.typed, context)
}
