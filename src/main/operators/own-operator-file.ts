import type { OwnOperator } from '../../shared/domain/operator-data.ts'
import { ownOperatorFileSchema } from '../../shared/schema/operator-schema.ts'
import type { OwnFileForm } from '../own-files.ts'

/** A shipped operator with every fact in three languages takes 20 kB. */
export const LARGEST_OPERATOR_FILE_BYTES = 512 * 1024

/** What the user keeps of an operator: corrections of a shipped one, or one of their own. */
export const OWN_OPERATOR_FILE: OwnFileForm<OwnOperator> = {
  largestBytes: LARGEST_OPERATOR_FILE_BYTES,
  parse: (content) => ownOperatorFileSchema.parse(content).own,
  contentOf: (own) => ({ format: 1, own })
}
