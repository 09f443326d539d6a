// What every paper is made with: the page around it, the mark that it is invented, signatures and stamps.
import { pathToFileURL, fileURLToPath } from 'node:url'

const CSS = pathToFileURL(fileURLToPath(new URL('../paper.css', import.meta.url))).href

/**
 * @param {{ body: string, css?: string, page?: string, language?: string }} parts `page` as in the CSS rule `@page { size }`
 */
export function document({ body, css = '', page = 'A4', language = 'ru' }) {
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>ОБРАЗЕЦ · SPECIMEN</title>
<link rel="stylesheet" href="${CSS}"><style>@page { size: ${page}; margin: 0 } ${css}</style></head><body>${body}</body></html>`
}

/** @param {{ body: string, foot: string, number: number, of: number, kind?: string }} parts */
export function sheet({ body, foot, number, of, kind = '' }) {
  return `<section class="sheet ${kind}">${watermark()}<div class="specimen">ОБРАЗЕЦ · SPECIMEN · 样张</div>${body}
<div class="foot"><span>${foot}</span><span>Страница ${number} из ${of}</span></div></section>`
}

export function watermark() {
  return '<div class="watermark" aria-hidden="true">ОБРАЗЕЦ<small>SPECIMEN</small></div>'
}

/**
 * A round stamp that says what it is.
 *
 * @param {{ style: string, ring: string, colour?: string, sizeMm?: number }} stamp
 */
export function roundStamp({ style, ring, colour = '#2f3fa0', sizeMm = 36 }) {
  return `<svg class="ink" style="${style};width:${sizeMm}mm;height:${sizeMm}mm" viewBox="0 0 200 200" fill="none" stroke="${colour}" opacity="0.82">
<defs><path id="ring" d="M 100 100 m -79 0 a 79 79 0 1 1 158 0 a 79 79 0 1 1 -158 0"/></defs>
<circle cx="100" cy="100" r="95" stroke-width="4"/><circle cx="100" cy="100" r="66" stroke-width="2"/>
<g fill="${colour}" stroke="none" font-family="Noto Sans" font-weight="700"><text font-size="16" textLength="480"><textPath href="#ring">${ring}</textPath></text>
<text x="100" y="97" font-size="23" text-anchor="middle">ОБРАЗЕЦ</text><text x="100" y="121" font-size="17" text-anchor="middle">SPECIMEN</text></g></svg>`
}

/**
 * The mark of an incoming document.
 *
 * @param {{ style: string, lines: readonly string[] }} stamp
 */
export function boxStamp({ style, lines }) {
  const rows = lines
    .map((line, row) => `<div style="${row === 0 ? 'font-weight:700;font-size:10pt' : ''}">${line}</div>`)
    .join('')
  return `<div class="ink" style="${style};border:1.4pt solid #2f3fa0;color:#2f3fa0;padding:1.5mm 4mm;font-size:8.5pt;line-height:1.45;text-align:center;opacity:.85">${rows}</div>`
}

const SCRAWLS = {
  subscriber:
    'M6 52 C20 8 34 4 30 34 S22 66 44 40 66 14 62 40 72 58 84 36 98 24 100 42 118 50 134 30 M20 60 C70 48 120 46 168 50',
  clerk: 'M8 40 C30 2 52 2 40 40 S30 72 62 30 86 12 84 44 104 54 116 34 130 20 138 40 M60 58 L150 22',
  accountant: 'M10 30 C24 70 34 70 40 30 S58 8 62 38 74 62 88 34 104 20 112 40 128 52 160 26'
}

/**
 * The line to sign on, signed, with the name in clear.
 *
 * @param {{ who: keyof typeof SCRAWLS, name: string }} signature
 */
export function signed({ who, name }) {
  const scrawl = `<svg style="position:absolute;left:0;bottom:-1.2mm;width:36mm;height:15mm" viewBox="0 0 175 75" fill="none" stroke="#1d3a8f" stroke-width="2.4" stroke-linecap="round"><path d="${SCRAWLS[who]}"/></svg>`
  return `<span style="white-space:nowrap"><span style="position:relative;display:inline-block;width:37mm;border-bottom:.5pt solid #333">${scrawl}</span> / ${name} /</span>`
}

/** @param {readonly (readonly string[])[]} rows label and value */
export function facts(rows) {
  return `<table class="facts">${rows.map(([label, value]) => `<tr><td>${label}</td><td>${value}</td></tr>`).join('')}</table>`
}
