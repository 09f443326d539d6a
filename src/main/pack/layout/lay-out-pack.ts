import type { Sheet, Target } from './drawing.ts'
import { layAgreement } from './agreement-pages.ts'
import { layChronology } from './chronology-pages.ts'
import { layConfirmation } from './confirmation-pages.ts'
import { layContacts } from './contact-pages.ts'
import { layCover } from './cover-page.ts'
import { layEvidence } from './evidence-pages.ts'
import { layExhibit } from './exhibit-pages.ts'
import type { LaidSheet } from './flow.ts'
import { OWN_BAND, type BandPlace } from './geometry.ts'
import { layIdentity } from './identity-pages.ts'
import { layIndex } from './index-pages.ts'
import { exhibitTarget, exhibitsOf, type LayoutEnv, type PageMap } from './layout-env.ts'
import { layLedger } from './ledger-pages.ts'
import { drawBand } from './page-furniture.ts'
import { BACK_PARTS, type OwnPart } from '../plan/own-parts.ts'
import { layChecksums, layVerification } from './verification-pages.ts'

/** Own pages grow by a digit at most once or twice; more rounds than this would be a mistake of ours. */
const MOST_ROUNDS = 8

export interface LaidPack {
  readonly sheets: readonly Sheet[]
  readonly pages: PageMap
}

type Known = Omit<LayoutEnv, 'pages' | 'pageCount' | 'manifestSha256'>

/**
 * Lays out the whole pack. Page numbers stand in its own text, so it is laid out again with the numbers of the
 * round before until nothing moves.
 * @param manifestOf SHA-256 of the list of files, which names the final pages
 */
export function layOutPack(known: Known, manifestOf: (pages: PageMap) => string): LaidPack {
  let pages: PageMap = new Map()
  let pageCount = 99
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const env: LayoutEnv = { ...known, pages, pageCount, manifestSha256: manifestOf(pages) }
    const sheets = laySheets(env)
    const found = mapPages(sheets.map(({ sheet }) => sheet))
    if (sheets.length === pageCount && isSame(found, pages)) {
      sheets.forEach(({ sheet, band, place }, index) => drawBand(env, sheet, band, index + 1, place))
      return { sheets: sheets.map(({ sheet }) => sheet), pages }
    }
    pages = found
    pageCount = sheets.length
  }
  throw new Error('the page numbers of the pack do not come to rest')
}

function laySheets(env: LayoutEnv): readonly (LaidSheet & { readonly place: BandPlace })[] {
  const place = (laid: LaidSheet) => ({ ...laid, place: OWN_BAND })
  return [
    ...env.frontParts.flatMap((part) => layPart[part](env).map(place)),
    ...exhibitsOf(env).flatMap((absorbed) => layExhibit(env, absorbed)),
    ...BACK_PARTS.flatMap((part) => layPart[part](env).map(place))
  ]
}

const layPart: Readonly<Record<OwnPart, (env: LayoutEnv) => readonly LaidSheet[]>> = {
  cover: layCover,
  index: layIndex,
  chronology: layChronology,
  identity: layIdentity,
  payments: layLedger,
  contacts: layContacts,
  agreement: layAgreement,
  confirmation: layConfirmation,
  evidence: layEvidence,
  verification: layVerification,
  checksums: layChecksums
}

/** Sheets of one part share the name before `#`. */
function mapPages(sheets: readonly Sheet[]): PageMap {
  const pages = new Map<Target, { first: number; last: number }>()
  sheets.forEach((sheet, index) => {
    const name = sheet.name.replace(/#\d+$/, '')
    const known = pages.get(name)
    pages.set(name, { first: known?.first ?? index + 1, last: index + 1 })
  })
  return pages
}

function isSame(left: PageMap, right: PageMap): boolean {
  return (
    left.size === right.size &&
    [...left].every(([name, { first, last }]) => {
      const other = right.get(name)
      return other?.first === first && other.last === last
    })
  )
}

export function exhibitRange(
  pages: PageMap,
  exhibitId: string
): { readonly first: number; readonly last: number } {
  return pages.get(exhibitTarget(exhibitId)) ?? { first: 0, last: 0 }
}
