// What was written rather than printed: the confirming e-mail and the export of a chat.
import {
  AGREEMENT,
  APPLICATION,
  CALL,
  CERTIFICATE,
  CLAIM,
  CONTRACT,
  MISTAKEN_TRANSFER,
  money,
  OPERATOR,
  PHONE,
  REFUND,
  ROAMING,
  shortDate,
  SUBSCRIBER
} from './story.mjs'

/** Invented: operators write from short numbers. */
const SMS_NUMBER = '0000'

export const CONFIRMATION_TEXT = `ОБРАЗЕЦ / SPECIMEN

Здравствуйте, ${SUBSCRIBER.names.cyrillic}!

Договор № ${CONTRACT.number} расторгнут, номер ${PHONE.shown} отключён ${shortDate(AGREEMENT.effectiveOn)} в 23:59 по московскому времени.

Задолженности нет. Остаток аванса ${money(REFUND.amountMinor).replace('\u00a0', ' ')} ₽ возвращён на ваш счёт ${shortDate(REFUND.on)}. Оборудование принято по акту № 10-19/3. Требований к вам по договору мы не имеем.

Справка № ${CERTIFICATE.number} приложена к письму.

${OPERATOR.legalName}
Отдел обслуживания абонентов
ОБРАЗЕЦ / SPECIMEN`

/** @param {Buffer} attached the certificate @param {string} attachedName */
export function confirmationMail(attached, attachedName) {
  const boundary = '=_specimen_000_2745'
  const lines = [
    'Return-Path: <abonent@obrazets-telecom.example>',
    'Received: from mx0.obrazets-telecom.example (192.0.2.25) by mail.example; Fri, 30 Oct 2026 16:42:19 +0300',
    `From: ${word(OPERATOR.name)} <${OPERATOR.email}>`,
    `To: ${word(SUBSCRIBER.names.cyrillic)} <${SUBSCRIBER.email}>`,
    `Subject: ${word(`ОБРАЗЕЦ: номер ${PHONE.shown} отключён`)}`,
    'Date: Fri, 30 Oct 2026 16:42:07 +0300',
    'Message-ID: <specimen.000-2745.1030@obrazets-telecom.example>',
    'MIME-Version: 1.0',
    'X-Specimen: invented people and papers',
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    base64(Buffer.from(CONFIRMATION_TEXT.replaceAll('\n', '\r\n'))),
    `--${boundary}`,
    `Content-Type: application/pdf; name="${word(attachedName)}"`,
    'Content-Transfer-Encoding: base64',
    `Content-Disposition: attachment; filename*=UTF-8''${encodeURIComponent(attachedName)}`,
    '',
    base64(attached),
    `--${boundary}--`,
    ''
  ]
  return Buffer.from(lines.join('\r\n'))
}

const CLAIM_TEXT = `ОБРАЗЕЦ / SPECIMEN

${OPERATOR.legalName}, отдел обслуживания абонентов

Претензия

Договор № ${CONTRACT.number} расторгнут ${shortDate(AGREEMENT.effectiveOn)}, номер ${PHONE.shown} отключён (справка № ${CERTIFICATE.number}). ${shortDate(MISTAKEN_TRANSFER.on)} банк по автоплатежу перечислил вам ещё ${money(MISTAKEN_TRANSFER.amountMinor)} ₽. Услуги за эти деньги не оказывались.

Прошу вернуть ${money(MISTAKEN_TRANSFER.amountMinor)} ₽ на счёт, с которого они поступили, и ответить на этот адрес. Справку банка пришлю, когда банк её выдаст. Автоплатёж отключён.

${SUBSCRIBER.names.cyrillic} (${SUBSCRIBER.names.latin})
ОБРАЗЕЦ / SPECIMEN`

const REGISTERED_TEXT = `ОБРАЗЕЦ / SPECIMEN

Здравствуйте, ${SUBSCRIBER.names.cyrillic}!

Ваша претензия получена и зарегистрирована 09.11.2026 под № ${CLAIM.number}. Ответ придёт на этот адрес.

${OPERATOR.legalName}
Отдел обслуживания абонентов
ОБРАЗЕЦ / SPECIMEN`

/** @typedef {{ name: string, email: string }} Side */

/** @param {Side} from @param {Side} to @param {string} date @param {string} id @param {string} subject @param {string} text */
function mail(from, to, date, id, subject, text) {
  const lines = [
    `From: ${word(from.name)} <${from.email}>`,
    `To: ${word(to.name)} <${to.email}>`,
    `Subject: ${word(`ОБРАЗЕЦ: ${subject}`)}`,
    `Date: ${date}`,
    `Message-ID: <specimen.000-2745.${id}@${from.email.split('@')[1]}>`,
    'MIME-Version: 1.0',
    'X-Specimen: invented people and papers',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    base64(Buffer.from(text.replaceAll('\u00a0', ' ').replaceAll('\n', '\r\n'))),
    ''
  ]
  return Buffer.from(lines.join('\r\n'))
}

const WRITER = { name: SUBSCRIBER.names.cyrillic, email: SUBSCRIBER.email }

