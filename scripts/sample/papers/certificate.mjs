// The operator's certificate that the contract has ended and nothing is owed.
import {
  AGREEMENT,
  CERTIFICATE,
  CONTRACT,
  longDate,
  money,
  OPERATOR,
  PHONE,
  REFUND,
  shortDate,
  SUBSCRIBER
} from '../story.mjs'
import { letterhead, OPERATOR_CSS } from './bills.mjs'
import { document, facts, roundStamp, sheet, signed } from './paper.mjs'

export function certificate() {
  const body = `${letterhead()}<div style="display:flex;justify-content:space-between;font-size:9.5pt;margin-bottom:12mm"><span>Исх. № ${CERTIFICATE.number}<br>${longDate(CERTIFICATE.on)}</span><span style="text-align:right">${SUBSCRIBER.names.cyrillic}<br>${SUBSCRIBER.email}</span></div>
<h1 style="text-align:center;margin-bottom:6mm">Справка о расторжении договора<br>и об отсутствии задолженности</h1>
<p style="font-size:10.5pt">Настоящим ${OPERATOR.legalName} подтверждает:</p>
${facts([
  [
    'Договор',
    `№ ${CONTRACT.number} от ${shortDate(CONTRACT.on)}, расторгнут ${shortDate(AGREEMENT.effectiveOn)}`
  ],
  ['Основание', `соглашение № ${AGREEMENT.number} от ${shortDate(AGREEMENT.signedOn)}`],
  ['Абонентский номер', `${PHONE.shown}, обслуживание прекращено 20.10.2026 в 23:59`],
  ['Задолженность', 'отсутствует'],
  ['Остаток аванса', `${money(REFUND.amountMinor)} ₽ возвращён ${shortDate(REFUND.on)}`],
  ['Оборудование', 'роутер ОБР-2 возвращён 19.10.2026, акт № 10-19/3'],
  ['Требования к абоненту', 'отсутствуют']
]).replace('class="facts"', 'class="facts" style="margin-top:5mm"')}
<p style="font-size:10.5pt">Справка выдана для предъявления по месту требования. Состояние лицевого счёта ${CONTRACT.account} на ${shortDate(CERTIFICATE.on)}: <b>0,00 ₽</b>.</p>
<div style="margin-top:24mm;display:flex;justify-content:space-between;font-size:10pt"><span>Начальник отдела обслуживания</span>${signed({ who: 'clerk', name: 'Учебников&nbsp;С.&nbsp;В.' })}</div>

${roundStamp({ style: 'left:78mm;top:196mm;rotate:-6deg', ring: 'АО «ОБРАЗЕЦ ТЕЛЕКОМ» · ДЛЯ СПРАВОК · НЕ ДОКУМЕНТ ·' })}`
  return document({
    body: sheet({ body, foot: `Справка № ${CERTIFICATE.number}`, number: 1, of: 1 }),
    css: `${OPERATOR_CSS} .facts td { font-size:10.5pt; padding:1.8mm 0 }`
  })
}
