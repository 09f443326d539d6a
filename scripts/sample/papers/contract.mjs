// The service contract: three pages of small print, signed on the last.
import { CONTRACT, longDate, money, OPERATOR, PASSPORT, PHONE, shortDate, SUBSCRIBER } from '../story.mjs'
import { document, roundStamp, sheet, signed } from './paper.mjs'

export const CONTRACT_CSS = `
body { font:10pt/1.5 'Noto Serif','Noto Sans SC' }
h1 { font-size:13.5pt; text-align:center; margin:0 0 1mm; line-height:1.35 } .place { display:flex; justify-content:space-between; margin:3mm 0 4mm }
h2 { font-size:10.5pt; margin:4.5mm 0 1.5mm } p { margin:0 0 1.6mm; text-align:justify; hyphens:auto }
.sides { display:grid; grid-template-columns:1fr 1fr; gap:10mm; margin-top:5mm; font-size:9pt; line-height:1.5 } .sides b { display:block; margin-bottom:1.5mm; font-size:10pt }
.sides > div { display:flex; flex-direction:column } .line { margin-top:auto; padding-top:16mm; white-space:nowrap }
td, th { border:.4pt solid #444; font-size:9pt }`

/** @param {string} head @param {readonly string[]} clauses @param {number} part */
function section(head, clauses, part) {
  return `<h2>${part}. ${head}</h2>${clauses.map((text, index) => `<p>${part}.${index + 1}. ${text}</p>`).join('')}`
}

const SUBJECT = [
  'Оператор оказывает абоненту услуги подвижной радиотелефонной связи, а абонент оплачивает их в порядке и в сроки, установленные договором.',
  `Абоненту выделяется номер <b>${PHONE.shown}</b> и SIM-карта ${CONTRACT.sim}.`,
  `Услуги оказываются по тарифу «${CONTRACT.tariff}»: ${money(CONTRACT.monthlyMinor)} ₽ в месяц, в том числе 20 ГБ, 600 минут и 100 сообщений.`,
  'На время действия договора абоненту передаётся в пользование роутер ОБР-2, серийный номер 00000274500. Оборудование остаётся собственностью оператора.'
]
const DUTIES = [
  'Оператор обязан оказывать услуги круглосуточно, кроме времени плановых работ, о которых сообщает не позднее чем за сутки.',
  'Оператор обязан бесплатно давать справки о состоянии лицевого счёта и по запросу абонента направлять выписку начислений.',
  'Абонент обязан вносить плату в срок, сообщать об изменении своих данных и не передавать SIM-карту третьим лицам.',
  'Абонент вправе в любое время отказаться от договора, оплатив оказанные услуги.'
]
const MONEY = [
  'Расчётный период равен календарному месяцу. Счёт выставляется в последний день периода.',
  'Счёт оплачивается в течение двадцати дней. Датой оплаты считается день поступления денег на лицевой счёт.',
  'Платежи, внесённые вперёд, учитываются как аванс и засчитываются в следующих периодах.'
]
const TERM = [
  `Договор вступает в силу ${longDate(CONTRACT.on)} и заключён на неопределённый срок.`,
  'Плата за досрочное расторжение не взимается, если договор действовал не менее двенадцати месяцев.'
]
const LIABILITY = [
  'Стороны отвечают за неисполнение обязательств по законодательству.',
  'Оператор не отвечает за перерывы связи, вызванные обстоятельствами непреодолимой силы.',
  'При оплате с нарушением срока оператор вправе приостановить услуги, предупредив абонента за пять дней.',
  'За каждый день просрочки начисляется неустойка 0,1&nbsp;% суммы неоплаченного в срок счёта.'
]
const ENDING = [
  'Договор расторгается по письменному заявлению абонента, поданному в салоне или направленному по электронной почте.',
  'Услуги прекращаются в день, указанный в соглашении о расторжении. До этого дня абонентская плата начисляется по дням.',
  'Остаток аванса возвращается абоненту в течение десяти рабочих дней после прекращения договора.',
  'Оборудование возвращается не позднее дня прекращения договора; приём оформляется актом.',
  'Прекращение договора подтверждается письмом на адрес электронной почты абонента.'
]

