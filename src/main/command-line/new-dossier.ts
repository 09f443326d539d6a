import { randomUUID } from 'node:crypto'
import { resolve } from 'node:path'
import { beginDossier, type SubscriberNames } from '../../shared/domain/dossier.ts'
import { dataOf } from '../../shared/domain/dossier-operator.ts'
import { parsePhoneNumber } from '../../shared/domain/phone-number.ts'
import { LONGEST_LINE, LONGEST_NUMBER } from '../../shared/domain/limits.ts'
import { readShippedOperators } from '../operators/shipped-operators.ts'
import { createBag } from '../vault/bag.ts'
import { needed, readArguments, readFolder } from './arguments.ts'
import { findOperator } from './find-operator.ts'
import { oneLine } from './one-line.ts'
import { EXIT, UsageError, type ExitCode, type Terminal } from './terminal.ts'
import { fail } from './with-bag.ts'
import { sentenceOf } from './words.ts'

/** `closeout new DIR --operator … --number … --name …` */
export async function newDossier(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readArguments(
    args,
    {
      operator: { type: 'string' },
      number: { type: 'string' },
      name: { type: 'string' },
      'name-latin': { type: 'string' },
      'name-cyrillic': { type: 'string' },
      'name-chinese': { type: 'string' },
      contract: { type: 'string' },
      json: { type: 'boolean' }
    },
    terminal
  )
  const { folder } = readFolder(positionals, terminal)
  const operatorName = oneLine(needed(values.operator, '--operator', terminal))
  const typedNumber = needed(values.number, '--number', terminal)
  const subscriber = namesOf({
    ...values,
    latin: values['name-latin'],
    cyrillic: values['name-cyrillic'],
    chinese: values['name-chinese']
  })
  const contractNumber = oneLine(values.contract ?? '')
  if (Object.values(subscriber).every((name) => name === '')) {
    throw new UsageError(`--name: ${sentenceOf('name-needed', terminal.language)}`)
  }
  const phoneNumber = parsePhoneNumber(typedNumber)
  if (phoneNumber === null) return fail(terminal, '--number', 'phone-not-a-number')
  if (contractNumber.length > LONGEST_NUMBER) return fail(terminal, '--contract', 'number-too-long')
  for (const text of [operatorName, ...Object.values(subscriber)]) {
    if (text.length > LONGEST_LINE) return fail(terminal, text.slice(0, 40), 'text-too-long')
  }

  const operators = await readShippedOperators(terminal.resourcesFolder)
  const operator = findOperator(operatorName, operators)
  const dossier = beginDossier(
    randomUUID(),
    { operator, phoneNumber, subscriber, contractNumber },
    terminal.now(),
    dataOf(operator, operators)
  )
  const created = await createBag(resolve(folder), dossier, { now: terminal.now })
  if (!created.ok) return fail(terminal, folder, created.code)
  terminal.out(
    values.json === true
      ? JSON.stringify({ folder: resolve(folder), id: dossier.id, phoneNumber, operator })
      : terminal.words.made(folder)
  )
  return EXIT.done
}

interface TypedNames {
  readonly name?: string | undefined
  readonly latin: string | undefined
  readonly cyrillic: string | undefined
  readonly chinese: string | undefined
}

/** `--name` goes to the script it is written in, unless that one is given by itself. */
function namesOf({ name = '', latin, cyrillic, chinese }: TypedNames): SubscriberNames {
  const script = scriptOf(name)
  const of = (own: keyof SubscriberNames, typed: string | undefined) =>
    oneLine(typed ?? (script === own ? name : ''))
  return { latin: of('latin', latin), cyrillic: of('cyrillic', cyrillic), chinese: of('chinese', chinese) }
}

function scriptOf(name: string): keyof SubscriberNames {
  if (/\p{Script=Han}/u.test(name)) return 'chinese'
  return /\p{Script=Cyrillic}/u.test(name) ? 'cyrillic' : 'latin'
}
