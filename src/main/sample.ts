import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { VaultFailure } from '../shared/bridge/contract.ts'
import type { Instant } from '../shared/domain/calendar.ts'
import { beginDossier, type Dossier } from '../shared/domain/dossier.ts'
import { editDossier, type DossierEdit } from '../shared/domain/dossier-edit.ts'
import type { IntakeOutcome } from '../shared/domain/intake.ts'
import { done, failed, type Result } from '../shared/domain/result.ts'
import type { ScreenLanguage } from '../shared/domain/settings.ts'
import type { DossierHome } from './dossier-home.ts'
import { takeIn } from './intake/take-in.ts'
import { editsOf, readSampleStory, sampleAccount, type SampleStory } from './sample-story.ts'
import type { Vault } from './vault/vault.ts'

export interface SampleOptions {
  /** Holds `sample/` with the files and their facts. */
  readonly resourcesFolder: string
  /** Of captions and notes. */
  readonly language: ScreenLanguage
  readonly now: () => Instant
}

/**
 * The sample dossier of the vault: the one that is there, or else a new one.
 * Nothing stays behind when it cannot be completed.
 */
export async function addSample(
  vault: Vault,
  resourcesFolder: string,
  language: ScreenLanguage,
  now: () => Instant
): Promise<Result<Dossier, VaultFailure>> {
  const begun = await beginSample(resourcesFolder, now)
  const there = await findSample(vault, begun.phoneNumber)
  if (there !== null) return done(there)
  const created = await vault.createDossier(begun)
  if (!created.ok) return created
  const filled = await fillSample(vault.homeOf(begun.id), { resourcesFolder, language, now })
  if (!filled.ok) {
    await vault.changeDossier(begun.id, (dossier) => editDossier(dossier, { kind: 'trash-dossier' }, now()))
    await vault.destroyDossier(begun.id)
  }
  return filled
}

async function findSample(vault: Vault, phoneNumber: string): Promise<Dossier | null> {
  const { stored } = await vault.list()
  for (const { id } of stored) {
    const read = await vault.readDossier(id)
    if (!read.ok || !read.value.isSpecimen) continue
    if (read.value.phoneNumber === phoneNumber && read.value.trashedAt === null) return read.value
  }
  return null
}

/** The sample before any file is in it. */
export async function beginSample(resourcesFolder: string, now: () => Instant): Promise<Dossier> {
  const story = await readSampleStory(sampleFolder(resourcesFolder))
  return beginDossier(randomUUID(), sampleAccount(story), now(), story.operatorData)
}

/** Brings files and facts into a sample that was begun, the way a person would. */
export async function fillSample(
  home: DossierHome,
  { resourcesFolder, language, now }: SampleOptions
): Promise<Result<Dossier, VaultFailure>> {
  const folder = sampleFolder(resourcesFolder)
  const story = await readSampleStory(folder)
  const taken = await takeInFiles(home, story, folder, now)
  if (!taken.ok) return taken
  const edits = editsOf(story, taken.value, language, randomUUID)
  return home.change<never>((dossier) => done(edits.reduce((one, edit) => edited(one, edit, now()), dossier)))
}

function sampleFolder(resourcesFolder: string): string {
  return join(resourcesFolder, 'sample')
}

/** @returns the exhibits' ids by file name */
async function takeInFiles(
  home: DossierHome,
  story: SampleStory,
  folder: string,
  now: () => Instant
): Promise<Result<ReadonlyMap<string, string>, VaultFailure>> {
  const ids = new Map<string, string>()
  for (const category of new Set(story.exhibits.map((exhibit) => exhibit.category))) {
    const files = story.exhibits.filter((exhibit) => exhibit.category === category)
    const taken = await takeIn({
      home,
      category,
      source: { kind: 'paths', folders: 'refuse', paths: files.map(({ file }) => join(folder, file)) },
      signal: new AbortController().signal,
      onProgress: () => {},
      now,
      newId: randomUUID
    })
    if (!taken.ok) return taken
    for (const [index, outcome] of taken.value.outcomes.entries()) {
      if (outcome.state === 'refused') return failed({ code: failureOf(outcome) })
      ids.set(files[index]?.file ?? '', outcome.exhibit.id)
    }
  }
  return done(ids)
}

function failureOf({ code, fileName }: Extract<IntakeOutcome, { state: 'refused' }>): VaultFailure['code'] {
  if (
    code === 'disk-full' ||
    code === 'no-permission' ||
    code === 'vault-failed' ||
    code === 'dossier-gone'
  ) {
    return code
  }
  throw new Error(`the sample's ${fileName} cannot be taken in: ${code}`)
}

function edited(dossier: Dossier, edit: DossierEdit, at: Instant): Dossier {
  // A photo that tells its own date keeps it: that is a better source than a statement.
  if (edit.kind === 'date-exhibit') {
    const exhibit = dossier.exhibits.find(({ id }) => id === edit.exhibitId)
    if (exhibit?.madeOn?.on === edit.madeOn?.on) return dossier
  }
  const next = editDossier(dossier, edit, at)
  if (!next.ok) throw new Error(`the sample's story does not fit: ${next.code}`)
  return next.value
}
