// The facts of the sample dossier as the app reads them, beside the files.
import { FACTS, MISTAKEN_ENTRY, text } from './story-edits.mjs'
import { OPERATOR_DATA } from './story-operator.mjs'
import {
  CHARGES,
  CONTRACT,
  FINAL_BILL,
  OPERATOR,
  PENALTY,
  PHONE,
  REFUND,
  ROAMING,
  SHOP_PAYMENT,
  SUBSCRIBER,
  TRANSFERS
} from './story.mjs'

/** The names the files would have on a real desk. None has a letter that macOS would write in two characters. */
export const FILES = {
  passport: 'IMG_20261005_091533.jpg',
  bills: 'Счета_000-2745.pdf',
  bank: 'Справка_банка_2026-11-03.pdf',
  receipt: 'IMG_20260814_123104.jpg',
  refund: 'Screenshot_20261029-153112.png',
  contract: 'Договор_000-2745.pdf',
  agreement: 'Соглашение_000-2745-Р.pdf',
  application: 'Заявление_10-05-27.pdf',
  call: 'Звонок_2026-09-28_11-20.wav',
  chat: 'chat_export_2026-10-21.csv',
  routerAct: 'IMG_20261019_122040.jpg',
  mail: 'Номер отключен.eml',
  certificate: 'Справка_10-30-45.pdf',
  sms: 'Screenshot_20261020-180207.png',
  smsExport: 'sms-20261021.xml',
  claim: 'Претензия о возврате.eml',
  registered: 'Претензия зарегистрирована.eml'
}

/** @param {string} step */
const step = (step) => ({ kind: 'step', step })

/** @param {string} kind @param {string} name */
const record = (kind, name) => ({ kind, id: `{${name}}` })

/** @param {string} file @param {string} category @param {string} on @param {Record<string, string>} caption @param {readonly object[]} proves */
const exhibit = (file, category, on, caption, ...proves) => ({ file, category, on, caption, proves })

const EXHIBITS = [
  exhibit(
    FILES.passport,
    'A',
    '2026-10-05',
    text('护照，资料页', 'Паспорт, разворот с данными', 'Passport, data page'),
    record('document', 'passport')
  ),
  exhibit(
    FILES.bills,
    'B',
    '2026-10-20',
    text(
      '11 个月的计费明细与最后一期账单',
      'Выписка начислений и заключительный счёт',
      'Statement of charges and final bill'
    )
  ),
  exhibit(
    FILES.bank,
    'B',
    '2026-11-03',
    text(
      '银行出具的付款证明',
      'Справка банка о платежах оператору',
      'Bank statement of payments to the operator'
    ),
    step('payments')
  ),
  exhibit(
    FILES.receipt,
    'B',
    '2026-08-14',
    text(
      '补缴欠费与滞纳金的收据',
      'Чек об оплате долга и неустойки',
      'Receipt for the late bills and the penalty'
    )
  ),
  exhibit(
    FILES.refund,
    'B',
    '2026-10-29',
    text('预付余额退款到账截图', 'Возврат остатка аванса, снимок экрана', 'Refund of the advance, screenshot')
  ),
  exhibit(
    FILES.contract,
    'C',
    '2022-09-14',
    text('入网服务合同', 'Договор об оказании услуг связи', 'Service contract'),
    step('account')
  ),
  exhibit(
    FILES.agreement,
    'C',
    '2026-10-08',
    text('解约协议', 'Соглашение о расторжении договора', 'Agreement on ending the contract'),
    step('agreement')
  ),
  exhibit(
    FILES.call,
    'D',
    '2026-09-28',
    text('客服通话录音', 'Запись звонка в службу поддержки', 'Recording of the call to customer care'),
    record('contact', 'call'),
    step('contact')
  ),
  exhibit(
    FILES.application,
    'D',
    '2026-10-05',
    text(
      '解约申请，盖有收文章',
      'Заявление о расторжении с отметкой о приёме',
      'Application to end the contract, marked as received'
    ),
    record('contact', 'application'),
    step('contact'),
    step('agreement')
  ),
  exhibit(
    FILES.chat,
    'D',
    '2026-10-21',
    text('与客服的聊天记录', 'Переписка в чате поддержки', 'Chat with customer care'),
    record('contact', 'chat'),
    record('contact', 'refund')
  ),
  exhibit(
    FILES.claim,
    'D',
    '2026-11-06',
    text('要求退还误付款项的索赔信', 'Претензия о возврате автоплатежа', 'Claim for the mistaken payment'),
    record('contact', 'claim')
  ),
  exhibit(
    FILES.registered,
    'D',
    '2026-11-09',
    text('运营商登记索赔的回信', 'Ответ оператора о регистрации претензии', 'Registration of the claim'),
    record('contact', 'registered'),
    record('contact', 'claim')
  ),
  exhibit(
    FILES.routerAct,
    'E',
    '2026-10-19',
    text('路由器归还单', 'Акт возврата роутера', 'Act of returning the router'),
    record('device', 'device'),
    record('contact', 'router')
  ),
  exhibit(
    FILES.mail,
    'F',
    '2026-10-30',
    text(
      '运营商的销号确认邮件',
      'Письмо оператора об отключении номера',
      'E-mail of the operator confirming the closing'
    ),
    record('contact', 'confirmed'),
    step('confirmation')
  ),
  exhibit(
    FILES.certificate,
    'F',
    '2026-10-30',
    text(
      '解约及无欠费证明',
      'Справка о расторжении и отсутствии долга',
      'Certificate: contract ended, nothing owed'
    ),
    step('confirmation'),
    step('agreement'),
    record('contact', 'confirmed')
  ),
  exhibit(
    FILES.sms,
    'F',
    '2026-10-20',
    text('运营商短信截图', 'Сообщения оператора, снимок экрана', 'Messages from the operator, screenshot'),
    step('confirmation')
  ),
  exhibit(
    FILES.smsExport,
    'F',
    '2026-10-20',
    text(
      '手机导出的运营商短信',
      'Сообщения оператора, выгрузка из телефона',
      'Messages from the operator, phone export'
    ),
    step('confirmation')
  )
]

