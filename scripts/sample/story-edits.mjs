// What the subscriber noted while closing the number, as the changes of a dossier. `{name}` stands for the id of a record.
import { CONFIRMATION_TEXT } from './messages.mjs'
import {
  ACT,
  AGREEMENT,
  APPLICATION,
  CALL,
  CLAIM,
  CONTRACT,
  MISTAKEN_TRANSFER,
  OPERATOR,
  PASSPORT,
  ROUTER,
  SUBSCRIBER
} from './story.mjs'

/** @param {string} zh @param {string} ru @param {string} en */
export const text = (zh, ru, en) => ({ 'zh-CN': zh, ru, en })

const MOSCOW = 'Europe/Moscow'

/** @param {string} local @param {string} zone */
const at = (local, zone = MOSCOW) => ({ local, zone })

/** @param {string} list @param {readonly Record<string, unknown>[]} records */
const put = (list, records) => ({ kind: 'put-records', list, records, beforeId: null })

/** @param {string} id @param {Record<string, unknown>} facts */
const contact = (id, facts) => ({
  id: `{${id}}`,
  minutes: null,
  direction: 'out',
  purpose: 'closing',
  counterpart: OPERATOR.email,
  person: '',
  reference: '',
  said: '',
  promised: '',
  promisedBy: null,
  ...facts
})

/** Stays in the town when the subscriber leaves it, for what may still have to be fetched there. */
const REPRESENTATIVE = {
  name: text('陈一霖（样例）', 'Чэнь Илинь (ОБРАЗЕЦ)', 'CHEN Yilin (SPECIMEN)'),
  attorneyNumber: '00/000-н/00-2026-0-000',
  notary: text(
    '公证人奥布拉兹佐娃（样例），奥布拉兹佐夫市',
    'Образцова О. О., г. Образцов',
    'Obraztsova O. O., Obraztsov'
  ),
  issuedOn: '2026-10-22',
  expiresOn: '2027-10-22',
  mayReceiveMoney: true
}

const CONTACTS = [
  contact('call', {
    at: at(`${CALL.on}T${CALL.at}`),
    minutes: 7,
    channel: 'call',
    counterpart: OPERATOR.phone,
    person: text('客服 Мария（3 号线）', 'Мария, линия 3', 'Maria, line 3'),
    reference: CALL.reference,
    said: text(
      '我要求解除合同、停用号码，并问了需要什么文件。对方说须付清欠款、归还路由器。',
      'Попросила расторгнуть договор и отключить номер, спросила о документах. Ответили: погасить долг и вернуть роутер.',
      'I asked to end the contract and close the number, and which papers are needed. The answer: settle what is owed and return the router.'
    ),
    promised: text('在聊天中告知所需文件', 'Прислать в чат список документов', 'The list of papers by chat'),
    promisedBy: '2026-10-02'
  }),
  contact('chat', {
    at: at('2026-10-02T10:14'),
    channel: 'chat',
    counterpart: text('官网', 'Сайт оператора', 'The operator’s site'),
    reference: CALL.reference,
    said: text(
      '需要护照和营业厅里填写的申请；9月欠费 550.00 卢布，最好在签署前付清。',
      'Нужны паспорт и заявление в салоне; долг за сентябрь 550,00 ₽ лучше оплатить до подписания.',
      'Passport and an application in the shop; the 550.00 roubles for September are best paid before signing.'
    )
  }),
  contact('application', {
    at: at(`${APPLICATION.on}T13:30`),
    minutes: 25,
    channel: 'shop',
    counterpart: text('00 号营业厅', 'Салон № 00', 'Shop No. 00'),
    person: 'Примеров А. А.',
    reference: APPLICATION.number,
    said: text(
      '递交了解约申请，取回盖有收文章的副本。',
      'Подала заявление о расторжении, получила копию с отметкой о приёме.',
      'I handed in the application and got a copy marked as received.'
    ),
    promised: text(
      '三天内备好解约协议',
      'Подготовить соглашение за три дня',
      'The agreement within three days'
    ),
    promisedBy: AGREEMENT.signedOn
  }),
  contact('router', {
    at: at(`${ACT.on}T12:10`),
    minutes: 15,
    channel: 'shop',
    purpose: 'other',
    counterpart: text('00 号营业厅', 'Салон № 00', 'Shop No. 00'),
    person: 'Примеров А. А.',
    reference: ACT.number,
    said: text(
      '归还了路由器、电源和网线，双方签了归还单。',
      'Вернула роутер с блоком питания и кабелем, подписали акт.',
      'I returned the router with its power supply and cable; both sides signed the act.'
    )
  }),
  contact('refund', {
    at: at('2026-10-21T11:05'),
    channel: 'chat',
    purpose: 'refund',
    counterpart: text('官网', 'Сайт оператора', 'The operator’s site'),
    said: text(
      '号码已停用，我问余额何时退还。',
      'Номер отключён, спросила, когда вернётся остаток аванса.',
      'The number is closed; I asked when the rest of the advance comes back.'
    ),
    promised: text(
      '十个工作日内退还 195.16 卢布，并发邮件',
      'Вернуть 195,16 ₽ в течение десяти рабочих дней и прислать письмо',
      'The refund of 195.16 roubles within ten working days, and an e-mail'
    ),
    promisedBy: '2026-11-05'
  }),
  contact('confirmed', {
    at: at('2026-10-30T16:42'),
    channel: 'email',
    direction: 'in',
    said: text(
      '书面确认合同已解除、无欠款，附证明。',
      'Письмо: договор расторгнут, долга нет, справка приложена.',
      'In writing: the contract has ended, nothing is owed; the certificate is attached.'
    )
  }),
  contact('claim', {
    at: at(`${CLAIM.on}T${CLAIM.at}`, CLAIM.zone),
    channel: 'email',
    purpose: 'claim',
    reference: CLAIM.number,
    said: text(
      '号码停用后，银行自动付款仍于 11月5日扣款 550.00 卢布。书面要求退还。',
      'После отключения номера автоплатёж банка 5 ноября списал ещё 550,00 ₽. Потребовала вернуть их.',
      'After the closing the bank’s automatic payment took another 550.00 roubles on 5 November. I claimed them back.'
    )
  }),
  contact('registered', {
    at: at('2026-11-09T10:08'),
    channel: 'email',
    direction: 'in',
    purpose: 'claim',
    reference: CLAIM.number,
    person: text('用户服务部', 'Отдел обслуживания абонентов', 'Subscriber service'),
    said: text(
      '索赔已登记，编号 11-09/16。',
      'Претензия зарегистрирована под № 11-09/16.',
      'The claim was registered as No. 11-09/16.'
    )
  })
]

