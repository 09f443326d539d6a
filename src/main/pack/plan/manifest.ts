import type { Dossier } from '../../../shared/domain/dossier.ts'
import { formatExhibitNumber, type Exhibit } from '../../../shared/domain/exhibit.ts'
import { exhibitFileName } from '../../../shared/domain/pack-name.ts'
import { clockLength, isRecording, recordingFormat } from '../../../shared/domain/recording.ts'
import type { PackOrder } from '../../../shared/domain/pack-order.ts'
import type { PackSettings } from '../../../shared/domain/recipient-profile.ts'
import type { SupplementedPack } from '../../../shared/domain/pack-supplement.ts'
import { slipReasonOf, type AbsorbedExhibit } from './absorbed-exhibit.ts'
import type { FilePlace } from './pack-files.ts'
import { recordingNotes } from './recording-notes.ts'

export interface ManifestFacts {
  readonly dossier: Dossier
  readonly code: string
  readonly madeAt: string
  readonly appVersion: string
  readonly language: string
  readonly secondLanguage?: string | null
  readonly supplementTo: SupplementedPack | null
  readonly isCore?: boolean
  readonly order?: PackOrder
  readonly settings: Pick<PackSettings, 'form' | 'largestFileMb'>
  /** Which of several files it stands in. */
  readonly place: FilePlace | null
  /** The number printed on the first page of this file. */
  readonly firstPage: number
  readonly exhibits: readonly AbsorbedExhibit[]
  readonly pagesOf: (exhibitId: string) => { readonly first: number; readonly last: number }
}

/** The list of files of a pack for programs: the same facts as its page of checksums. */
export function manifestText(facts: ManifestFacts): string {
  const { dossier, code, madeAt, appVersion, language, supplementTo, place, firstPage } = facts
  const { exhibits, pagesOf, settings, secondLanguage = null } = facts
  const manifest = {
    format: 'closeout-pack-manifest',
    version: 1,
    pack: code,
    madeAt,
    program: `Closeout ${appVersion}`,
    language,
    // A pack in one language says nothing of another.
    ...(secondLanguage !== null && { secondLanguage }),
    dossier: { id: dossier.id, phoneNumber: dossier.phoneNumber },
    firstPage,
    supplementTo,
    // A pack in one file says nothing of others.
    ...(place !== null && { file: place }),
    ...(facts.isCore === true && { isCore: true }),
    ...(facts.order === 'own' && { order: facts.order }),
    ...(settings.largestFileMb !== null && { largestFileMb: settings.largestFileMb }),
    ...(settings.form === 'archival' && { form: settings.form }),
    exhibits: exhibits.map((absorbed) => {
      const { exhibit } = absorbed
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
        ...(isRecording(exhibit.file.mediaType) && { recording: recordingOf(dossier, exhibit) }),
        notShownBecause: slipReasonOf(absorbed),
        bytes: bytesOf(facts, absorbed, first)
      }
    })
  }
  return `${JSON.stringify(manifest, null, 2)}\n`
}

/** What a list of recordings has of each, as it is printed. */
function recordingOf(dossier: Dossier, exhibit: Exhibit) {
  const { mediaType, seconds } = exhibit.file
  return {
    format: recordingFormat(mediaType),
    length: seconds === undefined ? null : clockLength(seconds),
    notes: recordingNotes(dossier, exhibit)
  }
}

/** Where the original's bytes are. */
function bytesOf(
  { place }: ManifestFacts,
  { exhibit, where, attachmentName }: AbsorbedExhibit,
  page: number
) {
  const isThere = where === 'attached' || where === 'page-image'
  if (isThere && place?.kind === 'own-pages') {
    const number = formatExhibitNumber(exhibit.number)
    return { where: 'own-file', name: exhibitFileName(number, exhibit.caption) }
  }
  if (where === 'attached') return { where, name: attachmentName }
  return where === 'page-image' ? { where, page } : { where }
}
