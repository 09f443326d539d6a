// The till receipt for the late bills, photographed on a table.
import { CONTRACT, money, OPERATOR, PENALTY, PHONE, SHOP_PAYMENT, shortDate } from '../story.mjs'
import { photoScene } from './photo-scene.mjs'

const CSS = `
.paper { width:430px; background:#f7f6f1; color:#23232a; padding:30px 26px 34px; font:15.5px/1.42 'Noto Sans Mono'; }
.mid { text-align:center } .row { display:flex; justify-content:space-between; gap:10px } .cut { border-top:1.5px dashed #444; margin:9px 0 }
.big { font-size:25px; font-weight:700 } .mark { font-size:31px; font-weight:700; text-align:center; letter-spacing:2px; line-height:1.2 }`

/** Looks like the square code of a receipt from afar, and holds nothing: there is no corner mark to read it by. */
function mockCode() {
  let state = 20260814
  let cells = ''
  for (let index = 0; index < 441; index += 1) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    if (state % 100 < 48)
      cells += `<rect x="${index % 21}" y="${Math.floor(index / 21)}" width="1.04" height="1.04"/>`
  }
  return `<svg viewBox="0 0 21 21" width="150" height="150" style="display:block;margin:10px auto" fill="#23232a">${cells}</svg>`
}

export function receipt() {
  const row = (/** @type {string} */ label, /** @type {string} */ value) =>
    `<div class="row"><span>${label}</span><span>${value}</span></div>`
  const paper = `<div class="paper"><div class="mark">ОБРАЗЕЦ<br>SPECIMEN</div><div class="cut"></div>
<div class="mid">${OPERATOR.legalName}<br>ИНН 0000000000<br>салон № 00, касса № 0<br>г. Образцов, ул. Примерная, д. 0</div><div class="cut"></div>
${row('<b>КАССОВЫЙ ЧЕК</b>', '<b>ПРИХОД</b>')}${row(shortDate(SHOP_PAYMENT.on), SHOP_PAYMENT.at)}${row('Номер', PHONE.shown)}${row('Договор', CONTRACT.number)}${row('Лицевой счёт', CONTRACT.account)}<div class="cut"></div>
${row('Счёт за июнь 2026', money(64_000))}${row('Счёт за июль 2026', money(55_000))}${row('Неустойка, п. 6.4', money(PENALTY.amountMinor))}<div class="cut"></div>
<div class="row big"><span>ИТОГО</span><span>${money(SHOP_PAYMENT.amountMinor)}</span></div>${row('Безналичными', money(SHOP_PAYMENT.amountMinor))}${row('Карта', '•••• 0745')}<div class="cut"></div>
${mockCode()}<div class="mid">ФН 0000000000000000<br>ФД 00000  ФП 0000000000<br>Задолженность: 0,00</div></div>`
  return photoScene({
    paper,
    css: CSS,
    table: 'oak',
    tilt: 'rotateX(13deg) rotateY(-4deg) rotateZ(-3.6deg) scale(1.22)',
    seed: 11
  })
}
