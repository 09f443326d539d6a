// The invented operator's data, in the form in which the app keeps those of real ones.
import { text } from './story-edits.mjs'
import { OPERATOR } from './story.mjs'

const READ_ON = '2026-09-27'
const SOURCE = text(
  '样例：为演示而虚构',
  'ОБРАЗЕЦ: придумано для примера',
  'SPECIMEN: invented for the sample'
)

/** @param {string | Record<string, string>} value */
const fact = (value) => ({ value, source: SOURCE, readOn: READ_ON, printedOn: null, certainty: 'own' })

/** @param {string} id @param {string} kind @param {string | Record<string, string>} value */
const channel = (id, kind, value) => ({ id, kind, ...fact(value), note: null })

/** @type {Record<string, (string | Record<string, string>)[]>} */
const FACTS = {
  legalName: [OPERATOR.legalName],
  fullName: [],
  taxNumber: ['0000000000'],
  registrationNumber: ['0000000000000'],
  registeredAddress: [OPERATOR.address],
  claimsAddress: [OPERATOR.email],
  inShop: [text('凭护照在任一营业厅办理', 'В любом салоне, с паспортом', 'In any shop, with the passport')],
  byRepresentative: [
    text('凭公证委托书', 'По нотариальной доверенности', 'With a notarised power of attorney')
  ],
  remotely: [
    text('申请可发邮件', 'Заявление можно отправить по почте', 'The application may be sent by e-mail')
  ],
  papers: [text('护照、申请', 'Паспорт, заявление', 'Passport, application')],
  debtFirst: [text('先付清欠款', 'Сначала погасить долг', 'What is owed is paid first')],
  equipment: [
    text(
      '最迟在终止当日归还，取归还单',
      'Вернуть до дня прекращения, взять акт',
      'Returned by the last day, against an act'
    )
  ],
  refund: [text('十个工作日内', 'В течение десяти рабочих дней', 'Within ten working days')],
  feesStart: [],
  contractEnds: [],
  restore: [],
  pause: [],
  remarks: []
}

export const OPERATOR_DATA = {
  id: 'obrazets-telecom',
  names: text('样例电信（Образец Телеком）', OPERATOR.name, 'Obrazets Telecom'),
  mark: 'ОБР',
  colour: { light: '#5B5F97', dark: '#9A9FD6' },
  facts: Object.fromEntries(Object.entries(FACTS).map(([key, values]) => [key, values.map(fact)])),
  channels: [
    channel('phone', 'free-number', OPERATOR.phone),
    channel('email', 'email', OPERATOR.email),
    channel('shop', 'shop', text('00 号营业厅', 'Салон № 00', 'Shop No. 00'))
  ],
  followUpDays: 14
}
