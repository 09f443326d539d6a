import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { NewDossier } from '../shared/domain/dossier.ts'
import type { DossierEdit } from '../shared/domain/dossier-edit.ts'
import type { ScreenLanguage } from '../shared/domain/settings.ts'
import { dossierEditSchema } from '../shared/schema/dossier-edit-schema.ts'
import { newDossierSchema } from '../shared/schema/dossier-schema.ts'
import { categorySchema } from '../shared/schema/field-schemas.ts'
import { operatorDataSchema } from '../shared/schema/operator-schema.ts'

/** What the reader of the screen reads; the papers themselves stay Russian, as real ones would be. */
const spokenSchema = z.strictObject({ 'zh-CN': z.string(), ru: z.string(), en: z.string() }).readonly()
const fileName = z.string().regex(/^[^/\\]+$/)
/** Of an edit, before its texts are in one language and its records have ids. */
const unresolved = z.looseObject({ kind: z.string() }).readonly()

const storySchema = z.strictObject({
  account: newDossierSchema,
  operatorData: operatorDataSchema,
  exhibits: z
    .array(
      z
        .strictObject({
          file: fileName,
          category: categorySchema,
          on: z.iso.date(),
          caption: spokenSchema,
          proves: z.array(unresolved).readonly()
        })
        .readonly()
    )
    .readonly(),
  entries: z
    .array(
      z
        .strictObject({
          on: z.iso.date(),
          kind: z.string(),
          amountMinor: z.int(),
          currency: z.string(),
          note: spokenSchema,
          proofs: z.array(fileName).readonly()
        })
        .readonly()
    )
    .readonly(),
  facts: z.array(unresolved).readonly()
})
export type SampleStory = z.infer<typeof storySchema>

/** The facts beside the sample's files. A broken file is a broken build, so it throws. */
export async function readSampleStory(folder: string): Promise<SampleStory> {
  return storySchema.parse(JSON.parse(await readFile(join(folder, 'story.json'), 'utf8')))
}

export function sampleAccount(story: SampleStory): NewDossier {
  return { ...story.account, isSpecimen: true }
}

/**
 * What the story says, as changes of a dossier whose files are there.
 *
 * @param exhibitIds by file name
 */
export function editsOf(
  story: SampleStory,
  exhibitIds: ReadonlyMap<string, string>,
  language: ScreenLanguage,
  newId: () => string
): readonly DossierEdit[] {
  const idOf = (file: string) => exhibitIds.get(file) ?? null
  const resolve = resolverFor(language, newId)
  const entries = story.entries.map(({ proofs, ...entry }) => ({
    record: { ...entry, id: newId() },
    proofs
  }))
  const edits: unknown[] = [
    ...story.facts,
    { kind: 'put-records', list: 'entries', records: entries.map(({ record }) => record), beforeId: null },
    ...story.exhibits.flatMap(({ file, caption, on, proves }) => [
      { kind: 'caption-exhibit', exhibitId: idOf(file), caption },
      { kind: 'date-exhibit', exhibitId: idOf(file), madeOn: { on, source: 'stated' } },
      ...proves.map((target) => ({ kind: 'link-exhibit', exhibitId: idOf(file), target }))
    ]),
    ...entries.flatMap(({ record: { id }, proofs }) =>
      proofs.map((file) => ({ kind: 'link-exhibit', exhibitId: idOf(file), target: { kind: 'entry', id } }))
    )
  ]
  return edits.map((edit) => dossierEditSchema.parse(resolve(edit)))
}

/** Puts texts into one language, and ids in the place of the names in braces that stand for them. */
function resolverFor(language: ScreenLanguage, newId: () => string): (value: unknown) => unknown {
  const ids = new Map<string, string>()
  const idNamed = (_: string, name: string) => {
    const id = ids.get(name) ?? newId()
    ids.set(name, id)
    return id
  }
  const resolve = (value: unknown): unknown => {
    if (typeof value === 'string') return value.replace(/\{([\w-]+)\}/g, idNamed)
    if (Array.isArray(value)) return value.map(resolve)
    if (typeof value !== 'object' || value === null) return value
    const spoken = spokenSchema.safeParse(value)
    if (spoken.success) return spoken.data[language]
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, resolve(one)]))
  }
  return resolve
}