const MONTH_YEAR = { month: 'long', year: 'numeric', timeZone: 'UTC' }

/** @param {string} on */
function billNote(on) {
  const day = new Date(`${on}T00:00:00Z`)
  const month = (/** @type {string} */ language) =>
    new Intl.DateTimeFormat(language, /** @type {Intl.DateTimeFormatOptions} */ (MONTH_YEAR)).format(day)
  return text(
    `${month('zh-CN')}月租`,
    `Абонентская плата, ${month('ru').replace(/ г\.$/, '')}`,
    `Monthly fee, ${month('en')}`
  )
}

/** @param {string} on @param {string} kind @param {number} amountMinor @param {Record<string, string>} note @param {readonly string[]} proofs */
const entry = (on, kind, amountMinor, note, ...proofs) => ({
  on,
  kind,
  amountMinor,
  currency: 'RUB',
  note,
  proofs
})

/** @param {string} kind @param {Record<string, string>} note @param {readonly string[]} proofs */
const abroad = (kind, note, ...proofs) => ({ ...ROAMING, kind, note, proofs })

function entries() {
  const charges = CHARGES.map((charge) =>
    charge === PENALTY
      ? entry(
          charge.on,
          'penalty',
          charge.amountMinor,
          text(
            '6月账单逾期 25 天，合同第 6.4 条',
            'Просрочка счёта за июнь, 25 дней, п. 6.4',
            'June bill 25 days late, clause 6.4'
          ),
          FILES.bills
        )
      : entry(charge.on, 'bill', charge.amountMinor, billNote(charge.on), FILES.bills)
  )
  const transfers = TRANSFERS.map((one) =>
    entry(
      one.on,
      'payment',
      one.amountMinor,
      text('银行转账', 'Перевод из банка', 'Bank transfer'),
      FILES.bank
    )
  )
  const rest = [
    abroad(
      'fee',
      text(
        '中国行漫游包，按人民币计价',
        'Пакет связи в Китае, цена в юанях',
        'Roaming package for China, priced in yuan'
      ),
      FILES.chat
    ),
    abroad(
      'payment',
      text('订购漫游包时付款', 'Оплата при подключении пакета', 'Paid when the package was ordered'),
      FILES.chat
    ),
    entry(
      SHOP_PAYMENT.on,
      'payment',
      SHOP_PAYMENT.amountMinor,
      text(
        '营业厅刷卡缴清 6月、7月账单与滞纳金',
        'Картой в салоне: июнь, июль и неустойка',
        'By card in the shop: June, July and the penalty'
      ),
      FILES.receipt
    ),
    entry(
      FINAL_BILL.on,
      'bill',
      FINAL_BILL.amountMinor,
      text(
        '最后账单，10月1日至20日',
        'Заключительный счёт, 1–20 октября 2026',
        'Final bill, 1–20 October 2026'
      ),
      FILES.bills
    ),
    entry(
      REFUND.on,
      'refund',
      REFUND.amountMinor,
      text('退还预付余额', 'Возврат остатка аванса', 'Refund of the remaining advance'),
      FILES.refund,
      FILES.mail
    ),
    MISTAKEN_ENTRY
  ]
  return [...charges, ...transfers, ...rest].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

export function storyFile() {
  return {
    account: {
      operator: { id: null, name: OPERATOR.name },
      phoneNumber: PHONE.e164,
      subscriber: SUBSCRIBER.names,
      contractNumber: CONTRACT.number
    },
    operatorData: OPERATOR_DATA,
    exhibits: EXHIBITS,
    entries: entries(),
    facts: FACTS
  }
}