function sides() {
  return `<h2>8. Реквизиты и подписи</h2><div class="sides"><div><b>Оператор</b>${OPERATOR.legalName}<br>${OPERATOR.taxNumber}<br>${OPERATOR.address}<br>${OPERATOR.email}
<div class="line">${signed({ who: 'clerk', name: 'Примеров&nbsp;А.&nbsp;А.' })}</div></div>
<div><b>Абонент</b>${SUBSCRIBER.names.cyrillic} · ${SUBSCRIBER.names.latin} · ${SUBSCRIBER.names.chinese}<br>дата рождения ${shortDate(SUBSCRIBER.bornOn)}<br>паспорт ${PASSPORT.number}, выдан ${shortDate(PASSPORT.issuedOn)}<br>${SUBSCRIBER.address}<br>${SUBSCRIBER.email}
<div class="line">${signed({ who: 'subscriber', name: 'Вэй&nbsp;Жоси' })}</div></div></div>`
}

export function contract() {
  const foot = `Договор № ${CONTRACT.number}`
  const pages = [
    `<h1>Договор № ${CONTRACT.number}<br>об оказании услуг подвижной связи</h1>
<div class="place"><span>г. Образцов</span><span>${longDate(CONTRACT.on)}</span></div>
<p>${OPERATOR.legalName}, именуемое далее «оператор», в лице директора салона Примерова&nbsp;А.&nbsp;А., действующего на основании доверенности № 00, и гражданка КНР ${SUBSCRIBER.names.cyrillic} (${SUBSCRIBER.names.latin}), именуемая далее «абонент», заключили договор о нижеследующем.</p>
${section('Предмет договора', SUBJECT, 1)}${section('Права и обязанности сторон', DUTIES, 2)}${section('Оплата', MONEY, 3)}`,
    `${section('Срок действия', TERM, 4)}${section(
      'Персональные данные',
      [
        'Оператор обрабатывает данные абонента только для исполнения договора и хранит их не дольше срока, установленного законом.',
        'Копия документа, удостоверяющего личность, третьим лицам не передаётся.'
      ],
      5
    )}${section('Ответственность', LIABILITY, 6)}${section('Расторжение', ENDING, 7)}`,
    `${sides()}<h2 style="margin-top:14mm">Приложение. Тариф «${CONTRACT.tariff}»</h2><table><tr><th>Услуга</th><th class="amount">Входит в плату</th><th class="amount">Сверх пакета, ₽</th></tr>
<tr><td>Местные вызовы, минута</td><td class="amount">600</td><td class="amount">2,00</td></tr><tr><td>Сообщения SMS, штука</td><td class="amount">100</td><td class="amount">2,50</td></tr>
<tr><td>Передача данных, ГБ</td><td class="amount">20</td><td class="amount">50,00</td></tr><tr><td>Связь в поездке за пределами области, сутки</td><td class="amount">нет</td><td class="amount">30,00</td></tr>
<tr><td>Пользование роутером ОБР-2, месяц</td><td class="amount">да</td><td class="amount">0,00</td></tr></table>
<p style="margin-top:4mm">Один экземпляр договора и приложения получен абонентом ${shortDate(CONTRACT.on)}.</p>

${roundStamp({ style: 'left:66mm;top:58mm;rotate:-12deg', ring: 'АО «ОБРАЗЕЦ ТЕЛЕКОМ» · САЛОН № 00 · НЕ ДОКУМЕНТ ·' })}`
  ]
  const body = pages
    .map((page, index) => sheet({ body: page, foot, number: index + 1, of: pages.length }))
    .join('')
  return document({ body, css: CONTRACT_CSS })
}