/** @param {string} kind @param {Record<string, string>} what @param {Record<string, string>} where @param {string} savedOn @param {string | null} checkedOn */
const backup = (kind, what, where, savedOn, checkedOn) => ({ kind, what, where, savedOn, checkedOn })

const PHONE_BACKUP = text('家里的移动硬盘', 'Домашний внешний диск', 'External disk at home')
const BACKUPS = [
  backup(
    'contacts',
    text(
      'SIM 卡和手机里的 214 个联系人',
      '214 контактов с SIM-карты и телефона',
      '214 contacts of the card and the phone'
    ),
    PHONE_BACKUP,
    '2026-10-11',
    '2026-10-11'
  ),
  backup(
    'messages',
    text('运营商和银行的短信', 'Сообщения оператора и банка', 'Messages of the operator and the bank'),
    PHONE_BACKUP,
    '2026-10-11',
    '2026-10-12'
  ),
  backup('photos', text('手机相册', 'Фотографии', 'Photos'), PHONE_BACKUP, '2026-10-12', null),
  backup(
    'codes',
    text('两步验证的备用码', 'Резервные коды входа', 'Backup codes for signing in'),
    text('密码管理器和一份打印件', 'Менеджер паролей и распечатка', 'Password manager and a print'),
    '2026-10-10',
    '2026-10-10'
  )
].map((record, index) => ({ id: `{backup-${index + 1}}`, ...record }))

/** @param {string} key @param {string} kind @param {Record<string, string>} name @param {string} state @param {string | null} movedOn */
const service = (key, kind, name, state, movedOn) => ({ id: key, key, kind, name, state, movedOn })

const SERVICES = [
  service('bank-main', 'bank', text('主要银行', 'Основной банк', 'Main bank'), 'moved', '2026-10-09'),
  service('sbp', 'bank', text('快速支付系统（СБП）', 'СБП', 'Fast payments (SBP)'), 'not-needed', null),
  service('gosuslugi', 'state', text('Gosuslugi', 'Госуслуги', 'Gosuslugi'), 'moved', '2026-10-09'),
  service('wechat', 'messenger', text('微信', 'WeChat', 'WeChat'), 'moved', '2026-10-10'),
  service('telegram', 'messenger', text('Telegram', 'Telegram', 'Telegram'), 'moved', '2026-10-10'),
  service('google', 'mail', text('Google', 'Google', 'Google'), 'moved', '2026-10-10'),
  {
    ...service(
      '{service-library}',
      'other',
      text('大学图书馆', 'Библиотека университета', 'University library'),
      'not-moved',
      null
    ),
    key: null
  }
]

/** What is due, and what became of it. @param {string} id @param {string} doneOn */
const kept = (id, doneOn) => ({ id, on: null, doneOn, laterUntil: null })

