import type { ScreenLanguage } from '../../shared/domain/settings.ts'
import en from '../../shared/locales/en.json'
import ru from '../../shared/locales/ru.json'
import zh from '../../shared/locales/zh-CN.json'

const FAILURES = { 'zh-CN': zh.failure, ru: ru.failure, en: en.failure } as const

/** Failures that only a typed command can have. */
type OwnFailure =
  | 'bad-choice'
  | 'entry-form'
  | 'moment-form'
  | 'count-form'
  | 'yes-or-no'
  | 'no-such-target'
  | 'json-unreadable'
  | 'file-unreadable'
  | 'target-inside'
  | 'record-not-kept'
  | 'nothing-new'
  | 'unexpected'

/** What the command line says beside the failures that it shares with the window. */
export interface Words {
  readonly own: Readonly<Record<OwnFailure, string>>
  readonly usage: {
    readonly unknownCommand: (command: string) => string
    readonly missing: (what: string) => string
    readonly tooMany: (what: string) => string
    readonly unknownOption: (option: string) => string
    readonly needsValue: (option: string) => string
    readonly unknownField: (field: string) => string
    readonly noEquals: (text: string) => string
    readonly badChoice: (option: string, choices: string) => string
    readonly oneFileOnly: string
    readonly badInstant: (text: string) => string
    readonly seeHelp: (command: string | null) => string
  }
  readonly made: (folder: string) => string
  readonly known: string
  readonly saved: (changes: number) => string
  readonly pack: (file: string, pages: number, bytes: number) => string
}

/** The plural form for a number, after `one few many` of the language; Chinese has only one. */
function plural(language: string, count: number, one: string, few: string, many: string): string {
  const form = new Intl.PluralRules(language).select(count)
  return form === 'one' ? one : form === 'few' ? few : many
}

const EN: Words = {
  own: {
    'bad-choice': 'This is none of the possible values.',
    'entry-form':
      'Write an entry as: date, kind, amount, currency if another, note, [exhibits]. Example: 2026-10-14 payment 650.00 Bank transfer [B-2].',
    'count-form': 'Write a whole number of days or minutes within its limit.',
    'yes-or-no': 'Write yes or no.',
    'no-such-target':
      'This is no step of the closing and no record of this dossier. Write a step such as payments, or an id.',
    'moment-form': 'Write date, time and zone. Example: 2026-10-30 16:42 Europe/Moscow.',
    'json-unreadable':
      'This is not JSON of the form {"identity": {"bornOn": "1990-01-31"}}. Nothing was changed.',
    'file-unreadable': 'The file cannot be read. Check its name and permissions.',
    'target-inside':
      'The pack cannot lie inside the dossier folder, which holds only what its manifest names. Choose another place.',
    'record-not-kept': 'The pack was made, but the dossier could not note it.',
    'nothing-new': 'Nothing was added after this pack, so there is nothing to supplement it with.',
    unexpected: 'Something went wrong that should not. Nothing more was done.'
  },
  usage: {
    unknownCommand: (command) => `There is no command “${command}”.`,
    missing: (what) => `${what} is missing.`,
    tooMany: (what) => `“${what}” is one word too many.`,
    unknownOption: (option) => `There is no option ${option} here.`,
    needsValue: (option) => `${option} needs a value after it.`,
    unknownField: (field) => `There is no field “${field}”.`,
    noEquals: (text) => `“${text}” is not of the form part.field=value.`,
    badChoice: (option, choices) => `${option} takes one of: ${choices}.`,
    oneFileOnly: '--caption and --date need exactly one file.',
    badInstant: (text) => `“${text}” is no moment with its zone. Write 2026-11-22T12:00:00Z.`,
    seeHelp: (command) => `See: closeout help${command === null ? '' : ` ${command}`}`
  },
  made: (folder) => `New dossier folder: ${folder}`,
  known: 'is in the dossier already, not stored again',
  saved: (changes) => `${changes} ${plural('en', changes, 'change', 'changes', 'changes')} saved`,
  pack: (file, pages, bytes) => `${file}: ${pages} pages, ${bytes} bytes`
}