export function claimMail() {
  return mail(WRITER, OPERATOR, 'Fri, 06 Nov 2026 13:25:40 +0800', '1106', 'возврат 550,00 ₽', CLAIM_TEXT)
}

export function registeredMail() {
  const subject = `претензия № ${CLAIM.number}`
  return mail(OPERATOR, WRITER, 'Mon, 09 Nov 2026 10:08:12 +0300', '1109', subject, REGISTERED_TEXT)
}

/** An encoded word of RFC 2047, 75 characters at most, so long texts become several. @param {string} text */
function word(text) {
  const parts = text.match(/.{1,20}/gsu) ?? []
  return parts.map((part) => `=?utf-8?B?${Buffer.from(part).toString('base64')}?=`).join('\r\n ')
}

/** @param {Buffer} bytes */
function base64(bytes) {
  return (bytes.toString('base64').match(/.{1,76}/g) ?? []).join('\r\n')
}

const CHAT = [
  [
    '02.10.2026',
    '10:14',
    'абонент',
    `Здравствуйте. Хочу расторгнуть договор № ${CONTRACT.number}. По телефону мне дали обращение ${CALL.reference}. Какие документы нужны?`
  ],
  [
    '02.10.2026',
    '10:19',
    'оператор',
    'Добрый день! Нужны паспорт и заявление в салоне. Долг за сентябрь 550,00 ₽, его лучше оплатить до подписания.'
  ],
  ['02.10.2026', '10:21', 'абонент', 'Оплачу завтра переводом, сразу и за октябрь.'],
  ['03.10.2026', '09:20', 'абонент', 'Перевела 1100,00 ₽.'],
  ['03.10.2026', '09:47', 'оператор', 'Платёж поступил. Задолженности нет, аванс 550,00 ₽.'],
  ['03.10.2026', '09:52', 'абонент', 'А за пакет связи в Китае, который я подключала в феврале?'],
  [
    '03.10.2026',
    '09:58',
    'оператор',
    `Оплата пакета, ${money(ROAMING.amountMinor)} ${ROAMING.currency}, поступила ${shortDate(ROAMING.on)}. В юанях вы ничего не должны.`
  ],
  ['12.10.2026', '15:02', 'абонент', 'Соглашение подписано 08.10. Когда сдать роутер?'],
  [
    '12.10.2026',
    '15:30',
    'оператор',
    'До 20.10 включительно, в салоне № 00. С собой паспорт и блок питания.'
  ],
  ['21.10.2026', '11:05', 'абонент', 'Номер отключён. Когда вернётся остаток?'],
  [
    '21.10.2026',
    '11:11',
    'оператор',
    `Остаток ${money(REFUND.amountMinor)} ₽ поступит на счёт в течение десяти рабочих дней, затем придёт письмо.`
  ]
]

export function chatExport() {
  const rows = [
    ['дата', 'время (МСК)', 'кто', 'сообщение'],
    ['', '', '', 'ОБРАЗЕЦ / SPECIMEN: вымышленная переписка'],
    ...CHAT
  ]
  const quoted = rows.map((row) =>
    row.map((cell) => `"${cell.replaceAll('"', '""').replaceAll('\u00a0', ' ')}"`).join(';')
  )
  return Buffer.from(`\ufeff${quoted.join('\r\n')}\r\n`)
}

/** What the operator wrote to the number: Moscow time, with seconds as a telephone keeps them. */
export const OPERATOR_SMS = [
  {
    at: '2026-10-08T14:06:12+03:00',
    text: `Соглашение ${AGREEMENT.number} подписано. Номер ${PHONE.shown} будет отключён 20.10.2026. Обращение ${APPLICATION.number}.`
  },
  {
    at: '2026-10-19T12:25:40+03:00',
    text: 'Роутер принят по акту 10-19/3. Плата за него не начисляется. Спасибо.'
  },
  {
    at: '2026-10-20T18:00:03+03:00',
    text: `Сегодня в 23:59 номер ${PHONE.shown} будет отключён. Долга нет. Остаток ${money(REFUND.amountMinor)} ₽ вернётся на ваш счёт в течение 10 рабочих дней.`
  }
]

const QUESTION = {
  at: '2026-10-19T12:41:55+03:00',
  text: 'Спасибо. Когда номер отключат и сколько вернётся? 请同时发邮件确认。'
}

/** The same messages as a telephone exports them, with the question that was asked between them. */
export function smsExport() {
  const messages = [
    ...OPERATOR_SMS.map((message) => ({ ...message, type: 1 })),
    { ...QUESTION, type: 2 }
  ].toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at))
  const rows = messages.map(({ at, text, type }) => {
    const body = text.replaceAll('\u00a0', ' ').replaceAll('&', '&amp;').replaceAll('"', '&quot;')
    return `  <sms protocol="0" address="${SMS_NUMBER}" date="${Date.parse(at)}" type="${type}" subject="null" body="${body}" read="1" status="-1" />`
  })
  return Buffer.from(
    `<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n<!--SPECIMEN / ОБРАЗЕЦ-->\n<smses count="${rows.length}">\n${rows.join('\n')}\n</smses>\n`
  )
}
