// The data page of an invented passport, open on a table. A silhouette in place of a face; no state's layout is followed.
import { PASSPORT, SUBSCRIBER } from '../story.mjs'
import { photoScene } from './photo-scene.mjs'

const CSS = `
.paper { width:800px; height:1120px; border-radius:16px; background:#e9e4f0; overflow:hidden; font-family:'Noto Sans','Noto Sans SC'; color:#201c2c }
.half { position:absolute; left:0; right:0; height:560px; padding:34px 38px } .upper { top:0; background:linear-gradient(#ece8f3 70%, #d2cadf) } .lower { top:560px; background:linear-gradient(#cfc7dd, #eeeaf5 16%) }
.waves { position:absolute; inset:0; width:100%; height:100% } .title { display:flex; justify-content:space-between; font-weight:700; font-size:23px; position:relative }
.photo { position:absolute; left:38px; top:88px; width:222px; height:290px; background:#d4cfdc } .fields { position:absolute; left:290px; top:84px; right:30px; display:grid; grid-template-columns:1fr 1fr; gap:9px 14px }
.fields small { display:block; font-size:12.5px; color:#5a5368 } .fields b { font-size:20px; line-height:1.25 } .wide { grid-column:1/3 }
.mrz { position:absolute; left:0; right:0; bottom:0; height:122px; background:#f6f4fa; padding:22px 26px 0; font:700 26.3px/1.5 'Noto Sans Mono'; white-space:pre }
.mark { position:absolute; color:#8d1b2d; opacity:.5; font:700 74px/1 'Noto Sans'; letter-spacing:5px; rotate:-17deg; white-space:nowrap }
.stamp { position:absolute; border:4px solid #3f5c86; color:#3f5c86; border-radius:12px; padding:10px 22px; text-align:center; font:700 19px/1.4 'Noto Sans'; opacity:.78 }`

function waves() {
  const lines = Array.from({ length: 22 }, (_, row) => {
    const y = row * 27 + 6
    return `<path d="M-10 ${y} q 50 -22 100 0 t 100 0 t 100 0 t 100 0 t 100 0 t 100 0 t 100 0 t 100 0 t 100 0"/>`
  }).join('')
  return `<svg class="waves" viewBox="0 0 800 560" preserveAspectRatio="none" fill="none" stroke="#b9aecd" stroke-width="1.3">${lines}</svg>`
}

const SILHOUETTE = `<svg viewBox="0 0 222 290" width="222" height="290"><rect width="222" height="290" fill="#d9d5e1"/><path d="M14 290 C16 226 62 204 111 204 S206 226 208 290 Z" fill="#8c8699"/>
<rect x="92" y="168" width="38" height="44" rx="14" fill="#979099"/><ellipse cx="111" cy="128" rx="44" ry="56" fill="#a39dae"/><path d="M64 138 C52 56 170 56 158 138 C158 110 148 98 132 92 C112 104 84 98 70 106 C66 114 66 126 64 138 Z" fill="#565162"/></svg>`

export function passport() {
  const field = (/** @type {string} */ label, /** @type {string} */ value, wide = false) =>
    `<div class="${wide ? 'wide' : ''}"><small>${label}</small><b>${value}</b></div>`
  const fields = [
    field('姓名 / Name', `${SUBSCRIBER.names.chinese}&ensp;${SUBSCRIBER.names.latin.toUpperCase()}`, true),
    field('性别 / Sex', 'F'),
    field('国籍 / Nationality', 'CHINESE'),
    field('出生日期 / Date of birth', '17 AUG 1994'),
    field('出生地点 / Place of birth', 'YANGBEN'),
    field('签发日期 / Date of issue', '12 MAR 2019'),
    field('有效期至 / Date of expiry', '11 MAR 2029'),
    field('签发机关 / Authority', PASSPORT.issuedBy, true)
  ].join('')
  const mrz = `P&lt;SPCWEI&lt;&lt;RUOXI&lt;&lt;SPECIMEN&lt;OBRAZETS&lt;&lt;&lt;&lt;&lt;&lt;&lt;&lt;&lt;&lt;&lt;\n${PASSPORT.number}&lt;0SPC9408170F2903110&lt;SPECIMEN&lt;&lt;&lt;&lt;&lt;00`
  const paper = `<div class="paper"><div class="half upper">${waves()}<div class="title"><span>备注 / Observations</span><span>2</span></div>
<div class="mark" style="left:120px;top:250px">SPECIMEN</div>
<div class="stamp" style="left:66px;top:118px;rotate:-8deg">ОБРАЗЕЦ · SPECIMEN<br>ВЪЕЗД 02.09.2022</div><div class="stamp" style="right:70px;top:384px;rotate:6deg;border-color:#7d3f5d;color:#7d3f5d">ОБРАЗЕЦ · SPECIMEN<br>ВЪЕЗД 11.01.2025</div></div>
<div class="half lower">${waves()}<div class="title"><span>样张护照 / SPECIMEN PASSPORT</span><span>${PASSPORT.number}</span></div><div class="photo">${SILHOUETTE}</div><div class="fields">${fields}</div>
<div class="mark" style="left:236px;top:276px">ОБРАЗЕЦ</div><div class="mrz">${mrz}</div></div></div>`
  return photoScene({
    paper,
    css: CSS,
    table: 'birch',
    tilt: 'rotateX(7deg) rotateZ(1.4deg) scale(.93)',
    seed: 5
  })
}
