import { describe, expect, it } from 'vitest'
import {
  checkAccount,
  emptyAccount,
  OTHER_OPERATOR,
  typedAccount
} from '../../../../src/renderer/components/home/account-form.ts'

const right = {
  ...emptyAccount(),
  operatorId: 'mts',
  operatorName: 'МТС',
  phoneNumber: '8 (916) 000-14-27',
  chinese: ' 李雪 '
}

describe('checkAccount', () => {
  it('reads what is needed to begin', () => {
    expect(checkAccount(right).account).toEqual({
      operator: { id: 'mts', name: 'МТС' },
      phoneNumber: '+79160001427',
      subscriber: { latin: '', cyrillic: '', chinese: '李雪' },
      contractNumber: ''
    })
  })

  it('takes an operator by name alone', () => {
    const other = { ...right, operatorId: OTHER_OPERATOR, operatorName: 'Йота ОБРАЗЕЦ' }
    expect(checkAccount(other).account?.operator).toEqual({ id: null, name: 'Йота ОБРАЗЕЦ' })
  })

  it('names everything that is missing', () => {
    expect(checkAccount(emptyAccount()).errors).toEqual({
      operatorId: 'operator-needed',
      phoneNumber: 'phone-needed',
      latin: 'name-needed'
    })
  })

  it.each(['123', '+7 916', 'abc', '+7 916 000-00-00 доб. 5'])('refuses %s as a number', (phoneNumber) => {
    const checked = checkAccount({ ...right, phoneNumber })
    expect(checked.errors.phoneNumber).toBe('phone-not-a-number')
    expect(checked.account).toBeNull()
  })

  it('refuses a name that is a pasted document', () => {
    expect(checkAccount({ ...right, latin: 'x'.repeat(301) }).errors).toEqual({ latin: 'text-too-long' })
  })

  it('reads back what it shows of a saved account', () => {
    const { account } = checkAccount(right)
    if (account === null) throw new Error('the account is right')
    expect(checkAccount(typedAccount(account)).account).toEqual(account)
  })
})
