import { lstat } from 'node:fs/promises'
import type { OperatorImportFailure, WriteFailure } from '../../shared/bridge/contract.ts'
import type { OperatorData } from '../../shared/domain/operator-data.ts'
import { done, failed, type Result } from '../../shared/domain/result.ts'
import { operatorFileSchema } from '../../shared/schema/operator-schema.ts'
import { nodeFsx } from '../fsx.ts'
import { readSmallFile } from '../vault/small-file.ts'
import { systemCodeOf } from '../vault/vault-failure.ts'
import type { ChosenTarget } from '../window/file-dialogs.ts'
import { writeChosenFile } from '../write-chosen-file.ts'
import { LARGEST_OPERATOR_FILE_BYTES } from './own-operator-file.ts'

/** Reads an operator file somebody else wrote. Nothing in it is trusted beyond its schema. */
export async function readOperatorFile(path: string): Promise<Result<OperatorData, OperatorImportFailure>> {
  const read = await readLimited(path)
  if (!read.ok) return read
  const json = parseJson(read.value)
  if (json === undefined) return failed({ code: 'operator-file-no-json' })
  if (!isFormatOne(json)) return failed({ code: 'operator-file-other-format' })
  const parsed = operatorFileSchema.safeParse(json)
  if (!parsed.success) return failed({ code: 'operator-file-invalid' })
  return done(parsed.data.operator)
}

async function readLimited(path: string): Promise<Result<string, OperatorImportFailure>> {
  try {
    const { size } = await lstat(path)
    if (size > LARGEST_OPERATOR_FILE_BYTES) return failed({ code: 'operator-file-too-large' })
    const bytes = await readSmallFile(nodeFsx, path, LARGEST_OPERATOR_FILE_BYTES)
    if (bytes === null) return failed({ code: 'operator-file-unreadable' })
    return done(bytes.toString('utf8').replace(/^\uFEFF/, ''))
  } catch (error) {
    if (systemCodeOf(error) === null) throw error
    return failed({ code: 'operator-file-unreadable' })
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

function isFormatOne(json: unknown): boolean {
  return typeof json === 'object' && json !== null && 'format' in json && json.format === 1
}

/** Writes an operator for somebody else, as the app shows it here: shipped values and the user's in one. */
export function writeOperatorFile(
  data: OperatorData,
  target: ChosenTarget
): Promise<Result<{ readonly fileName: string }, WriteFailure>> {
  return writeChosenFile(target, `${JSON.stringify({ format: 1, operator: data }, null, 2)}\n`)
}
