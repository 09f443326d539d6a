import fc from 'fast-check'

const GROUPERS = ['', ' ', '-', '\u00a0', ' – ', '.', ' № ', ' номер ', '/'] as const

/** The number as somebody else might write it: grouped otherwise, in small letters, in wide digits. */
export function writtenNumber(number: string): fc.Arbitrary<string> {
  const characters = Array.from(number.replaceAll(' ', ''))
  return fc
    .record({
      cuts: fc.uniqueArray(fc.integer({ min: 1, max: characters.length - 1 }), { maxLength: 3 }),
      grouper: fc.constantFrom(...GROUPERS),
      look: fc.constantFrom('plain', 'small', 'wide')
    })
    .map(({ cuts, grouper, look }) => {
      const grouped = characters.map((one, at) => (cuts.includes(at) ? grouper + one : one)).join('')
      if (look === 'small') return grouped.toLowerCase()
      return look === 'wide' ? grouped.replace(/[0-9A-Z]/g, wide) : grouped
    })
}

function wide(character: string): string {
  return String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0)
}

const RUSSIAN = ['января', 'февраля', 'марта', 'апреля', 'мая', 'июня', 'июля', 'августа', 'сентября']
const RUSSIAN_MONTHS = [...RUSSIAN, 'октября', 'ноября', 'декабря']
const ENGLISH = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September']
const ENGLISH_MONTHS = [...ENGLISH, 'October', 'November', 'December']

/** The ways in which people write a day. */
export function writtenDates(on: string): readonly string[] {
  const [y = '', m = '', d = ''] = on.split('-')
  const [month, day] = [Number(m), Number(d)]
  const [russian = '', english = ''] = [RUSSIAN_MONTHS[month - 1], ENGLISH_MONTHS[month - 1]]
  return [
    on,
    `${d}.${m}.${y}`,
    `${day}.${month}.${y}`,
    `${d}/${m}/${y}`,
    `${m}/${d}/${y}`,
    `${d}.${m}.${y.slice(2)}`,
    `${y}.${m}.${d}`,
    `${y}/${month}/${day}`,
    `${y}${m}${d}`,
    `${d}${m}${y}`,
    `${day} ${russian} ${y}`,
    `${day}-го ${russian} ${y} г.`,
    `${day} ${english} ${y}`,
    `${day} ${english.slice(0, 3)} ${y}`,
    `${english} ${day}, ${y}`,
    `${y}年${month}月${day}日`,
    `${y} 年 ${m} 月 ${d} 日`
  ]
}

/** Numbers as passports and cards have them. */
export const DOCUMENT_NUMBERS: fc.Arbitrary<string> = fc.oneof(
  fc.stringMatching(/^[1-9]\d{3} [1-9]\d{5}$/),
  fc.stringMatching(/^[EGP][1-9]\d{7}$/),
  fc.stringMatching(/^[1-9]\d \d{7}$/)
)

export const BIRTH_DATES: fc.Arbitrary<string> = fc
  .date({ min: new Date('1930-01-01T00:00:00Z'), max: new Date('2007-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

/** Whether a text gives away a number, however it is written there. */
export function givesNumberAway(text: string, number: string): boolean {
  const plain = (one: string) =>
    one
      .normalize('NFKC')
      .replace(/[^\p{L}\p{N}•]|номер/gu, '')
      .toLowerCase()
  return plain(text).includes(plain(number))
}

export function givesDateAway(text: string, on: string): boolean {
  const plain = (one: string) => one.normalize('NFKC').replace(/\s+/gu, ' ').toLowerCase()
  const within = plain(text)
  return writtenDates(on).some((date) => {
    const at = within.indexOf(plain(date))
    // Part of a longer number is no date.
    return at !== -1 && !/\d/u.test(`${within[at - 1] ?? ''}${within[at + date.length] ?? ''}`)
  })
}
