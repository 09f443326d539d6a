import type { NewDossier } from '../../../shared/domain/dossier.ts'
import { formatPhoneNumber, parsePhoneNumber } from '../../../shared/domain/phone-number.ts'
import { LONGEST_LINE, LONGEST_NUMBER } from '../../../shared/domain/limits.ts'

/** The form as it is typed. */
export interface TypedAccount {
  /** Id of the data file, or `OTHER_OPERATOR`. */
  operatorId: string
  operatorName: string
  phoneNumber: string
  latin: string
  cyrillic: string
  chinese: string
  contractNumber: string
}

export type AccountErrors = Partial<Record<keyof TypedAccount, string>>

/** No id of the data file: an operator named by the user. */
export const OTHER_OPERATOR = 'other'

export function emptyAccount(): TypedAccount {
  return {
    operatorId: '',
    operatorName: '',
    phoneNumber: '',
    latin: '',
    cyrillic: '',
    chinese: '',
    contractNumber: ''
  }
}

export function typedAccount(account: NewDossier): TypedAccount {
  return {
    operatorId: account.operator.id ?? OTHER_OPERATOR,
    operatorName: account.operator.name,
    phoneNumber: formatPhoneNumber(account.phoneNumber),
    ...account.subscriber,
    contractNumber: account.contractNumber
  }
}

/** The account where everything is right, and a code beside every field where it is not. */
export function checkAccount(typed: TypedAccount): {
  readonly account: NewDossier | null
  readonly errors: AccountErrors
} {
  const errors: AccountErrors = {}
  const isOther = typed.operatorId === OTHER_OPERATOR
  if (typed.operatorId === '') errors.operatorId = 'operator-needed'
  if (isOther && typed.operatorName.trim() === '') errors.operatorName = 'operator-needed'

  const phoneNumber = parsePhoneNumber(typed.phoneNumber)
  if (typed.phoneNumber.trim() === '') errors.phoneNumber = 'phone-needed'
  else if (phoneNumber === null) errors.phoneNumber = 'phone-not-a-number'

  const subscriber = {
    latin: typed.latin.trim(),
    cyrillic: typed.cyrillic.trim(),
    chinese: typed.chinese.trim()
  }
  if (subscriber.latin + subscriber.cyrillic + subscriber.chinese === '') errors.latin = 'name-needed'
  for (const field of ['operatorName', 'latin', 'cyrillic', 'chinese'] as const) {
    if (typed[field].trim().length > LONGEST_LINE) errors[field] = 'text-too-long'
  }
  if (typed.contractNumber.trim().length > LONGEST_NUMBER) errors.contractNumber = 'number-too-long'

  if (Object.keys(errors).length > 0 || phoneNumber === null) return { account: null, errors }
  const operator = { id: isOther ? null : typed.operatorId, name: typed.operatorName.trim() }
  return {
    account: { operator, phoneNumber, subscriber, contractNumber: typed.contractNumber.trim() },
    errors
  }
}
