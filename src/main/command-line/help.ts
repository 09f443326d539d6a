import { CATEGORY_WORDS } from '../../shared/domain/category.ts'
import { CLOSING_REASONS, CONFIRMATION_CHANNELS, DOCUMENT_KINDS } from '../../shared/domain/dossier.ts'
import { ENTRY_KINDS } from '../../shared/domain/ledger.ts'
import type { ScreenLanguage } from '../../shared/domain/settings.ts'

const COMMANDS = ['new', 'add', 'set', 'pack', 'sample', 'help'] as const
export type Command = (typeof COMMANDS)[number]

/** How each command is written: the same in every language, since it is typed the same. */
const FORMS: Readonly<Record<Command, string>> = {
  new: `closeout new DIR --operator mts --number "+7 916 000-00-00" --name "…"
  --operator NAME   mts, beeline, megafon, t2 …
  --number NUMBER
  --name NAME       --name-latin NAME  --name-cyrillic NAME  --name-chinese NAME
  --contract NUMBER
  --json`,
  add: `closeout add DIR --category payments FILE…
  --category WORD   ${Object.keys(CATEGORY_WORDS).join(', ')}; A–G
  --caption TEXT    --date DATE
  --json`,
  set: `closeout set DIR part.field=value …
closeout set DIR --json FILE
  account.operator  account.phoneNumber  account.latin  account.cyrillic  account.chinese
  closing.reason    (${CLOSING_REASONS.join(', ')})
  closing.note
  identity.documentKind (${DOCUMENT_KINDS.join(', ')})
  identity.documentNumber  identity.issuedBy  identity.issuedOn  identity.expiresOn  identity.bornOn
  identity.contractNumber  identity.contractOn  identity.accountNumber  identity.simNumber
  identity.contactEmail  identity.contactPhone  identity.contactAddress
  payments.currency=RUB
  payments.entry="2026-10-14 payment 650.00 Bank transfer [B-2]"   (${ENTRY_KINDS.join(', ')})
  payments.removeEntry=ID
  agreement.number  agreement.signedOn  agreement.effectiveOn  agreement.penalty  agreement.notes
  confirmation.channel (${CONFIRMATION_CHANNELS.join(', ')})
  confirmation.sender  confirmation.receivedAt="2026-10-30 16:42 Europe/Moscow"  confirmation.text
  B-2.caption  B-2.date  B-2.category
  {"identity": {"bornOn": "1990-01-31"}, "payments": {"entries": [{"on": "2026-10-14", "kind": "payment", "amount": "650.00", "note": "…", "exhibit": "B-2"}]}}`,
  pack: `closeout pack DIR --out pack.pdf
  --language ru     ru, zh-CN, en
  --exhibit B-2     …
  --replace
  --json`,
  sample: `closeout sample DIR
  --json`,
  help: 'closeout help [COMMAND]'
}

const ABOUT: Readonly<Record<ScreenLanguage, Readonly<Record<Command | 'all', string>>>> = {
  en: {
    all: 'Keeps the proofs of closing a mobile number in a folder and makes one PDF of them.\nEvery command takes --screen-language zh-CN, ru or en. Exit code: 0 done, 1 finding or failure, 2 wrong usage.',
    new: 'Makes a dossier folder that must not exist yet.',
    add: 'Takes files in unchanged and numbers them. Caption and date go with a single file.',
    set: 'Fills in fields; an empty value clears one. Each field that cannot be read is named, the others are saved. An exhibit is linked by its number in square brackets.',
    pack: 'Makes the record pack. Without --exhibit it holds all of them; an existing file is replaced only with --replace.',
    sample: 'Makes a folder with the sample dossier: invented people and papers.',
    help: 'Shows how a command is written.'
  },
  ru: {
    all: 'Хранит доказательства отключения номера в папке и собирает из них один PDF.\nУ каждой команды есть --screen-language zh-CN, ru или en. Код выхода: 0 сделано, 1 замечание или сбой, 2 неверная запись команды.',
    new: 'Создаёт папку досье, которой ещё нет.',
    add: 'Принимает файлы без изменений и нумерует их. Подпись и дата задаются только для одного файла.',
    set: 'Заполняет поля; пустое значение очищает поле. Поле, которое не удалось прочесть, будет названо, остальные сохранятся. Номер документа пишется в квадратных скобках.',
    pack: 'Собирает пакет. Без --exhibit в него входят все документы; существующий файл заменяется только с --replace.',
    sample: 'Создаёт папку с образцом досье: люди и документы вымышлены.',
    help: 'Показывает, как пишется команда.'
  },
  'zh-CN': {
    all: '把销号证据保存在一个文件夹里，并汇成一个 PDF。\n每个命令都可加 --screen-language zh-CN、ru 或 en。退出码：0 完成，1 有提示或失败，2 用法不对。',
    new: '新建档案文件夹，该文件夹须尚不存在。',
    add: '原样收录文件并编号。标题和日期只能用于单个文件。',
    set: '填写字段；空值表示清除。读不懂的字段会逐个指出，其余照常保存。证据编号写在方括号里。',
    pack: '生成存证册。不写 --exhibit 就收录全部证据；已有文件只有加 --replace 才会替换。',
    sample: '生成样例档案文件夹：人物和文件都是虚构的。',
    help: '显示命令的写法。'
  }
}

export function isCommand(word: string): word is Command {
  return COMMANDS.some((command) => command === word)
}

/** How to write one command, or all of them. */
export function helpText(command: Command | null, language: ScreenLanguage): string {
  const about = ABOUT[language]
  const one = (name: Command) => `${FORMS[name]}\n\n  ${about[name]}`
  return command === null ? `${about.all}\n\n${COMMANDS.map(one).join('\n\n')}` : one(command)
}
