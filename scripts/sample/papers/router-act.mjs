// The act of handing back the router: half a sheet, photographed.
import { CONTRACT, OPERATOR, SUBSCRIBER } from '../story.mjs'
import { boxStamp, roundStamp, signed } from './paper.mjs'
import { photoScene } from './photo-scene.mjs'

const CSS = `
.paper { width:760px; height:1010px; background:#fbfaf6; color:#15151a; padding:52px 58px; font:20px/1.5 'Noto Serif' }
h1 { font-size:27px; text-align:center; margin:26px 0 4px; line-height:1.3 } .mid { text-align:center; margin:0 0 18px } .mark { text-align:center; color:#a8201a; font:700 27px 'Noto Sans'; letter-spacing:3px }
td { border:1.4px solid #333; font-size:18.5px; padding:7px 11px } td:first-child { width:250px; color:#333 } p { margin:16px 0 0 }
.sign { display:flex; justify-content:space-between; margin-top:66px; font-size:16.5px }`

export function routerAct() {
  const rows = [
    ['Оборудование', 'роутер ОБР-2'],
    ['Серийный номер', '00000274500'],
    ['Комплект', 'блок питания, кабель 1 м'],
    ['Состояние', 'исправен, следы обычного износа'],
    ['Учётные данные', 'сброшены до заводских'],
    ['Претензии', 'нет']
  ]
  const paper = `<div class="paper"><div class="mark">ОБРАЗЕЦ · SPECIMEN</div>
<h1>Акт № 10-19/3<br>возврата оборудования</h1><div class="mid">19 октября 2026 г., салон № 00, г. Образцов</div>
<p style="margin-bottom:16px">Абонент ${SUBSCRIBER.names.cyrillic} вернула, а ${OPERATOR.legalName} приняло по договору № ${CONTRACT.number}:</p>
<table>${rows.map(([label, value]) => `<tr><td>${label}</td><td>${value}</td></tr>`).join('')}</table>
<p>Обязательства по п. 7.4 договора исполнены. Плата за оборудование не начисляется.</p>
<div class="sign"><span>Сдала ${signed({ who: 'subscriber', name: 'Вэй&nbsp;Жоси' })}</span><span>Принял ${signed({ who: 'clerk', name: 'Примеров' })}</span></div>

${roundStamp({ style: 'left:318px;top:806px;rotate:12deg', ring: 'АО «ОБРАЗЕЦ ТЕЛЕКОМ» · САЛОН № 00 · НЕ ДОКУМЕНТ ·', sizeMm: 41 })}
${boxStamp({ style: 'left:58px;top:905px;rotate:-2deg', lines: ['ОБРАЗЕЦ', 'ПРИНЯТО 19.10.2026'] })}</div>`
  return photoScene({
    paper,
    css: CSS,
    table: 'slate',
    tilt: 'rotateX(9deg) rotateY(3deg) rotateZ(2.2deg)',
    seed: 23
  })
}
