// The bank's list of payments to the operator: one landscape page.
import {
  BANK,
  CONTRACT,
  longDate,
  money,
  OPERATOR,
  shortDate,
  sum,
  SUBSCRIBER,
  TRANSFERS
} from '../story.mjs'
import { document, roundStamp, signed, watermark } from './paper.mjs'

const CSS = `
.sheet { width:297mm; height:210mm; padding:13mm 18mm 12mm 20mm }
.bank { display:flex; justify-content:space-between; align-items:flex-end; color:#123c69; border-bottom:2.2pt solid #123c69; padding-bottom:2.5mm }
.bank b { font-size:18pt } .bank small { font-size:8pt; text-align:right; color:#444 }
h1 { text-align:center; font-size:13.5pt; margin:4mm 0 1mm } .client { text-align:center; font-size:9.5pt; margin:0 0 4mm; color:#333 }
td, th { border:.4pt solid #667; font-size:9pt; padding:1.35mm 2mm } th { background:#eef2f6; font-size:8.5pt }
.total td { font-weight:700 } p { font-size:9pt; margin:3.5mm 0 0 }`

export function bankStatement() {
  const rows = TRANSFERS.map(
    (
      one,
      index
    ) => `<tr><td>${index + 1}</td><td>${shortDate(one.on)}</td><td>${one.at}</td><td>0000${String(7310 + index * 137)}</td>
<td>Оплата связи, ${one.card}</td><td>${OPERATOR.legalName}, л/с ${CONTRACT.account}</td><td class="amount">${money(one.amountMinor)}</td></tr>`
  ).join('')
  const body = `<section class="sheet">${watermark()}<div class="specimen" style="margin-bottom:1mm">ОБРАЗЕЦ · SPECIMEN · 样张</div>
<div class="bank"><b>${BANK.name}</b><small>${BANK.legalName} · ${BANK.codes}<br>000000, г. Образцов, пл. Учебная, д. 0 · исх. № 000/11 от ${longDate('2026-11-03')}</small></div>
<h1>Справка об операциях по счёту 40817 000 0 0000 0000745</h1>
<p class="client" style="margin-top:0">Клиент: ${SUBSCRIBER.names.cyrillic} (${SUBSCRIBER.names.latin}). Получатель: ${OPERATOR.legalName}. Период: 01.11.2025–31.10.2026. Время московское.</p>
<table><tr><th>№</th><th>Дата</th><th>Время</th><th>Операция</th><th>Назначение</th><th>Получатель</th><th class="amount">Сумма, ₽</th></tr>${rows}
<tr class="total"><td colspan="6">Всего операций: ${TRANSFERS.length}</td><td class="amount">${money(sum(TRANSFERS))}</td></tr></table>
<p>Все операции исполнены. Справка выдана клиенту по его запросу и действительна без печати при наличии электронной подписи банка.</p>
<div style="display:flex;justify-content:space-between;margin-top:12mm;font-size:9.5pt"><span>Специалист отдела обслуживания</span>${signed({ who: 'clerk', name: 'Примерова&nbsp;О.&nbsp;П.' })}</div>

${roundStamp({ style: 'left:140mm;top:156mm;rotate:9deg', ring: 'АО «ПРИМЕР-БАНК» · ДЛЯ СПРАВОК · НЕ ДОКУМЕНТ · ', colour: '#1a5276', sizeMm: 33 })}</section>`
  return document({ body, css: CSS, page: 'A4 landscape' })
}
