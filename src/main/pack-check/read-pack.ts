import type { Original } from '../original.ts'
import type { ArchivalResult } from '../../shared/domain/archival-check.ts'
import type { PdfDict } from '../pdf-reading/pdf-syntax.ts'
import { checkArchival } from './archival/check-archival.ts'
import { hashOf, readAttachedFiles, type AttachedFile } from './attached-files.ts'
import { surveyObjects, type ObjectSurvey } from './object-survey.ts'
import { createPackFonts } from './pack-fonts.ts'
import { readDestination } from './pack-links.ts'
import { readManifest, type ManifestExhibit, type PackManifest } from './pack-manifest.ts'
import { openPackObjects, type PackObjects } from './pack-objects.ts'
import { readOutline, type PackOutline } from './pack-outline.ts'
import { readPackPage, type PackPage } from './pack-page.ts'
import { readPageLabels } from './page-labels.ts'
import { readPageTree, type PageTree } from './page-tree.ts'
import { pagesReaching } from './pages-reaching.ts'
import { bytesOf, dictOf, listOf, nameOf } from './pdf-look.ts'
import { orientationOf } from './picture-turn.ts'
import { countSourceMessages } from './source-messages.ts'
import { readSourcePages, type SourcePage } from './source-pages.ts'
import { takeTurns } from './take-turns.ts'

/** A finished pack as a stranger's program finds it; the norms judge nothing else. */
export interface ReadPack {
  readonly fileName: string
  readonly sizeBytes: number
  readonly lock: PackObjects['lock']
  readonly survey: ObjectSurvey
  readonly pages: readonly PackPage[]
  readonly declaredPages: number | null
  /** What a reader's page box shows; null where it counts by itself. */
  readonly labels: readonly string[] | null
  readonly outline: PackOutline
  readonly showsBookmarks: boolean
  /** 1 = 100 %; null where the reader keeps its own. */
  readonly openingZoom: number | null
  /** Layers that are shown on the screen and not on paper, or the other way round. */
  readonly hasPrintLayers: boolean
  readonly manifest: PackManifest | null
  readonly manifestSha256: string | null
  /** Of the file, in hex; null where it has none. */
  readonly identifier: string | null
  readonly attached: ReadonlyMap<string, AttachedFile>
  /** SHA-256 of photos that stand in the pack as they came, by page. */
  readonly pictureHashes: ReadonlyMap<number, string>
  /** By picture: how its camera was held, as EXIF counts it. */
  readonly pictureTurns: ReadonlyMap<number, number>
  /** By exhibit: how its own file shows its pages. */
  readonly sourcePages: ReadonlyMap<string, readonly SourcePage[] | null>
  /** By exhibit: how many messages its own file holds. */
  readonly sourceMessages: ReadonlyMap<string, number>
  readonly invisibleLetters: readonly string[]
  readonly pagesWithoutFont: readonly number[]
  readonly activePages: readonly number[]
  readonly archival: ArchivalResult
}

const EXIF_BYTES = 64 * 1024

