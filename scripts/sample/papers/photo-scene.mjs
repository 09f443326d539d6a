// A paper lying on a table, seen by a phone's camera: the table, the light, the tilt and the folds.
import { document } from './paper.mjs'

export const SCENE = { widthPx: 900, heightPx: 1200 }

const TABLES = {
  oak: {
    base: '#8d6a48',
    grain: '0.35 0 0 0 0.30  0.27 0 0 0 0.20  0.20 0 0 0 0.12  0 0 0 0 1',
    frequency: '0.006 0.16'
  },
  slate: {
    base: '#5d646b',
    grain: '0.18 0 0 0 0.28  0.19 0 0 0 0.31  0.20 0 0 0 0.34  0 0 0 0 1',
    frequency: '0.02 0.035'
  },
  birch: {
    base: '#c3a57f',
    grain: '0.24 0 0 0 0.55  0.22 0 0 0 0.44  0.18 0 0 0 0.31  0 0 0 0 1',
    frequency: '0.004 0.11'
  }
}

/**
 * @param {{ paper: string, css: string, table: keyof typeof TABLES, tilt: string, seed: number }} scene
 * `paper` is one element of the class `paper`; `tilt` a CSS transform
 */
export function photoScene({ paper, css, table, tilt, seed }) {
  const { base, grain, frequency } = TABLES[table]
  const filters = `<svg width="0" height="0" style="position:absolute"><filter id="grain" x="0" y="0" width="100%" height="100%">
<feTurbulence type="fractalNoise" baseFrequency="${frequency}" numOctaves="5" seed="${seed}"/><feColorMatrix values="${grain}"/></filter>
<filter id="creases" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency="0.0045 0.006" numOctaves="4" seed="${seed + 7}"/>
<feDiffuseLighting surfaceScale="9" diffuseConstant="1.05" lighting-color="#fff"><feDistantLight azimuth="235" elevation="58"/></feDiffuseLighting></filter></svg>`
  const body = `${filters}<div class="scene"><div class="table"></div><div class="stage">${paper}</div><div class="light"></div></div>`
  return document({
    body,
    css: `.scene { position:relative; width:${SCENE.widthPx}px; height:${SCENE.heightPx}px; overflow:hidden; background:${base} }
.table { position:absolute; inset:-60px; filter:url(#grain) }
.stage { position:absolute; inset:0; display:flex; align-items:center; justify-content:center; perspective:2100px }
.paper { position:relative; transform:${tilt}; box-shadow:3px 4px 5px rgb(0 0 0/.45), 16px 26px 44px rgb(0 0 0/.42); flex:none }
.paper::after { content:''; position:absolute; inset:0; filter:url(#creases); mix-blend-mode:multiply; opacity:.55; pointer-events:none }
.light { position:absolute; inset:0; background:radial-gradient(120% 90% at 24% 16%, rgb(255 246 226/.24), transparent 45%), radial-gradient(130% 120% at 45% 42%, transparent 52%, rgb(8 6 12/.5)); }
${css}`
  })
}
