import type { ArchivalFault, ArchivalFinding, ArchivalResult } from '../../../shared/domain/archival-check.ts'
import type { Original } from '../../original.ts'
import type { ObjectSurvey } from '../object-survey.ts'
import type { PackManifest } from '../pack-manifest.ts'
import type { PackObjects } from '../pack-objects.ts'
import type { PackPage } from '../pack-page.ts'
import type { PageTree } from '../page-tree.ts'
import { pagesReaching } from '../pages-reaching.ts'
import { bytesOf, dictOf, listOf, refOf, textOf } from '../pdf-look.ts'
import { agreesWith, readClaims, type ArchivalClaims } from './archival-claims.ts'
import { hasOutputIntent, pagesWithoutInks } from './archival-colours.ts'
import { readStructure } from './archival-structure.ts'
import { surveyArchival } from './archival-survey.ts'

/** ISO 19005-3, 6.1.2: the version, and letters that tell programs it is no text. */
const HEADER = /^%PDF-1\.[0-7][\r\n]+%[\x80-\xff]{4}/
const HEADER_BYTES = 32

export interface ArchivalQuestion {
  readonly original: Original
  readonly objects: PackObjects
  readonly tree: PageTree
  readonly pages: readonly PackPage[]
  readonly survey: ObjectSurvey
  readonly manifest: PackManifest | null
}

/**
 * Judges a file that says it is archival by the clauses of ISO 19005-3 and ISO 14289-1 that a program can see. Whether
 * a description describes is for people.
 */
export async function checkArchival(question: ArchivalQuestion): Promise<ArchivalResult> {
  const { objects, tree, manifest } = question
  const metadata = refOf(tree.catalog.get('Metadata'))
  const stream = metadata === null ? null : await objects.get(metadata)
  const claims = readClaims(stream === null ? null : await objects.bytesOf(stream))
  if (!claims.isClaimed && manifest?.form !== 'archival')
    return { state: 'not-asked', because: 'working-form' }
  const findings = [...(await ofTheFile(question, claims)), ...(await ofThePages(question))]
  return findings.length === 0 ? { state: 'held' } : { state: 'not-held', findings }
}

async function ofTheFile(
  { original, objects, tree: { catalog } }: ArchivalQuestion,
  claims: ArchivalClaims
): Promise<readonly ArchivalFinding[]> {
  const head = Buffer.from(await original.read(0, Math.min(HEADER_BYTES, original.sizeBytes)))
  const identifier = listOf(objects.trailer.get('ID')) ?? []
  const isFramed = HEADER.test(head.toString('latin1')) && identifier.length === 2
  const hasIdentifier = identifier.every((part) => (bytesOf(part)?.length ?? 0) > 0)
  const shown = dictOf(await objects.resolve(catalog.get('ViewerPreferences')))
  const info = dictOf(await objects.resolve(objects.trailer.get('Info')))
  const language = textOf(await objects.resolve(catalog.get('Lang')))
  return [
    ...when(!claims.isComplete, 'claim-incomplete'),
    ...when(objects.lock !== 'none', 'encrypted'),
    ...when(!isFramed || !hasIdentifier, 'frame-wrong'),
    ...when(!agreesWith(claims, info), 'metadata-differs'),
    ...when(claims.title === '' || shown?.get('DisplayDocTitle') !== true, 'title-not-shown'),
    ...when(language === null || language === '', 'language-missing'),
    ...when(!(await hasOutputIntent(objects, catalog)), 'colours-undefined')
  ]
}

async function ofThePages({
  objects,
  tree,
  pages,
  survey
}: ArchivalQuestion): Promise<readonly ArchivalFinding[]> {
  const { catalog } = tree
  const dicts = tree.pages.map(({ dict }) => dict)
  const more = await surveyArchival(objects, catalog)
  const structure = await readStructure(objects, catalog, pages, dicts)
  const forbidden = new Set([...survey.active, ...survey.outside, ...more.forbidden])
  const unmapped = pages.filter((page) => page.unmapped > 0).map(({ number }) => number)
  const pageOf = new Map(pages.map(({ object, number }) => [object, number]))
  const untold = more.untoldPictures.flatMap((object) => pageOf.get(object) ?? [])
  const at = (wanted: ReadonlySet<number>) => pagesReaching(objects, pages, wanted)
  const inks = await pagesWithoutInks(objects, pages, dicts)
  const hasMeaningless = more.fontsWithoutMeaning.size > 0 || unmapped.length > 0
  return [
    ...when(survey.withoutFont.size > 0, 'font-not-inside', await at(survey.withoutFont)),
    ...when(hasMeaningless, 'letters-without-meaning', [
      ...unmapped,
      ...(await at(more.fontsWithoutMeaning))
    ]),
    ...when(inks.length > 0, 'colours-undefined', inks),
    ...when(forbidden.size > 0, 'forbidden-parts', await at(forbidden)),
    ...when(!structure.isThere, 'structure-missing'),
    ...when(structure.loosePages.length > 0, 'content-loose', structure.loosePages),
    ...when(more.untoldPictures.length > 0, 'picture-untold', untold),
    ...when(structure.untoldLinks.length > 0, 'link-untold', structure.untoldLinks),
    ...when(more.hasUntoldFiles, 'attachment-untold')
  ]
}

function when(isSo: boolean, why: ArchivalFault, pages: readonly number[] = []): readonly ArchivalFinding[] {
  return isSo ? [{ why, pages: [...new Set(pages)].toSorted((a, b) => a - b) }] : []
}
