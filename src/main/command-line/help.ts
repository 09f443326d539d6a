import { CATEGORY_WORDS } from '../../shared/domain/category.ts'
import { CONTACT_CHANNELS, CONTACT_PURPOSES } from '../../shared/domain/contact.ts'
import { CLOSING_REASONS, CONFIRMATION_CHANNELS } from '../../shared/domain/dossier.ts'
import { DEVICE_KINDS } from '../../shared/domain/equipment.ts'
import { DOCUMENT_KINDS } from '../../shared/domain/identity.ts'
import { ENTRY_KINDS } from '../../shared/domain/ledger.ts'
import type { ScreenLanguage } from '../../shared/domain/settings.ts'
import { DELIVERIES, PACK_FORMS } from '../../shared/domain/recipient-profile.ts'
import { SHIPPED_RECIPIENTS } from '../recipients/shipped-recipient-ids.ts'
import { SETTABLE_STATES, STEPS } from '../../shared/domain/step.ts'

const COMMANDS = [
  'new',
  'add',
  'set',
  'contact',
  'device',
  'status',
  'pack',
  'check',
  'sample',
  'help'
] as const
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
  --proves payments   (${STEPS.join(', ')}; ID)
  --json`,
  set: `closeout set DIR part.field=value …
closeout set DIR --json FILE
  account.operator  account.phoneNumber  account.latin  account.cyrillic  account.chinese
  closing.reason    (${CLOSING_REASONS.join(', ')})
  closing.note  closing.plannedOn
  contract.number  contract.signedOn  contract.accountNumber  contract.simNumber  contract.tariff
  contactDetails.email  contactDetails.phone  contactDetails.address
  identity.bornOn
  document.kind     (${DOCUMENT_KINDS.join(', ')})
  document.number  document.issuedBy  document.issuedOn  document.expiresOn  document.2.number …
  representative.name  representative.attorneyNumber  representative.notary  representative.issuedOn
  representative.expiresOn  representative.mayReceiveMoney=yes
  payments.currency=RUB
  payments.entry="2026-10-14 payment 650.00 RUB Bank transfer [B-2, B-3]"   (${ENTRY_KINDS.join(', ')})
  payments.removeEntry=ID
  agreement.number  agreement.appliedOn  agreement.signedOn  agreement.effectiveOn
  agreement.penalty  agreement.notes
  terms.endsOn  terms.noticeDays  terms.penalty  terms.note
  equipment.nothingToReturn=yes
  confirmation.channel (${CONFIRMATION_CHANNELS.join(', ')})
  confirmation.sender  confirmation.receivedAt="2026-10-30 16:42 Europe/Moscow"  confirmation.text
  override.payments="done …"   (${STEPS.join(', ')}) (${SETTABLE_STATES.join(', ')})
  B-2.caption  B-2.date  B-2.category  B-2.proves="payments ID"
  {"identity": {"bornOn": "1990-01-31"}, "payments": {"entries": [{"on": "2026-10-14", "kind": "payment", "amount": "650.00", "currency": "RUB", "note": "…", "exhibits": ["B-2"]}]}}`,
  contact: `closeout contact DIR --at "2026-09-28 11:20 Europe/Moscow" --to "0890" --said "…"
  --at TIME         --minutes NUMBER
  --channel WORD    ${CONTACT_CHANNELS.join(', ')}
  --direction WORD  out, in
  --purpose WORD    ${CONTACT_PURPOSES.join(', ')}
  --to TEXT         --person NAME  --reference NUMBER
  --said TEXT       --promised TEXT  --promised-by DATE
  --exhibit "D-1, D-2"
  --json`,
  device: `closeout device DIR --kind router --model "…" --serial "…"
  --kind WORD       ${DEVICE_KINDS.join(', ')}
  --model TEXT      --imei NUMBER  --serial NUMBER  --condition TEXT
  --accounts-removed  --locks-off
  --returned DATE   --handed-to TEXT  --tracking NUMBER
  --exhibit "E-1, E-2"
  --json`,
  status: `closeout status DIR
  --json`,
  pack: `closeout pack DIR --out pack.pdf
  --language ru     ru, zh-CN, en
  --second-language zh-CN   ru, zh-CN, en, none
  --order date      date, own
  --exhibit B-2     …
  --supplement-to CODE
  --for operator    ${SHIPPED_RECIPIENTS.join(', ')}; FILE.json
  --form WORD       ${PACK_FORMS.join(', ')}
  --delivery WORD   ${DELIVERIES.join(', ')}
  --largest-mb 36   NUMBER, none
  --core
  --estimate
  --to TEXT         --code CODE
  --at "2026-11-22T12:00:00Z"
  --no-checksum-file
  --password-file FILE
  --replace
  --json`,
  check: `closeout check PACK.pdf …
  --password-file FILE
  --json`,
  sample: `closeout sample DIR
  --json`,
  help: 'closeout help [COMMAND]'
}

const ABOUT: Readonly<Record<ScreenLanguage, Readonly<Record<Command | 'all', string>>>> = {
  en: {
    all: 'Keeps the proofs of closing a mobile number in a folder and makes one PDF of them.\nEvery command takes --screen-language zh-CN, ru or en. Exit code: 0 done, 1 finding or failure, 2 wrong usage.',
    new: 'Makes a dossier folder that must not exist yet.',
    add: 'Takes files in unchanged and numbers them. Caption and date go with a single file. --proves links them to steps or records.',
    set: 'Fills in fields; an empty value clears one. Each field that cannot be read is named, the others are saved. The exhibits that prove an entry stand in square brackets; B-2.proves says all that one exhibit proves.',
    contact:
      'Notes a call, a message, a letter or a visit and prints its id. Left out, the time is now, an outgoing call about the closing.',
    device: 'Notes a device bound to the contract and prints its id.',
    status:
      'Shows each step with its state and reasons, what is proved, and what is due when. Ends with 1 where something needs attention or is overdue.',
    pack: 'Makes the record pack and beside it a file with its SHA-256. Without --exhibit it holds all exhibits; with --supplement-to those added after that pack, on pages that go on from it. --for says who reads it and so decides language, parts, what is masked, paper and attachments; the operator’s claims department when left out. --second-language says everything of ours in one more language below or beside the first. --to names them on the cover. --form archival makes PDF/A-3u and PDF/UA-1: pages of PDF files as pictures with their text laid under them, and no password. --delivery volumes makes volumes that go on counting pages, none above --largest-mb (PACK-1-of-3.pdf …); separate-files makes a new folder with a file for each exhibit. --core holds only agreement, confirmation, return receipt, final bill and last payment, at most 20 pages. --estimate says how large it would be and makes nothing. The same dossier with the same --at gives the same file. --password-file encrypts the pack with the password in the first line of FILE: a lost one cannot be recovered, and such a file is another one each time. An existing file is replaced only with --replace.',
    check:
      'Reads a finished pack, or all its volumes, as a stranger would and says which norms of a good pack it holds; an encrypted one is read with the password in the first line of --password-file. Ends with 1 where one is not held.',
    sample: 'Makes a folder with the sample dossier: invented people and papers.',
    help: 'Shows how a command is written.'
  },
  ru: {
    all: 'Хранит доказательства отключения номера в папке и собирает из них один PDF.\nУ каждой команды есть --screen-language zh-CN, ru или en. Код выхода: 0 сделано, 1 замечание или сбой, 2 неверная запись команды.',
    new: 'Создаёт папку досье, которой ещё нет.',
    add: 'Принимает файлы без изменений и нумерует их. Подпись и дата задаются только для одного файла. --proves связывает файлы с шагами или записями.',
    set: 'Заполняет поля; пустое значение очищает поле. Поле, которое не удалось прочесть, будет названо, остальные сохранятся. Номера документов к записи пишутся в квадратных скобках; B-2.proves перечисляет всё, что подтверждает один документ.',
    contact:
      'Записывает звонок, письмо, сообщение или визит и печатает id записи. Без указаний: сейчас, исходящий звонок об отключении.',
    device: 'Записывает устройство по договору и печатает id записи.',
    status:
      'Показывает каждый шаг с состоянием и причинами, что доказано и какие сроки впереди. Код 1, если что-то требует внимания или просрочено.',
    pack: 'Собирает пакет и рядом записывает файл с его SHA-256. Без --exhibit в пакет входят все документы, с --supplement-to — добавленные после указанного пакета, с продолжением его нумерации страниц. --for говорит, кто его прочтёт, и определяет язык, состав, закрытые данные, формат листа и вложения; без него — отдел претензий оператора. --second-language повторяет все наши слова ещё на одном языке под первым или рядом с ним. --to — имя адресата на обложке. --form archival собирает PDF/A-3u и PDF/UA-1: страницы PDF-файлов — картинками с подложенным текстом, без пароля. --delivery volumes делит пакет на тома со сквозной нумерацией страниц, каждый не больше --largest-mb (PACK-1-of-3.pdf …); separate-files создаёт новую папку, где у каждого документа свой файл. --core оставляет только соглашение, подтверждение, акт о возврате, последний счёт и последний платёж, не больше 20 страниц. --estimate сообщает будущий размер и ничего не создаёт. То же досье с тем же --at даёт тот же файл. --password-file шифрует пакет паролем из первой строки файла FILE: утраченный пароль не восстановить, а такой файл каждый раз получается другим. Существующий файл заменяется только с --replace.',
    check:
      'Читает готовый пакет, как посторонний, и говорит, какие нормы хорошего пакета соблюдены; зашифрованный читает с паролем из первой строки файла --password-file. Код 1, если какая-то не соблюдена.',
    sample: 'Создаёт папку с образцом досье: люди и документы вымышлены.',
    help: 'Показывает, как пишется команда.'
  },
  'zh-CN': {
    all: '把销号证据保存在一个文件夹里，并汇成一个 PDF。\n每个命令都可加 --screen-language zh-CN、ru 或 en。退出码：0 完成，1 有提示或失败，2 用法不对。',
    new: '新建档案文件夹，该文件夹须尚不存在。',
    add: '原样收录文件并编号。标题和日期只能用于单个文件。--proves 把文件关联到步骤或记录。',
    set: '填写字段；空值表示清除。读不懂的字段会逐个指出，其余照常保存。一笔账的证据编号写在方括号里；B-2.proves 列出一份证据所证明的全部内容。',
    contact: '记下一次通话、信件、消息或到店，并显示记录的 id。不写时默认为此刻、拨出、关于销号的通话。',
    device: '登记合同下的一台设备，并显示记录的 id。',
    status: '显示每一步的状态和原因、已有证明和各项期限。有需处理或已逾期的事项时退出码为 1。',
    pack: '生成存证册，并在旁边写下它的 SHA-256 文件。不写 --exhibit 就收录全部证据；写 --supplement-to 则只收录那本之后新增的证据，页码接着编。--for 说明给谁看，由此决定语言、内容、遮盖、纸张和附带的原件；不写就是运营商理赔部门。--second-language 在第一种语言下方或旁边再写一种语言。--to 写在封面上的收件方名称。 --form archival 生成 PDF/A-3u 与 PDF/UA-1：PDF 文件的页面以图片显示，下面衬有文字，不能加密码。--delivery volumes 分册，页码连续，每册不超过 --largest-mb（PACK-1-of-3.pdf …）；separate-files 新建文件夹，每份证据一个文件。--core 只收录协议、确认、设备归还凭证、最后一张账单和最后一笔付款，不超过 20 页。--estimate 只报告大小，不生成文件。同一份档案、同一个 --at 得到相同的文件。--password-file 用 FILE 第一行的密码加密：密码丢了无法找回，而且加密后的文件每次都不同。已有文件只有加 --replace 才会替换。',
    check:
      '像外人一样读取成品存证册，说明符合哪些规范；加密的用 --password-file 第一行的密码读取。有未符合的规范时退出码为 1。',
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