/** Reads everything the norms ask for. Throws damage where the file is no PDF that can be opened. */
export async function readPack(
  original: Original,
  fileName: string,
  password: string | null = null
): Promise<ReadPack> {
  const objects = await openPackObjects(original, password)
  const survey = await surveyObjects(objects)
  const tree: PageTree = (await readPageTree(objects)) ?? { catalog: new Map(), declared: null, pages: [] }
  const { catalog } = tree
  const attached = await readAttachedFiles(objects, catalog)
  const list = attached.get('manifest.json')
  const bytes = list === undefined ? null : await objects.bytesOf(list.object)
  const manifest = bytes === null ? null : readManifest(bytes)
  const first = manifest?.firstPage ?? 1
  const numbers = new Map(
    tree.pages.flatMap(({ object }, index) => (object === null ? [] : [[object, first + index]]))
  )
  const fonts = createPackFonts(objects)
  const pages: PackPage[] = []
  const turn = takeTurns()
  for (const [index, page] of tree.pages.entries()) {
    await turn()
    pages.push(await readPackPage(objects, fonts, numbers, page, first + index))
  }
  const invisible = await Promise.all(fonts.all().map((font) => font.invisible()))
  const readSources = sourceReader(objects, manifest, attached)
  const opening = await readDestination(objects, numbers, catalog.get('OpenAction'))
  return {
    fileName,
    sizeBytes: original.sizeBytes,
    lock: objects.lock,
    survey,
    pages,
    declaredPages: tree.declared,
    labels: await readPageLabels(objects, catalog, pages.length),
    outline: await readOutline(objects, numbers, catalog),
    showsBookmarks: nameOf(catalog.get('PageMode')) === 'UseOutlines',
    openingZoom: opening.page === first ? opening.zoom : null,
    hasPrintLayers: await hasPrintLayers(objects, catalog),
    manifest,
    manifestSha256: list?.sha256 ?? null,
    identifier: bytesOf(listOf(objects.trailer.get('ID'))?.[0])?.toString('hex') ?? null,
    attached,
    ...(await readPictures(objects, pages, manifest)),
    sourcePages: await readSources('application/pdf', readSourcePages),
    sourceMessages: await readSources('application/xml', countSourceMessages),
    invisibleLetters: invisible.flat(),
    pagesWithoutFont: await pagesReaching(objects, pages, survey.withoutFont),
    activePages: await pagesReaching(objects, pages, survey.active),
    archival: await checkArchival({ original, objects, tree, pages, survey, manifest })
  }
}

async function hasPrintLayers(objects: PackObjects, catalog: PdfDict): Promise<boolean> {
  const layers = dictOf(await objects.resolve(catalog.get('OCProperties')))
  const shown = dictOf(await objects.resolve(layers?.get('D')))
  return (listOf(await objects.resolve(shown?.get('AS'))) ?? []).length > 0
}

/** How the camera of each picture was held, and the hash of photos whose bytes are the page's own. */
async function readPictures(
  objects: PackObjects,
  pages: readonly PackPage[],
  manifest: PackManifest | null
): Promise<Pick<ReadPack, 'pictureHashes' | 'pictureTurns'>> {
  const pictureHashes = new Map<number, string>()
  const pictureTurns = new Map<number, number>()
  const kept = new Set(
    (manifest?.exhibits ?? []).flatMap(({ bytes }) =>
      bytes.where === 'page-image' ? (bytes.page ?? []) : []
    )
  )
  for (const { number, shown } of pages) {
    const pictures = shown.filter(({ kind }) => kind === 'picture')
    for (const [index, picture] of pictures.entries()) {
      const object = await objects.get(picture.object)
      const content = object === null ? null : await objects.contentOf(object)
      if (object === null || content === null) continue
      if (!pictureTurns.has(picture.object)) {
        const isJpeg = nameOf(dictOf(object.value)?.get('Filter')) === 'DCTDecode'
        const head = isJpeg ? await content.read(0, EXIF_BYTES) : null
        pictureTurns.set(picture.object, head === null ? 1 : orientationOf(head))
      }
      const sha256 = index === 0 && kept.has(number) ? await hashOf(objects, object, 'sealed') : null
      if (sha256 !== null) pictureHashes.set(number, sha256)
    }
  }
  return { pictureHashes, pictureTurns }
}

/** What the attached files of a kind say of themselves, by exhibit. */
function sourceReader(
  objects: PackObjects,
  manifest: PackManifest | null,
  attached: ReadonlyMap<string, AttachedFile>
) {
  return async <Said>(mediaType: string, read: (content: Original) => Promise<Said>) => {
    const said = new Map<string, Said>()
    for (const exhibit of manifest?.exhibits ?? []) {
      const file = exhibit.mediaType === mediaType ? sourceOf(exhibit, attached) : undefined
      const content = file === undefined ? null : await objects.contentOf(file.object)
      if (content !== null) said.set(exhibit.number, await read(content))
    }
    return said
  }
}

function sourceOf({ bytes }: ManifestExhibit, attached: ReadonlyMap<string, AttachedFile>) {
  return bytes.where === 'attached' ? attached.get(bytes.name ?? '') : undefined
}
