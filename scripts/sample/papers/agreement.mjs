// The agreement on ending the contract: one page.
import {
  AGREEMENT,
  APPLICATION,
  CONTRACT,
  longDate,
  OPERATOR,
  PASSPORT,
  PHONE,
  shortDate,
  SUBSCRIBER
} from '../story.mjs'
import { CONTRACT_CSS } from './contract.mjs'
import { document, roundStamp, sheet, signed } from './paper.mjs'

const CLAUSES = [
  `Договор № ${CONTRACT.number} от ${longDate(CONTRACT.on)} расторгается по заявлению абонента <span style="white-space:nowrap">№&nbsp;${APPLICATION.number}</span> от ${shortDate(APPLICATION.on)}.`,
  `Услуги по номеру <b>${PHONE.shown}</b> прекращаются <b>${longDate(AGREEMENT.effectiveOn)}</b> в 23:59 по московскому времени. После этого часа плата не начисляется.`,
  'Плата за досрочное расторжение не взимается (п. 4.2 договора).',
  'Задолженности на день подписания нет. Неустойка за июнь 2026&nbsp;г. оплачена 14.08.2026.',
  'Остаток аванса после заключительного счёта возвращается на счёт абонента в течение десяти рабочих дней.',
  'Роутер ОБР-2, серийный номер 00000274500, возвращается по акту не позднее дня прекращения услуг.',
  'Оператор подтверждает прекращение договора письмом на адрес wei.ruoxi@mail.example.',
  'После исполнения пунктов 5–7 стороны не имеют друг к другу требований по договору.'
]

export function agreement() {
  const body = `<h1>Соглашение № ${AGREEMENT.number}<br>о расторжении договора об оказании услуг связи</h1>
<div class="place"><span>г. Образцов</span><span>${longDate(AGREEMENT.signedOn)}</span></div>
<p>${OPERATOR.legalName} (оператор) и ${SUBSCRIBER.names.cyrillic}, ${SUBSCRIBER.names.latin}, паспорт ${PASSPORT.number} (абонент), договорились о следующем.</p>
${CLAUSES.map((text, index) => `<p style="margin-top:3mm">${index + 1}. ${text}</p>`).join('')}
<p style="margin-top:6mm">Соглашение составлено в двух экземплярах, по одному для каждой стороны.</p>
<div class="sides" style="margin-top:9mm"><div><b>Оператор</b>${OPERATOR.legalName}<br>${OPERATOR.taxNumber}<div class="line">${signed({ who: 'clerk', name: 'Примеров&nbsp;А.&nbsp;А.' })}</div></div>
<div><b>Абонент</b>${SUBSCRIBER.names.cyrillic}<br>${SUBSCRIBER.names.latin} · ${SUBSCRIBER.names.chinese}<div class="line">${signed({ who: 'subscriber', name: 'Вэй&nbsp;Жоси' })}</div></div></div>

${roundStamp({ style: 'left:60mm;top:200mm;rotate:8deg', ring: 'АО «ОБРАЗЕЦ ТЕЛЕКОМ» · САЛОН № 00 · НЕ ДОКУМЕНТ ·' })}`
  return document({
    body: sheet({ body, foot: `Соглашение № ${AGREEMENT.number}`, number: 1, of: 1 }),
    css: `${CONTRACT_CSS} body { font-size:10.5pt }`
  })
}
