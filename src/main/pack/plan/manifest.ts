import type { Dossier } from '../../../shared/domain/dossier.ts'
import { formatExhibitNumber } from '../../../shared/domain/exhibit.ts'
import { firstPageOf, type SupplementedPack } from '../../../shared/domain/pack-supplement.ts'
import { slipReasonOf, type AbsorbedExhibit } from './absorbed-exhibit.ts'

export interface ManifestFacts {
  readonly dossier: Dossier
  readonly code: string
  readonly madeAt: string
  readonly appVersion: string
  readonly language: string
  readonly supplementTo: SupplementedPack | null
  readonly exhibits: readonly AbsorbedExhibit[]
  readonly pagesOf: (exhibitId: string) => { readonly first: number; readonly last: number }
}

/** The list of files of a pack for programs: the same facts as its page of checksums. */
export function manifestText(facts: ManifestFacts): string {
  const { dossier, code, madeAt, appVersion, language, supplementTo, exhibits, pagesOf } = facts
  const manifest = {
    format: 'closeout-pack-manifest',
    version: 1,
    pack: code,
    madeAt,
    program: `Closeout ${appVersion}`,
    language,
    dossier: { id: dossier.id, phoneNumber: dossier.phoneNumber },
    firstPage: firstPageOf(supplementTo),
    supplementTo,
    exhibits: exhibits.map((absorbed) => {
      const { exhibit, where, attachmentName } = absorbed
      const { first, last } = pagesOf(exhibit.id)
      return {
        number: formatExhibitNumber(exhibit.number),
        formerNumbers: exhibit.formerNumbers.map(formatExhibitNumber),
        caption: exhibit.caption,
        fileName: exhibit.file.originalName,
        mediaType: exhibit.file.mediaType,
        sizeBytes: exhibit.file.sizeBytes,
        sha256: exhibit.file.sha256,
        pages: { first, last },
        notShownBecause: slipReasonOf(absorbed),
        bytes:
          where === 'attached'
            ? { where, name: attachmentName }
            : where === 'page-image'
              ? { where, page: first }
              : { where }
      }
    })
  }
  return `${JSON.stringify(manifest, null, 2)}\n`
}