export const FACTS = [
  {
    kind: 'set-closing',
    values: {
      reason: 'moving',
      plannedOn: AGREEMENT.effectiveOn,
      note: text(
        '2026年10月24日离境，不再使用这个号码。',
        'Отъезд 24 октября 2026 г., номер больше не нужен.',
        'Leaving on 24 October 2026; the number is no longer needed.'
      )
    }
  },
  {
    kind: 'set-contract',
    values: {
      signedOn: CONTRACT.on,
      accountNumber: CONTRACT.account,
      simNumber: CONTRACT.sim,
      tariff: CONTRACT.tariff
    }
  },
  {
    kind: 'set-contact-details',
    values: { email: SUBSCRIBER.email, phone: SUBSCRIBER.phone, address: SUBSCRIBER.address }
  },
  { kind: 'set-identity', values: { bornOn: SUBSCRIBER.bornOn, representative: REPRESENTATIVE } },
  put('documents', [{ id: '{passport}', kind: 'passport', ...PASSPORT }]),
  put('contacts', CONTACTS),
  {
    kind: 'set-agreement',
    values: {
      number: AGREEMENT.number,
      appliedOn: APPLICATION.on,
      signedOn: AGREEMENT.signedOn,
      effectiveOn: AGREEMENT.effectiveOn,
      penaltyMinor: 0,
      notes: text(
        '不收提前解约违约金（合同第 4.2 条）。预付余额在十个工作日内退还。双方此后互无其他要求（协议第 8 条）。',
        'Плата за досрочное расторжение не взимается (п. 4.2 договора). Остаток аванса возвращается в течение десяти рабочих дней. Взаимных требований нет (п. 8 соглашения).',
        'No fee for leaving early (clause 4.2 of the contract). The remaining advance is refunded within ten working days. No further claims on either side (clause 8 of the agreement).'
      )
    }
  },
  put('devices', [
    {
      id: '{device}',
      kind: 'router',
      model: ROUTER.model,
      imei: '',
      serial: ROUTER.serial,
      condition: text(
        '完好，正常使用痕迹',
        'Исправен, следы обычного износа',
        'In working order, usual wear'
      ),
      accountsRemoved: true,
      locksOff: true,
      returnedOn: ACT.on,
      handedTo: text(
        '00 号营业厅，Примеров А. А.',
        'Салон № 00, Примеров А. А.',
        'Shop No. 00, Примеров А. А.'
      ),
      tracking: ACT.number
    }
  ]),
  {
    kind: 'set-confirmation',
    values: {
      channel: 'email',
      sender: `${OPERATOR.name} <${OPERATOR.email}>`,
      receivedAt: at('2026-10-30T16:42'),
      text: CONFIRMATION_TEXT
    }
  },
  put('backups', BACKUPS),
  {
    kind: 'set-terms',
    values: {
      endsOn: '2023-09-14',
      noticeDays: 0,
      penaltyMinor: 0,
      note: text(
        '满十二个月后解约免费（第 4.2 条）；设备最迟在合同终止当日归还（第 7.4 条）。',
        'После двенадцати месяцев расторжение бесплатно (п. 4.2); оборудование вернуть не позднее дня прекращения (п. 7.4).',
        'Free of charge after twelve months (clause 4.2); equipment is returned by the last day (clause 7.4).'
      )
    }
  },
  put('services', SERVICES),
  put('reminders', [
    {
      id: '{reminder}',
      on: '2026-12-01',
      text: text(
        '向银行索取 11月付款证明',
        'Взять в банке справку о платежах за ноябрь',
        'Get the bank’s statement of November payments'
      )
    }
  ]),
  put('dueChanges', [
    kept('promise:{call}', '2026-10-02'),
    kept('promise:{application}', AGREEMENT.signedOn),
    kept('promise:{refund}', '2026-10-29')
  ]),
  {
    kind: 'override-step',
    step: 'payments',
    override: {
      state: 'done',
      reason: text(
        '证明 10-30/45 确认无欠款。11月5日误扣的 550.00 卢布正在索赔，付款凭证下月才有。',
        'Справка № 10-30/45: долга нет. Ошибочный автоплатёж 550,00 ₽ от 5 ноября оспорен, справка банка будет в декабре.',
        'Certificate 10-30/45 says that nothing is owed. The mistaken 550.00 of 5 November is claimed back; the bank’s statement follows in December.'
      )
    }
  }
]

/** The payment that should not have been made, still without a proof. */
export const MISTAKEN_ENTRY = {
  on: MISTAKEN_TRANSFER.on,
  kind: 'payment',
  amountMinor: MISTAKEN_TRANSFER.amountMinor,
  currency: 'RUB',
  note: text(
    '销号后的自动付款，已索赔',
    'Автоплатёж после отключения, оспорен',
    'Automatic payment after the closing, claimed back'
  ),
  proofs: []
}
