// Two screens of a telephone: the refund in the bank's app, the operator's messages.
import { OPERATOR_SMS } from '../messages.mjs'
import { BANK, money, OPERATOR, PHONE, REFUND, shortDate } from '../story.mjs'
import { document } from './paper.mjs'

export const SCREEN = { widthPx: 390, heightPx: 780 }

const CSS = `
html, body { width:${SCREEN.widthPx}px; height:${SCREEN.heightPx}px; overflow:hidden }
body { display:flex; flex-direction:column; font:16px/1.4 'Noto Sans' }
.status { display:flex; justify-content:space-between; padding:9px 20px 7px; font-size:14px; font-weight:700 } .bars { display:flex; gap:3px; align-items:flex-end } .bars i { width:4px; background:currentColor; border-radius:1px }
.mark { text-align:center; font-weight:700; letter-spacing:1.5px; font-size:21px; padding:7px 0 }`

function status(/** @type {string} */ at) {
  return `<div class="status"><span>${at}</span><span class="bars"><i style="height:5px"></i><i style="height:8px"></i><i style="height:11px"></i><i style="height:14px"></i><span style="margin-left:7px">82 %</span></span></div>`
}

export function refundScreen() {
  const rows = [
    ['Дата и время', `${shortDate(REFUND.on)}, ${REFUND.at} МСК`],
    ['Отправитель', OPERATOR.legalName],
    ['Назначение', 'Возврат остатка аванса по договору №\u00a0000-2745'],
    ['Счёт зачисления', '•••• 0745'],
    ['Статус', 'Исполнено'],
    ['Номер операции', '0000 0010 2915 26']
  ]
  const body = `${status('15:31')}<div class="bar">‹<span>${BANK.name}</span></div><div class="mark">ОБРАЗЕЦ · SPECIMEN</div>
<div class="top"><div class="disc"><svg viewBox="0 0 24 24" width="38" height="38" fill="none" stroke="#fff" stroke-width="2.4" stroke-linecap="round"><path d="M12 4v14M5 12l7 7 7-7"/></svg></div><div class="what">Поступление</div><div class="sum">+ ${money(REFUND.amountMinor)} ₽</div></div>
<div class="card">${rows.map(([label, value]) => `<div><small>${label}</small>${value}</div>`).join('')}</div><div class="button">Получить справку</div>`
  const css = `${CSS} body { background:#f2f5f8; color:#13202d } .status { background:#123c69; color:#fff } .bar { background:#123c69; color:#fff; font-size:25px; line-height:1; padding:10px 20px 16px; display:flex; gap:14px; align-items:center } .bar span { font-size:18px; font-weight:700 }
.mark { color:#a8201a; background:#fde9e7 } .top { text-align:center; padding:22px 0 20px } .disc { width:70px; height:70px; border-radius:50%; background:#1c7c54; margin:0 auto 10px; display:flex; align-items:center; justify-content:center } .what { color:#4a5866 } .sum { font-size:33px; font-weight:700; line-height:1.25 }
.card { background:#fff; border-radius:16px; margin:0 16px; padding:6px 18px } .card div { padding:9px 0; border-bottom:1px solid #e3e8ee } .card div:last-child { border:0 } .card small { display:block; color:#5b6875; font-size:13px } .button { margin:16px; background:#123c69; color:#fff; text-align:center; border-radius:12px; padding:13px; font-weight:700 }`
  return document({ body, css })
}

const SHOWN_AT = new Intl.DateTimeFormat('ru', {
  day: 'numeric',
  month: 'long',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/Moscow'
})

export function smsScreen() {
  const messages = OPERATOR_SMS.map(({ at, text }) => [
    SHOWN_AT.format(new Date(at)),
    // The number is not to be broken where the bubble ends.
    text.replace(PHONE.shown, (shown) => shown.replaceAll('-', '\u2011').replaceAll(' ', '\u00a0'))
  ])
  const body = `${status('18:02')}<div class="bar"><b>‹</b><i>ОТ</i><span>${OPERATOR.name}<small>сообщения SMS</small></span></div><div class="mark">ОБРАЗЕЦ · SPECIMEN</div>
<div class="talk">${messages.map(([at, text]) => `<time>${at}</time><p>${text}</p>`).join('')}</div><div class="entry"><span>Сообщение</span></div>`
  const css = `${CSS} body { background:#fff; color:#111 } .bar { display:flex; gap:12px; align-items:center; padding:8px 18px 12px; border-bottom:1px solid #ddd } .bar b { font-size:27px; line-height:1; color:#1c62b9; font-weight:400 } .bar i { font-style:normal; width:44px; height:44px; border-radius:50%; background:#00695c; color:#fff; display:flex; align-items:center; justify-content:center; font-weight:700 } .bar span { font-weight:700 } .bar small { display:block; font-weight:400; color:#666; font-size:13px }
.mark { color:#a8201a; border-bottom:1px solid #f2d5d2 } .talk { flex:1; padding:6px 16px; overflow:hidden } time { display:block; text-align:center; color:#6a6a6a; font-size:13px; margin:14px 0 6px } .talk p { background:#e9ebef; border-radius:18px 18px 18px 5px; padding:11px 15px; margin:0 46px 0 0 }
.entry { padding:10px 16px 16px } .entry span { display:block; border:1px solid #ccc; border-radius:20px; padding:8px 16px; color:#888 }`
  return document({ body, css })
}
