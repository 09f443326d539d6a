// The operator's statement of charges and the final bill: two pages.
import {
  CHARGES,
  CONTRACT,
  FINAL_BILL,
  longDate,
  money,
  OPERATOR,
  PHONE,
  SHOP_PAYMENT,
  shortDate,
  sum,
  SUBSCRIBER,
  TRANSFERS
} from '../story.mjs'
import { document, facts, roundStamp, sheet, signed } from './paper.mjs'

const FOOT = `${OPERATOR.legalName} · лицевой счёт ${CONTRACT.account}`

export const OPERATOR_CSS = `
.head { display:flex; justify-content:space-between; align-items:flex-start; border-bottom:1.6pt solid #111; padding-bottom:3mm; margin-bottom:7mm }
.brand { font-size:19pt; font-weight:700; line-height:1.1 } .brand i { font-style:normal; color:#00695c }
.head small { font-size:8pt; line-height:1.5; text-align:right; color:#444 }
h1 { font-size:15pt; line-height:1.3; margin:0 0 1mm } .under { color:#444; font-size:9.5pt; margin:0 0 5mm }
.facts td { padding:1mm 0; border-bottom:.3pt solid #ccc; font-size:9.5pt } .facts td:first-child { width:48mm; color:#555 } .facts { margin-bottom:6mm }
.rows th { font-size:8.5pt; border-bottom:.9pt solid #111; vertical-align:bottom } .rows td { font-size:9.3pt; border-bottom:.3pt solid #bbb; padding:1.35mm 1.5mm }
.rows .total td { font-weight:700; border-top:.9pt solid #111; border-bottom:0; font-size:10.5pt }
p { margin:4mm 0 0; font-size:9.5pt }`

export function letterhead() {
  return `<div class="head"><div class="brand"><i>◆</i> ${OPERATOR.name}</div>
<small>${OPERATOR.legalName}<br>${OPERATOR.taxNumber}<br>${OPERATOR.address}</small></div>`
}

const ABOUT = [
  ['Абонент', `${SUBSCRIBER.names.cyrillic} (${SUBSCRIBER.names.latin})`],
  ['Абонентский номер', PHONE.shown],
  ['Договор', `№ ${CONTRACT.number} от ${shortDate(CONTRACT.on)}`],
  ['Лицевой счёт', CONTRACT.account]
]

function statement() {
  const paid = sum(TRANSFERS.filter((one) => one.on <= '2026-09-30')) + SHOP_PAYMENT.amountMinor
  const rows = CHARGES.map(
    (charge) =>
      `<tr><td>${shortDate(charge.on)}</td><td>${charge.number}</td><td>${charge.what}</td><td class="amount">${money(charge.amountMinor)}</td></tr>`
  ).join('')
  return sheet({
    number: 1,
    of: 2,
    foot: FOOT,
    body: `${letterhead()}<h1>Выписка начислений по лицевому счёту</h1>
<p class="under" style="margin-top:0">за период с 01.11.2025 по 30.09.2026, сформирована 20.10.2026</p>${facts(ABOUT)}
<table class="rows"><tr><th style="width:22mm">Дата</th><th style="width:31mm">Счёт</th><th>За что начислено</th><th class="amount">Сумма, ₽</th></tr>
${rows}<tr class="total"><td colspan="3">Начислено за период</td><td class="amount">${money(sum(CHARGES))}</td></tr></table>
<p>Остаток на начало периода 0,00 ₽. Поступило платежей ${money(paid)} ₽. К оплате на 30.09.2026: <b>${money(sum(CHARGES) - paid)} ₽</b>.</p>
<p>Счета за июнь и июль 2026 г. и неустойка оплачены 14.08.2026 в салоне № 00 с нарушением срока.</p>`
  })
}

function finalBill() {
  const advance = TRANSFERS.at(-1)
  if (advance === undefined) throw new Error('no transfers')
  const credit = advance.amountMinor - CONTRACT.monthlyMinor
  return sheet({
    number: 2,
    of: 2,
    foot: FOOT,
    body: `${letterhead()}<h1>Счёт № ${FINAL_BILL.number} от ${longDate(FINAL_BILL.on)}</h1>
<p class="under" style="margin-top:0">заключительный: договор расторгается с 20.10.2026</p>${facts(ABOUT)}
<table class="rows"><tr><th>Наименование</th><th style="width:30mm">Количество</th><th class="amount" style="width:24mm">Цена, ₽</th><th class="amount" style="width:26mm">Сумма, ₽</th></tr>
<tr><td>Абонентская плата, тариф «${CONTRACT.tariff}», <span style="white-space:nowrap">01.10.2026–20.10.2026</span></td><td>20 дней из 31</td><td class="amount">${money(CONTRACT.monthlyMinor)}</td><td class="amount">${money(FINAL_BILL.amountMinor)}</td></tr>
<tr><td>Плата за досрочное расторжение, не применяется</td><td></td><td class="amount"></td><td class="amount">0,00</td></tr>
<tr><td>Аванс абонента на 03.10.2026</td><td></td><td class="amount"></td><td class="amount">${money(-credit)}</td></tr>
<tr class="total"><td colspan="3">Остаток аванса, подлежит возврату</td><td class="amount">${money(credit - FINAL_BILL.amountMinor)}</td></tr></table>
<p>Остаток возвращается по заявлению абонента в течение десяти рабочих дней на указанный им счёт.</p>
<p>Новых начислений по договору № ${CONTRACT.number} после 20.10.2026 не производится.</p>
<div style="margin-top:24mm;display:flex;justify-content:space-between;font-size:9.5pt"><span>Главный бухгалтер</span>${signed({ who: 'accountant', name: 'Образцова&nbsp;И.&nbsp;И.' })}</div>

${roundStamp({ style: 'left:70mm;top:183mm;rotate:-7deg', ring: 'АО «ОБРАЗЕЦ ТЕЛЕКОМ» · ДЛЯ СЧЕТОВ · НЕ ДОКУМЕНТ ·' })}`
  })
}

export function bills() {
  return document({ body: statement() + finalBill(), css: OPERATOR_CSS })
}
