// What was written rather than printed: the confirming e-mail and the export of a chat.
import {
  AGREEMENT,
  CALL,
  CERTIFICATE,
  CONTRACT,
  money,
  OPERATOR,
  PHONE,
  REFUND,
  shortDate,
  SUBSCRIBER
} from './story.mjs'

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
  ['12.10.2026', '15:02', 'абонент', 'Соглашение подписано 08.10. Когда сдать маршрутизатор?'],
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
