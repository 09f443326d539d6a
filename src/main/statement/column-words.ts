import type { ColumnRole } from '../../shared/domain/statement.ts'

/**
 * What banks and operators call their columns, in the three languages; the first form that fits counts,
 * so that "date of debit" is a date and "account of the payee" is nothing.
 */
const WORDS: readonly { readonly role: ColumnRole; readonly form: RegExp }[] = [
  { role: 'ignore', form: /остат|баланс|сальдо|balance|余额|结余/i },
  {
    role: 'ignore',
    form: /сч[её]т|инн|бик|кпп|iban|bic\b|account|账号|帐号|卡号|номер|№|number|\bno\b|\bid\b|单号|流水号|状态|статус|status|mcc|кэшбэк|бонус/i
  },
  { role: 'date', form: /дата|\bdate\b|日期|时间/i },
  {
    role: 'direction',
    form: /收\/支|收支|借贷|приход\s*\/\s*расход|дебет\s*\/\s*кредит|direction|dr\s*\/\s*cr/i
  },
  {
    role: 'debit',
    form: /дебет|расход|списан|начислен|debit|withdraw|paid out|money out|charged|支出|借方|扣费|出账/i
  },
  {
    role: 'credit',
    form: /кредит|приход|поступ|зачисл|пополн|credit|deposit|paid in|money in|top-?up|收入|贷方|充值|入账/i
  },
  { role: 'amount', form: /сумм|amount|金额|\bsum\b/i },
  { role: 'currency', form: /валют|currency|\bccy\b|币种|货币/i },
  {
    role: 'counterparty',
    form: /контрагент|получател|плательщик|отправител|корреспонд|counterparty|payee|payer|merchant|beneficiary|对方|商户|收款|付款方/i
  },
  {
    role: 'description',
    form: /описан|назначен|содержан|комментар|примечан|основан|операци|услуг|тип|description|details|memo|narrative|purpose|reference|\bnote|comment|type|摘要|说明|备注|商品|用途|类型/i
  }
]

/** What a column's name says it holds; null when it says nothing we know. */
export function roleByName(header: string): ColumnRole | null {
  return WORDS.find(({ form }) => form.test(header))?.role ?? null
}

/** Words of an operator's list rather than a bank's. */
export function isOperatorsColumn(header: string): boolean {
  return /начислен|пополн|абонент|тариф|charged|top-?up|充值|话费|扣费/i.test(header)
}

const OUT = /^(-|out|dr|debit|expense|д|дт|дебет|расход|списание|支出|支|借|出账?|转出)$/i
const IN =
  /^(\+|in|cr|credit|income|к|кт|кредит|приход|поступление|пополнение|зачисление|收入|收|贷|入账?|转入)$/i

/** Which way money went, as a cell says in words; null where it does not. */
export function readDirection(cell: string): 'out' | 'in' | null {
  const word = cell.trim()
  return OUT.test(word) ? 'out' : IN.test(word) ? 'in' : null
}
