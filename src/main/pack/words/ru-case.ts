import type { CaseWords } from './case-words.ts'
import { countedInRussian as counted } from './russian-plural.ts'

const days = (count: number) => counted(count, 'день', 'дня', 'дней')

export const ruCase: CaseWords = {
  chronology: {
    lead: 'Всё, что имеет дату, по порядку, с документом и страницей. Жирным выделено прекращение договора.',
    heads: ['Дата', 'Время', 'Событие', '№', 'Стр.'],
    closingBegins: 'Далее — события, относящиеся к отключению',
    silence: (count) => `${days(count)} без записей`,
    note: (zone) => `Время — ${zone}. Дата без времени: время в документе или записи не указано.`,
    earlierEntries: (page) => `Начисления и платежи до обращения к оператору — на с.\u00a0${page}.`,
    contractSigned: (number) => `Заключён договор${number === '' ? '' : ` ${number}`}`,
    documentIssued: (kind) => `Выдан документ: ${kind}`,
    attorneyIssued: 'Выдана доверенность представителю',
    applied: 'Подано заявление о расторжении',
    signed: (number) => `Подписано соглашение о расторжении${number === '' ? '' : ` ${number}`}`,
    contractEnded: 'Договор прекращён',
    contractEnds: 'Договор прекращается',
    confirmed: 'Получено подтверждение отключения',
    deviceReturned: (device) => `Возвращено: ${device}`,
    packMade: 'Составлен этот комплект'
  },
  contacts: {
    lead: (count, outgoing, incoming) =>
      `${counted(count, 'обращение', 'обращения', 'обращений')}: исходящих ${outgoing}, входящих ${incoming}. Содержание внёс абонент.`,
    heads: ['№', 'Когда', 'Кто и как', 'Содержание и следующий шаг', 'Документ'],
    directions: { out: 'Исходящее', in: 'Входящее' },
    how: (direction, channel) => `${direction}, ${channel}`,
    channels: {
      call: 'звонок',
      email: 'электронное письмо',
      chat: 'чат',
      letter: 'письмо по почте',
      shop: 'визит в салон',
      sms: 'SMS',
      other: 'другой способ'
    },
    purposes: {
      closing: 'отключение номера',
      claim: 'претензия',
      refund: 'возврат денег',
      documents: 'документы',
      other: 'другое'
    },
    minutes: (count) => `${count}\u00a0мин`,
    reference: (number) => `Номер: ${number}`,
    promised: (what) => `Обещано: ${what}`,
    promisedBy: (on) => `Срок ответа: ${on}`,
    kept: (on) => `Отмечено выполненным ${on}`,
    ask: { head: 'Просьба абонента к оператору.', on: (on) => `Обращение ${on}:` },
    note: 'Стрелка вправо — от абонента, влево — к абоненту. Второе время указано там, где часы абонента показывали другое.'
  },
  terms: {
    title: 'Условия договора о его прекращении',
    endsOn: 'Минимальный срок до',
    notice: 'Срок предупреждения',
    noticeDays: days,
    penalty: 'Плата за досрочный отказ',
    note: 'Примечание'
  },
  equipment: {
    title: 'Оборудование',
    heads: ['Устройство', 'Серийный номер, IMEI', 'Состояние и передача', 'Документ'],
    kinds: {
      phone: 'Телефон',
      tablet: 'Планшет',
      router: 'Роутер',
      modem: 'Модем',
      'tv-box': 'ТВ-приставка',
      other: 'Устройство'
    },
    imei: (number) => `IMEI ${number}`,
    serial: (number) => `S/N ${number}`,
    accountsRemoved: 'учётные записи удалены',
    locksOff: 'блокировки сняты',
    returned: (on, to) => (to === '' ? `Сдано ${on}` : `Сдано ${on}: ${to}`),
    notReturned: 'Не сдано',
    tracking: (number) => `Квитанция или отправление: ${number}`,
    nothing: 'Абонент указал, что возвращать нечего: устройств, связанных с договором, нет.'
  },
  evidence: {
    lead: 'Слева — что утверждает абонент, справа — чем это подтверждено. Строка под утверждением объясняет оценку.',
    heads: ['№', 'Утверждение', 'Подтверждено', 'Документ', 'Стр.'],
    more: (count) => `и ещё ${count}`,
    request: (on) => `Заявление о расторжении подано ${on}`,
    settled: (sum) => `Долга нет: ${sum}`,
    owed: (sum) => `Не погашено ${sum}`,
    agreement: (signedOn, effectiveOn) =>
      [
        signedOn === null ? 'Соглашение не подписано' : `Соглашение подписано ${signedOn}`,
        ...(effectiveOn === null ? [] : [`прекращение — ${effectiveOn}`])
      ].join(', '),
    returned: (on) => `Оборудование возвращено ${on}`,
    nothingToReturn: 'Возвращать нечего',
    confirmation: (on) => `Отключение подтверждено ${on}`,
    weak: (count) => (count === 1 ? 'Слабое место:' : 'Слабые места:'),
    reasons: {
      nothing: 'Ни сведений, ни документов нет.',
      papersWithoutFacts: 'Файлы есть, но сведений, которые они подтверждали бы, в досье нет.',
      onlyStated: 'Документа в комплекте нет, есть только слова абонента.',
      partlyProven: 'Файлы подтверждают только часть, остальное известно со слов абонента.',
      oneDocument: 'Подтверждает один файл.',
      corroborated: 'Подтверждают не менее двух разных файлов.',
      documentExpires: (on) => `срок документа истекает или истёк ${on}`,
      stillOwed: (sum) => `не погашено ${sum}`,
      paymentUnproven: (count) =>
        `${counted(count, 'платёж', 'платежа', 'платежей')} без подтверждающего документа`,
      deviceUnproven: (devices) => `нет документа о возврате: ${devices}`,
      nothingToReturn: 'Устройств, связанных с договором, нет.'
    },
    note: 'Оценку вычисляет программа по тем же правилам, что и на экране: по наличию файлов, которые можно открыть, а не по их содержанию. Состояние «только со слов» оставлено намеренно: комплект показывает и слабые места.',
    byHand: 'Отмечено абонентом вручную',
    byHandLead: 'Эти состояния шагов абонент поставил сам и объяснил почему; на оценку выше они не влияют.',
    byHandHeads: ['Шаг', 'Состояние', 'Когда', 'Причина'],
    steps: {
      account: 'Данные абонента',
      identity: 'Удостоверение личности',
      contact: 'Обращение к оператору',
      payments: 'Погашение задолженности',
      agreement: 'Соглашение о расторжении',
      equipment: 'Возврат оборудования',
      confirmation: 'Подтверждение отключения'
    },
    states: {
      open: 'не начато',
      'in-progress': 'в работе',
      waiting: 'ожидание ответа',
      done: 'готово',
      'not-needed': 'не требуется'
    }
  }
}
