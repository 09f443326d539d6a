import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { NewDossier } from '../shared/domain/dossier.ts'
import type { DossierEdit } from '../shared/domain/dossier-edit.ts'
import type { ScreenLanguage } from '../shared/domain/settings.ts'
import { categorySchema, dossierEditSchema, newDossierSchema } from '../shared/schema/dossier-schema.ts'

/** What the reader of the screen reads; the papers themselves stay Russian, as real ones would be. */
const spoken = z.strictObject({ 'zh-CN': z.string(), ru: z.string(), en: z.string() }).readonly()
const fileName = z.string().regex(/^[^/\\]+$/)
const values = z.record(z.string(), z.unknown())

const storySchema = z.strictObject({
  account: newDossierSchema,
  closing: z.strictObject({ reason: z.string(), note: spoken }),
  identity: values,
  agreement: values.and(z.object({ notes: spoken })),
  confirmation: values,
  exhibits: z
    .array(
      z
        .strictObject({ file: fileName, category: categorySchema, on: z.iso.date(), caption: spoken })
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
          note: spoken,
          proof: fileName
        })
        .readonly()
    )
    .readonly()
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
  const { closing, identity, agreement, confirmation } = story
  const edits: unknown[] = [
    { kind: 'set-closing', values: { ...closing, note: closing.note[language] } },
    { kind: 'set-identity', values: identity },
    { kind: 'set-agreement', values: { ...agreement, notes: agreement.notes[language] } },
    { kind: 'set-confirmation', values: confirmation },
    ...story.exhibits.flatMap(({ file, caption, on }) => [
      { kind: 'caption-exhibit', exhibitId: idOf(file), caption: caption[language] },
      { kind: 'date-exhibit', exhibitId: idOf(file), on }
    ]),
    ...story.entries.map(({ note, proof, ...entry }) => ({
      kind: 'put-entry',
      entry: { ...entry, id: newId(), note: note[language], exhibitId: idOf(proof) }
    }))
  ]
  return edits.map((edit) => dossierEditSchema.parse(edit))
}