const RU: Words = {
  own: {
    'bad-choice': 'Такого значения нет среди возможных.',
    'entry-form':
      'Запись состоит из даты, вида, суммы, валюты (если другая), примечания и [номеров документов]. Пример: 2026-10-14 payment 650.00 Перевод [B-2].',
    'count-form': 'Укажите целое число дней или минут в допустимых пределах.',
    'yes-or-no': 'Укажите yes или no.',
    'no-such-target': 'Такого шага или записи в досье нет. Укажите шаг, например payments, или id записи.',
    'moment-form': 'Укажите дату, время и часовой пояс. Пример: 2026-10-30 16:42 Europe/Moscow.',
    'json-unreadable': 'Это не JSON вида {"identity": {"bornOn": "1990-01-31"}}. Ничего не изменено.',
    'file-unreadable': 'Файл не читается. Проверьте имя и права доступа.',
    'target-inside':
      'Пакет не может лежать в папке досье: в ней только то, что названо в её описи. Выберите другое место.',
    'record-not-kept': 'Пакет создан, но записать его в досье не удалось.',
    'nothing-new': 'После этого пакета ничего не добавлено: дополнять нечем.',
    unexpected: 'Произошёл сбой, которого быть не должно. Больше ничего не сделано.'
  },
  usage: {
    unknownCommand: (command) => `Команды «${command}» нет.`,
    missing: (what) => `Не хватает: ${what}.`,
    tooMany: (what) => `Лишнее слово: «${what}».`,
    unknownOption: (option) => `Параметра ${option} здесь нет.`,
    needsValue: (option) => `После ${option} нужно значение.`,
    unknownField: (field) => `Поля «${field}» нет.`,
    noEquals: (text) => `«${text}» не имеет вида part.field=value.`,
    badChoice: (option, choices) => `${option} принимает одно из: ${choices}.`,
    oneFileOnly: 'Для --caption и --date нужен ровно один файл.',
    badInstant: (text) => `«${text}» — не момент времени с поясом. Нужно так: 2026-11-22T12:00:00Z.`,
    seeHelp: (command) => `Справка: closeout help${command === null ? '' : ` ${command}`}`
  },
  made: (folder) => `Новая папка досье: ${folder}`,
  known: 'уже есть в досье, второй раз не сохранён',
  saved: (changes) =>
    plural(
      'ru',
      changes,
      `Сохранено ${changes} изменение`,
      `Сохранено ${changes} изменения`,
      `Сохранено ${changes} изменений`
    ),
  pack: (file, pages, bytes) =>
    `${file}: ${pages} ${plural('ru', pages, 'страница', 'страницы', 'страниц')}, ${bytes} ${plural('ru', bytes, 'байт', 'байта', 'байт')}`
}

const ZH: Words = {
  own: {
    'bad-choice': '没有这个可选值。',
    'entry-form':
      '一笔账写成：日期 类别 金额 币种（与账目不同时）备注 [证据编号]。例如：2026-10-14 payment 650.00 银行转账 [B-2]。',
    'count-form': '请写一个在范围内的整数（天数或分钟数）。',
    'yes-or-no': '请写 yes 或 no。',
    'no-such-target': '没有这个步骤，档案里也没有这条记录。请写步骤（如 payments）或记录的 id。',
    'moment-form': '请写日期、时间和时区。例如：2026-10-30 16:42 Europe/Moscow。',
    'json-unreadable': '这不是 {"identity": {"bornOn": "1990-01-31"}} 这种形式的 JSON。没有改动任何内容。',
    'file-unreadable': '无法读取这个文件。请检查文件名和权限。',
    'target-inside': '存证册不能放在档案文件夹里，那里只放清单列出的文件。请另选位置。',
    'record-not-kept': '存证册已生成，但没能记入档案。',
    'nothing-new': '这本存证册之后没有新增证据，无可补充。',
    unexpected: '出现了不该有的错误，已停止。'
  },
  usage: {
    unknownCommand: (command) => `没有“${command}”这个命令。`,
    missing: (what) => `缺少 ${what}。`,
    tooMany: (what) => `多了一个词：“${what}”。`,
    unknownOption: (option) => `这里没有 ${option} 这个选项。`,
    needsValue: (option) => `${option} 后面要有值。`,
    unknownField: (field) => `没有“${field}”这个字段。`,
    noEquals: (text) => `“${text}”不是 part.field=value 的形式。`,
    badChoice: (option, choices) => `${option} 可选：${choices}。`,
    oneFileOnly: '--caption 和 --date 只能用于一个文件。',
    badInstant: (text) => `“${text}”不是带时区的时刻。请写成 2026-11-22T12:00:00Z。`,
    seeHelp: (command) => `帮助：closeout help${command === null ? '' : ` ${command}`}`
  },
  made: (folder) => `新档案文件夹：${folder}`,
  known: '档案里已有，没有重复保存',
  saved: (changes) => `已保存 ${changes} 处改动`,
  pack: (file, pages, bytes) => `${file}：${pages} 页，${bytes} 字节`
}

export const WORDS: Readonly<Record<ScreenLanguage, Words>> = { 'zh-CN': ZH, ru: RU, en: EN }

/** The sentence of a failure code in the reader's language. */
export function sentenceOf(code: string, language: ScreenLanguage): string {
  const shared: Readonly<Record<string, string>> = FAILURES[language]
  const own: Readonly<Record<string, string>> = WORDS[language].own
  return own[code] ?? shared[code] ?? `${own['unexpected'] ?? ''} (${code})`
}
