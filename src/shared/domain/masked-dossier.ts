import type { Dossier } from './dossier.ts'
import type { Exhibit } from './exhibit.ts'
import { MASKED_DATE, datePattern } from './masked-birth-date.ts'
import { maskedNumber, withoutNumber } from './masked-number.ts'
import type { Masking } from './recipient-profile.ts'

/** Values that lead to something or are counted with, and are no text: a date of a payment must stay a date. */
const NO_TEXT: ReadonlySet<string> = new Set([
  ...[
    'id',
    'key',
    'sha256',
    'contents',
    'phoneNumber',
    'code',
    'kind',
    'mediaType',
    'currency',
    'zone',
    'local'
  ],
  ...['on', 'at', 'createdAt', 'changedAt', 'trashedAt', 'addedAt', 'fileModifiedAt', 'madeAt'],
  ...['issuedOn', 'expiresOn', 'signedOn', 'appliedOn', 'effectiveOn', 'plannedOn', 'endsOn', 'promisedBy'],
  ...['returnedOn', 'savedOn', 'checkedOn', 'movedOn', 'doneOn', 'laterUntil', 'readOn', 'printedOn']
])

type MaskText = (text: string) => string

/**
 * The dossier as a recipient may read it, before anything is planned from it: no page, name or bookmark made of it
 * can say what is masked. Texts of the user's are searched as well, however the number or the day is written there.
 */
export function maskedDossier(dossier: Dossier, masking: Masking): Dossier {
  const masked = maskedTexts(dossier, textMask(dossier, masking))
  const { identity } = dossier
  return {
    ...masked,
    identity: {
      ...masked.identity,
      bornOn: masking.birthDates ? null : identity.bornOn,
      documents: masked.identity.documents.map((document, index) => ({
        ...document,
        // A number too short to be searched for is masked at least where it is known to be one.
        number: masking.documentNumbers
          ? maskedNumber(identity.documents[index]?.number ?? '')
          : document.number
      }))
    }
  }
}

/** How texts of this dossier's case are masked. */
export function textMask({ identity }: Dossier, masking: Masking): MaskText {
  const numbers = masking.documentNumbers ? identity.documents.map(({ number }) => number) : []
  const birth = masking.birthDates && identity.bornOn !== null ? datePattern(identity.bornOn) : null
  return (text) => {
    const numberless = numbers.reduce(withoutNumber, text)
    return birth === null ? numberless : numberless.replace(birth, MASKED_DATE)
  }
}

/** An exhibit that shows who somebody is: its original is not handed out where identity data is masked. */
export function isIdentityExhibit({ number, proves }: Exhibit): boolean {
  return number.category === 'A' || proves.some(({ kind }) => kind === 'document')
}

/** The same value with every text in it masked; what is not a text is left alone. */
export function maskedTexts<Value>(value: Value, mask: MaskText): Value {
  return masked(value, mask) as Value
}

function masked(value: unknown, mask: MaskText): unknown {
  if (typeof value === 'string') return mask(value)
  if (Array.isArray(value)) return value.map((one: unknown) => masked(one, mask))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]: [string, unknown]) => [
      key,
      typeof one === 'string' && NO_TEXT.has(key) ? one : masked(one, mask)
    ])
  )
}
