import { formatExhibitNumber, type Exhibit } from '../../../shared/domain/exhibit.ts'
import { safeFileName } from '../../../shared/domain/file-name.ts'

/** The number first, so that attachments sort as the index does and never share a name. */
export function attachmentNameOf(exhibit: Exhibit): string {
  return `${formatExhibitNumber(exhibit.number)}_${safeFileName(exhibit.file.originalName)}`
}
