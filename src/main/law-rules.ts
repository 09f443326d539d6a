import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { LawRule } from '../shared/domain/law-rule.ts'
import { lawFileSchema } from '../shared/schema/law-schema.ts'

/** The rules of law that ship with the app. A broken file is a broken build, so it throws. */
export async function readLawRules(resourcesFolder: string): Promise<readonly LawRule[]> {
  const text = await readFile(join(resourcesFolder, 'law', 'ru.json'), 'utf8')
  return lawFileSchema.parse(JSON.parse(text)).rules
}
