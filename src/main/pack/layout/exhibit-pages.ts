import { formatExhibitNumber, type Exhibit } from '../../../shared/domain/exhibit.ts'
import { isIdentityExhibit } from '../../../shared/domain/masked-dossier.ts'
import {
  isImageOnly,
  type AbsorbedExhibit,
  type ExhibitPage,
  type ForeignPage
} from '../plan/absorbed-exhibit.ts'
import type { LaidSheet } from './flow.ts'
import { foreignLinks } from './foreign-links.ts'
import { layForeignPage, placeForeign, type ForeignCaptions } from './foreign-page.ts'
import { FOREIGN_BAND, OWN_BAND, type BandPlace, type PaperShape } from './geometry.ts'
import { drawStrip } from './exhibit-strip.ts'
import { exhibitTarget, type LayoutEnv } from './layout-env.ts'
import { drawMessages } from './message-page.ts'
import { pictureText } from './picture-text.ts'
import { purposeMarks } from './purpose-mark.ts'
import { ownSheet } from './page-furniture.ts'
import { drawPhoto, type Marks } from './photo-page.ts'
import { drawSlip } from './slip-page.ts'
import type { Tag } from './tag.ts'
import { drawWritten } from './written-page.ts'
import { WrittenTags } from './written-tags.ts'

export interface ExhibitSheet extends LaidSheet {
  readonly place: BandPlace
}

function isForeign(page: ExhibitPage | undefined): page is ForeignPage {
  return page?.kind === 'foreign' || page?.kind === 'rendered'
}

/** Height of the exhibit's first sheet, which links to it lead to the top of. */
export function firstSheetHeight({ pages: [first] }: AbsorbedExhibit, paper: PaperShape): number {
  return isForeign(first) && placeForeign(first, paper).isLandscape ? paper.width : paper.height
}

/** What a page of a foreign document is read as: a picture that nobody could find a word on needs one of ours. */
function foreignTag(env: LayoutEnv, exhibit: Exhibit, page: ForeignPage, section: Tag): Tag {
  return page.kind === 'rendered' && isImageOnly(page)
    ? { role: 'Figure', parent: section, alt: pictureText(env, exhibit) }
    : { role: 'P', parent: section }
}

/** The pages of one exhibit, in their order. */
export function layExhibit(
  env: LayoutEnv,
  absorbed: AbsorbedExhibit,
  category: Tag
): readonly ExhibitSheet[] {
  const { exhibit, pages } = absorbed
  const section: Tag = { role: 'Sect', parent: category }
  const written = new WrittenTags(section)
  const captions: ForeignCaptions = new Map()
  const isMarked = env.settings.purposeMark && isIdentityExhibit(exhibit)
  const marks: Marks | null = isMarked ? (box) => purposeMarks(env, box).map((mark) => mark.lines) : null
  const linksOf: Parameters<typeof layForeignPage>[4]['linksOf'] = (page, matrix) =>
    foreignLinks(page, matrix, exhibitTarget(exhibit.id), { pages, paper: env.paper })
  return pages.map((page, index) => {
    const name = index === 0 ? exhibitTarget(exhibit.id) : `${exhibitTarget(exhibit.id)}#${index + 1}`
    const band = {
      kind: 'exhibit',
      number: formatExhibitNumber(exhibit.number),
      page: index + 1,
      of: pages.length
    } as const
    if (isForeign(page)) {
      const heading: Tag | null = index === 0 ? { role: 'H1', parent: section } : null
      const content = foreignTag(env, exhibit, page, section)
      const sheet = layForeignPage(env, exhibit, page, name, {
        captions,
        marks,
        linksOf,
        heading,
        content
      })
      const place = sheet.width > sheet.height ? env.paper.landscapeBand : FOREIGN_BAND
      return { sheet, band, place }
    }
    const sheet = ownSheet(env, name)
    const top = drawStrip(env, sheet, exhibit, index === 0 ? section : null)
    if (page.kind === 'picture')
      drawPhoto(env, sheet, page, { top, marks, section, alt: pictureText(env, exhibit) })
    else if (page.kind === 'written') drawWritten(env, sheet, page.rows, top, written)
    else if (page.kind === 'messages') drawMessages(env, sheet, page.rows, top, section)
    else if (page.kind === 'slip') drawSlip(env, sheet, absorbed, page.reason, section)
    return { sheet, band, place: OWN_BAND }
  })
}
