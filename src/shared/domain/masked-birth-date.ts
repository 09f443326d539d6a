import type { IsoDate } from './calendar.ts'

/** Stands in a text where the date of birth stood. */
export const MASKED_DATE = '••.••.••••'

const MONTHS: readonly (readonly string[])[] = [
  ['январ[а-яё]*', 'янв', 'january', 'jan', 'i'],
  ['феврал[а-яё]*', 'февр', 'фев', 'february', 'feb', 'ii'],
  ['март[а-яё]*', 'мар', 'march', 'mar', 'iii'],
  ['апрел[а-яё]*', 'апр', 'april', 'apr', 'iv'],
  ['ма(?:[йяюе]|и\u0306)[а-яё]*', 'may', 'v'],
  ['июн[а-яё]*', 'june', 'jun', 'vi'],
  ['июл[а-яё]*', 'july', 'jul', 'vii'],
  ['август[а-яё]*', 'авг', 'august', 'aug', 'viii'],
  ['сентябр[а-яё]*', 'сент', 'сен', 'september', 'sept', 'sep', 'ix'],
  ['октябр[а-яё]*', 'окт', 'october', 'oct', 'x'],
  ['ноябр[а-яё]*', 'нояб', 'ноя', 'november', 'nov', 'xi'],
  ['декабр[а-яё]*', 'дек', 'december', 'dec', 'xii']
]
const HAN_DIGITS = ['[〇零]', '一', '二', '三', '四', '五', '六', '七', '八', '九']
/** Endings of a day: 31st, 31-е, 31号. */
const DAY_END = '(?:st|nd|rd|th|-?(?:го|е|ое|ого))?'
/** Signs between the parts of a date. */
const SIGN = '[\\s.,:/\\\\_·\\-‐‑–—−]'
const GAP = `${SIGN}{0,3}`
const SEPARATOR = `${SIGN}{1,3}`

/** Finds a day in a text in the ways in which people and programs of three languages write it. */
export function datePattern(on: IsoDate): RegExp {
  const [year = '', month = '', day = ''] = on.split('-')
  const [y, m, d] = [digits(year), shortOrPadded(month), shortOrPadded(day)]
  const [mm, dd, yy] = [digits(month), digits(day), digits(year.slice(2))]
  const named = `(?:${MONTHS[Number(month) - 1]?.join('|') ?? ''})`
  const forms = [
    `${y}${SEPARATOR}${m}${SEPARATOR}${d}`,
    `(?:${y}|${yy})${GAP}年${GAP}${m}${GAP}月${GAP}${d}`,
    `${hanYear(year)}年${hanNumber(Number(month))}月${hanNumber(Number(day))}`,
    `${d}${SEPARATOR}${m}${SEPARATOR}(?:${y}|${yy})`,
    `${m}${SEPARATOR}${d}${SEPARATOR}(?:${y}|${yy})`,
    `${y}${mm}${dd}`,
    `${dd}${mm}${y}`,
    `${mm}${dd}${y}`,
    `${d}${DAY_END}${GAP}(?:of${GAP})?${named}${GAP}(?:${y}|${yy})`,
    `${named}${GAP}${d}${DAY_END}${GAP}(?:${y}|${yy})`,
    `${y}${GAP}${named}${GAP}${d}`
  ]
  return new RegExp(`(?<![0-9０-９])(?:${forms.join('|')})(?![0-9０-９])`, 'giu')
}

/** Chinese keyboards have a second, wide form of each digit. */
function digits(text: string): string {
  return Array.from(text, (digit) => `[${digit}${String.fromCodePoint(0xff10 + Number(digit))}]`).join('')
}

function shortOrPadded(text: string): string {
  return text.startsWith('0') ? `[0０]?${digits(text.slice(1))}` : digits(text)
}

function hanYear(year: string): string {
  return Array.from(year, (digit) => HAN_DIGITS[Number(digit)] ?? '').join('')
}

function hanNumber(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10]
  const before = tens === 0 ? '' : tens === 1 ? '一?十' : `${HAN_DIGITS[tens] ?? ''}十`
  return before + (ones === 0 ? '' : (HAN_DIGITS[ones] ?? ''))
}
