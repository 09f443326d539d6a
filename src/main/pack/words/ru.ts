import { ruCase } from './ru-case.ts'
import { ruProof } from './ru-proof.ts'
import { countedInRussian as counted, russianPlural } from './russian-plural.ts'
import { RECIPIENT_WORDS } from './recipient-words.ts'
import { SUPPLEMENT_WORDS } from './supplement-words.ts'
import { VOLUME_WORDS } from './volume-words.ts'
import { FACT, type Words } from './words.ts'

const bold = (text: string) => `${FACT}${text}${FACT}`
const stated = (isStatedOnly: boolean) => (isStatedOnly ? ' (со слов абонента)' : '')
const days = (count: number) => counted(count, 'день', 'дня', 'дней')
const exhibits = (count: number) => counted(count, 'приложение', 'приложения', 'приложений')

export const ru: Words = {
  ...ruCase,
  ...ruProof,
  recipient: RECIPIENT_WORDS.ru,
  supplement: SUPPLEMENT_WORDS.ru,
  volume: VOLUME_WORDS.ru,
  joins: {
    comma: ', ',
    list: ', ',
    semicolon: '; ',
    colon: ': ',
    sentence: ' ',
    stop: '. ',
    bracketed: (text, inside) => `${text} (${inside})`
  },
  kind: 'Комплект документов для рассмотрения претензии',
  titleClosed: (number) => `Номер ${number} отключён`,
  titleClosing: (number) => `Номер ${number} отключается`,
  head: (number) => `Досье отключения номера ${number}`,
  specimen: 'SPECIMEN · ОБРАЗЕЦ',
  parts: {
    cover: 'Обложка',
    index: 'Опись',
    identity: 'Абонент и номер',
    chronology: 'Хронология',
    payments: 'Расчёты с оператором',
    contacts: 'Журнал обращений',
    agreement: 'Соглашение и оборудование',
    confirmation: 'Подтверждение отключения',
    evidence: 'Доказательства по пунктам',
    verification: 'Лист проверки',
    checksums: 'Контрольные суммы'
  },
  continued: (title) => `${title}, продолжение`,
  categories: {
    A: 'Личность',
    B: 'Платежи',
    C: 'Договор и соглашение',
    D: 'Переписка с оператором',
    E: 'Оборудование',
    F: 'Подтверждение отключения',
    G: 'Прочее'
  },
  page: (page) => `с.\u00a0${page}`,
  bookmarkPage: (page) => `с. ${page}`,
  stampOwn: (code, part) => `Комплект ${code} · ${part}`,
  stampExhibit: ['Приложение ', (page, of, code) => ` · стр.\u00a0${page} из ${of} · комплект ${code}`],
  asStated: 'со слов',
  computed: 'вычислено',
  yes: 'да',
  no: 'нет',

  result: {
    ended: (on, isStatedOnly) => `Договор прекращён ${bold(on)}${stated(isStatedOnly)}.`,
    ends: (on, isStatedOnly) => `Договор прекращается ${bold(on)}${stated(isStatedOnly)}.`,
    owed: (sum) => `Не погашено ${bold(sum)}.`,
    nothingOwed: (sum, isStatedOnly) => `Задолженность ${bold(sum)}${stated(isStatedOnly)}.`,
    credit: (sum, isStatedOnly) =>
      `Задолженности нет, у оператора остался аванс абонента ${bold(sum)}${stated(isStatedOnly)}.`,
    returned: (on) => `Оборудование возвращено ${bold(on)}.`,
    confirmed: (on) =>
      on === null
        ? 'Отключение номера подтверждено оператором.'
        : `Оператор подтвердил отключение номера ${bold(on)}.`,
    confirmedAsStated: (on) =>
      `Со слов абонента, оператор подтвердил отключение ${on}; документа в комплекте нет.`,
    awaitedSince: (on) => `Подтверждения оператора нет, оно ожидается с ${bold(on)}.`,
    notConfirmed: 'Подтверждения оператора пока нет.'
  },
  facts: {
    subscriber: 'Абонент',
    operator: 'Оператор',
    document: 'Документ',
    contract: 'Договор',
    account: 'Лицевой счёт',
    endedOn: 'Дата прекращения',
    plannedOn: 'Планируется на',
    period: 'Документы за период',
    replyTo: 'Ответ направить',
    reference: 'Обращение',
    contractOf: (on) => `от ${on}`
  },
  points: {
    title: 'Состояние по шести пунктам',
    heads: ['Пункт', 'Подтверждено', 'Чем (страница)'],
    names: {
      identity: 'Личность абонента установлена',
      request: 'Заявление о расторжении подано',
      dues: 'Задолженность погашена',
      agreement: 'Соглашение о расторжении заключено',
      equipment: 'Оборудование возвращено',
      confirmation: 'Отключение номера подтверждено'
    },
    states: {
      corroborated: 'независимо',
      documented: 'документом',
      stated: 'только со слов',
      none: 'не подтверждено'
    },
    note: '«Независимо» — не менее двух разных файлов, «документом» — один: файлы есть в комплекте и открываются. Программа проверяет наличие файла, а не его содержание.',
    partly: 'частично',
    more: (count) => `и\u00a0ещё\u00a0${count}`
  },
  contents: {
    head: 'Что внутри.',
    text: ({ index, own, exhibits: range, count, checks }) =>
      [
        `Опись — с.\u00a0${index}.`,
        ...(own === null ? [] : [`Сведения о деле, внесённые абонентом, — с.\u00a0${own}.`]),
        range === null
          ? 'Приложений нет.'
          : `${russianPlural(count, 'Приложение', 'Приложения', 'Приложения')} (${count}) — с.\u00a0${range}.`,
        `Как сверить файлы с контрольными суммами — с.\u00a0${checks}.`,
        'Номер на листе совпадает с номером страницы PDF.'
      ].join(' ')
  },
  packBlock: {
    pack: 'Комплект',
    madeAt: 'Составлен',
    extent: 'Объём',
    program: 'Программа',
    manifest: 'SHA-256 перечня',
    extentText: (pages, count) =>
      `${pages}\u00a0${russianPlural(pages, 'страница', 'страницы', 'страниц')}, ${exhibits(count)}`,
    zoneNote: (zone) =>
      zone === 'Europe/Moscow'
        ? 'Время в комплекте московское, если не указано иное.'
        : `Время в комплекте — по часовому поясу ${zone}, если не указано иное.`
  },
  stampBox: 'Место для отметки о поступлении',

  index: {
    lead: 'Номер, название и страница — ссылки. Номера приложений пишутся латинскими буквами и не меняются при дополнении комплекта.',
    heads: ['№', 'Дата', 'Название', 'Стр.'],
    ownPages: 'Листы комплекта',
    checks: 'Лист проверки и контрольные суммы',
    undated: 'без даты',
    attachedFlag: 'файл вложен',
    unreadableFlag: 'файл не открыт',
    missingFlag: 'файла нет',
    formerly: (numbers) => `ранее ${numbers}`
  },
  identity: {
    lead: 'На этом листе часть знаков закрыта точками; в приложениях эти данные видны полностью. «Со слов» — внесено абонентом.',
    subscriber: 'Абонент',
    names: { latin: 'Имя латиницей', cyrillic: 'Имя кириллицей', chinese: 'Имя иероглифами' },
    bornOn: 'Дата рождения',
    document: 'Документ, удостоверяющий личность',
    documentKind: 'Вид',
    documentNumber: 'Номер',
    issuedBy: 'Кем выдан',
    issuedOn: 'Выдан',
    expiresOn: 'Действует до',
    issuedAndExpires: 'Выдан, действует до',
    onEnd: 'На дату прекращения договора',
    valid: (count) => `действовал: до окончания срока ${days(count)}`,
    expired: (count) => `срок истёк за ${days(count)} до этой даты`,
    numberAndContract: 'Номер и договор',
    phoneNumber: 'Номер телефона',
    operator: 'Оператор',
    legalName: 'Юридическое лицо',
    taxNumber: 'ИНН',
    readOn: (on) => `прочитано ${on}`,
    unconfirmed: 'не подтверждено,',
    sim: 'SIM-карта, ICCID',
    contract: 'Договор',
    account: 'Лицевой счёт',
    reason: 'Причина отключения',
    tariff: 'Тариф',
    representative: 'Представитель абонента',
    representativeName: 'Имя',
    attorney: 'Доверенность',
    notary: 'Нотариус',
    mayReceiveMoney: 'Вправе получать деньги',
    forReply: 'Для ответа',
    address: 'Почтовый адрес',
    email: 'Электронная почта',
    phone: 'Телефон для связи',
    kinds: {
      passport: 'паспорт',
      'id-card': 'удостоверение личности',
      'residence-permit': 'вид на жительство',
      other: 'иной документ'
    },
    reasons: {
      moving: 'переезд за границу',
      'new-number': 'переход на другой номер',
      'not-used': 'номер не используется',
      cost: 'стоимость связи',
      other: 'другая причина'
    }
  },
  proofs: 'Приложения к этому разделу',
  proofsNone: 'К этому разделу в комплекте нет приложений.',
  ledger: {
    lead: (from) =>
      `Внесённые абонентом начисления и платежи с ${from}, по датам. Долг пересчитан после каждой операции; со знаком минус — аванс абонента.`,
    inCurrency: (currency) => `Расчёты, ${currency}`,
    inUnit: (head, currency) => `${head},${currency.length > 1 ? ' ' : '\u00a0'}${currency}`,
    heads: {
      date: 'Дата',
      entry: 'Операция',
      proof: 'Чек, страница',
      charged: 'Начислено',
      paid: 'Оплачено',
      owedAfter: 'Долг после операции'
    },
    opening: 'Остаток на начало',
    carriedTo: (page) => `Перенос на с.\u00a0${page}`,
    carriedFrom: (page) => `Перенос с с.\u00a0${page}`,
    total: 'Итого',
    kinds: {
      bill: 'Счёт',
      arrears: 'Задолженность',
      penalty: 'Неустойка',
      fee: 'Плата',
      payment: 'Оплата',
      refund: 'Возврат'
    },
    reconciliation: 'Сверка по видам',
    chargedHead: 'Начислено',
    paidHead: 'Оплачено',
    kindTotals: {
      bill: (count) => `Счета за связь (${count})`,
      arrears: (count) => `Задолженность (${count})`,
      penalty: (count) => `Неустойка (${count})`,
      fee: (count) => `Прочие платы (${count})`,
      payment: (count) => `Оплаты (${count})`,
      refund: () => 'Возвращено абоненту'
    },
    byExhibits: (numbers) =>
      `${numbers.length === 1 ? 'По приложению' : 'По приложениям'} ${numbers.join(', ')}`,
    byOtherExhibits: (count) => `По другим приложениям (${count})`,
    withoutProof: 'Без документа',
    stillOwed: 'Не погашено',
    credit: 'Аванс абонента',
    chargedTotal: 'Всего',
    paidTotal: 'Всего за вычетом возврата',
    settled: (sum) => `Суммы совпадают: долг ${bold(sum)}.`,
    owed: (sum) => `Не погашено ${bold(sum)}.`,
    inCredit: (sum) => `Долга нет; аванс абонента ${bold(sum)}.`,
    allProven: 'Платежей без подтверждающего документа нет.',
    unproven: (count) =>
      `${count}\u00a0${russianPlural(count, 'платёж указан', 'платежа указаны', 'платежей указаны')} со слов: подтверждающего документа в комплекте нет.`,
    morePapers: (count) => `и ещё ${count}`,
    endNote: (on) => `Дата прекращения договора — ${on}.`
  },
  agreement: {
    lead: 'Что подписано, на каких условиях, и что возвращено.',
    terms: 'Соглашение о расторжении договора',
    number: 'Соглашение',
    appliedOn: 'Заявление подано',
    signedOn: 'Подписано',
    effectiveOn: 'Дата прекращения договора',
    penalty: 'Плата за досрочное расторжение',
    noPenalty: 'не взимается',
    owedAtSigning: 'Долг на день подписания',
    notes: 'Что важно в соглашении'
  },
  confirmation: {
    lead: 'Что ответил оператор: когда, каким способом и какими словами.',
    details: 'Сведения о подтверждении',
    channel: 'Способ',
    sender: 'Отправитель',
    receivedAt: 'Получено',
    channels: {
      email: 'электронное письмо',
      sms: 'SMS',
      letter: 'письмо по почте',
      chat: 'сообщение в чате',
      shop: 'в салоне связи',
      call: 'по телефону',
      other: 'другой способ'
    },
    text: 'Текст подтверждения',
    textNote: 'Текст приведён так, как его внёс абонент. Исходный файл, если он есть, стоит в разделе F.'
  },
  exhibit: {
    dateSources: { exif: 'дата съёмки из файла', pdf: 'дата из файла', stated: 'со слов' },
    addedOn: (on) => `добавлено ${on}`,
    hashLine: (short, page) => `SHA-256: ${short}, полностью — с.\u00a0${page}`,
    untitled: 'Без названия',
    photoNote: (width, height, dpi) =>
      `Снимок показан целиком, ${width}\u00a0×\u00a0${height}\u00a0точек, ${dpi}\u00a0${russianPlural(dpi, 'точка', 'точки', 'точек')} на дюйм. Программа его не обрезала и не исправляла.`,
    photoTurned: 'Повёрнут так, как указано в файле.',
    coarse: 'Снимок мелкий: лучше рассмотреть исходный файл.',
    reduced: (percent) => `уменьшено до ${percent}\u00a0%, исходный файл вложен`
  }
}
