import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Operator } from '../shared/domain/operator.ts'
import { operatorsFileSchema } from '../shared/schema/operators-schema.ts'

/** The operators of the data file that ships with the app. A broken file is a broken build, so it throws. */
export async function readOperators(resourcesFolder: string): Promise<readonly Operator[]> {
  const text = await readFile(join(resourcesFolder, 'operators.json'), 'utf8')
  return operatorsFileSchema.parse(JSON.parse(text)).operators
}
