import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { OperatorData } from '../../shared/domain/operator-data.ts'
import { operatorFileSchema } from '../../shared/schema/operator-schema.ts'

/** The operators that ship with the app, in the order in which they are offered. */
const SHIPPED = ['mts', 'beeline', 'megafon', 't2'] as const

/** Reads the shipped data files. A broken one is a broken build, so it throws. */
export function readShippedOperators(resourcesFolder: string): Promise<readonly OperatorData[]> {
  return Promise.all(SHIPPED.map((id) => readShipped(join(resourcesFolder, 'operators', `${id}.json`))))
}

async function readShipped(path: string): Promise<OperatorData> {
  return operatorFileSchema.parse(JSON.parse(await readFile(path, 'utf8'))).operator
}
