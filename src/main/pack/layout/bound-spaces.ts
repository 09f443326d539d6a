/** Marks that mean nothing without what they number or name. */
const MARKS =
  '№№?|§§?|с\\.|стр\\.|п\\.|пп\\.|подп\\.|ст\\.|гл\\.|абз\\.|вх\\.|исх\\.|ул\\.|пер\\.|пр\\.|просп\\.|д\\.|корп\\.|кв\\.|оф\\.|тел\\.|доп\\.|табл\\.|рис\\.|прил\\.|pp?\\.|Nos?\\.|[Aa]rt\\.|[Cc]l\\.|[Ss]ec\\.|[Pp]ara\\.|[Cc]lause|[Aa]rticle|[Ss]ection|[Pp]age'
/** The same words are also units, which stand behind their number: `ч. 5`, `5 ч. утра`, `г. Москва`, `2026 г.`. */
const MARKS_OR_UNITS = 'г\\.|ч\\.|т\\.|л\\.'
const UNITS =
  '₽|руб|р|коп|%|‰|€|\\$|¥|RUB|CNY|USD|EUR|[КМГТ]Б|[KMGT]B|байта?|bytes?|мин|сек|ч|с|гг?|дн|сут|мес|шт|экз|кг|км|см|мм|м|тыс|млн|млрд|min|h|days?|months?|years?|hours?|pages?|дн(?:я|ей)|день|месяц(?:а|ев)?|год(?:а|у)?|лет|страниц[аы]?'
const MONTHS =
  'января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?'
/** What is counted or numbered in Chinese, typed with a space before it: `第 6.4 条`, `2026 年 10 月`. */
const CLASSIFIERS =
  '卢美欧港年月日号條条款项页頁份元角时時分秒点點个個次张張册章节節卷件张台部支天周岁楼室栋封笔位名种'

const SPACE = new RegExp(
  [
    `(?<=(?:^|[\\s(«„“"—])(?:${MARKS})) (?=[\\p{L}\\p{N}№])`,
    `(?<=(?:^|[^\\p{N}\\s]\\s|[(«„“"—])(?:${MARKS_OR_UNITS})) (?=[\\p{L}\\p{N}])`,
    `(?<=[\\p{N}%]) (?=(?:${UNITS}|${MONTHS})(?![\\p{L}\\p{N}]))`,
    `(?<=\\d (?:${MONTHS})) (?=\\d{4})`,
    // Groups of three, and the parts of a telephone number.
    '(?<=(?<![\\d.,])\\d{1,3}(?: \\d{3})*) (?=\\d{3}(?!\\d))',
    '(?<=\\+\\d[\\d\\-() ]*) (?=[\\d(])',
    `(?<=第) (?=\\p{N})|(?<=[\\p{N}%]) (?=[${CLASSIFIERS}])`,
    // Initials and the name behind them.
    '(?<=(?:^|[\\s(«])\\p{Lu}\\.) (?=\\p{Lu}[.\\p{Ll}])',
    ' (?=[—–])'
  ].join('|'),
  'gu'
)

/**
 * The text with its spaces made unbreakable where no line may end: between a mark or a number and what it belongs to.
 * As long as the text itself, which is drawn as it is.
 */
export function withBoundSpaces(text: string): string {
  return text.includes(' ') ? text.replace(SPACE, '\u00a0') : text
}
