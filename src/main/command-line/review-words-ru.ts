import type { ReviewWords } from './review-words.ts'

export const REVIEW_RU: ReviewWords = {
  step: {
    account: 'Данные абонента',
    identity: 'Удостоверение личности',
    contact: 'Обращение к оператору',
    payments: 'Погашение задолженности',
    agreement: 'Соглашение о расторжении',
    equipment: 'Возврат оборудования',
    confirmation: 'Подтверждение отключения'
  },
  state: {
    open: 'не начато',
    'in-progress': 'в работе',
    waiting: 'ждём ответа',
    warning: 'требует внимания',
    overdue: 'просрочено',
    done: 'готово',
    'not-needed': 'не требуется'
  },
  warning: {
    'expires-before-issue': 'Срок документа истекает раньше выдачи. Проверьте обе даты.',
    'issued-before-birth': 'Документ выдан раньше даты рождения. Проверьте обе даты.',
    'document-expired': 'Документ истёк {date}. Приложите действующий.',
    'document-expires-early': 'Документ истекает {date}, а понадобится {neededOn}. Приложите другой.',
    'attorney-expired': 'Доверенность истекла {date}. Нужна новая.',
    'charge-after-effective': 'Начисление от {date} сделано после расторжения. Потребуйте объяснить его.',
    'effective-before-signed': 'Соглашение вступает в силу раньше подписания. Проверьте обе даты.',
    'signed-while-owed': 'В день подписания долг был {amount}. Погасите его, иначе возможна неустойка.',
    'signed-before-return':
      'Подписано, а устройство не возвращено: {device}. Верните его и возьмите документ.',
    'notice-too-short': 'С учётом срока уведомления договор закончится не раньше {date}. Проверьте даты.',
    'imei-wrong': 'IMEI не сходится: {device}. В нём 15 цифр; сверьте с *#06#.',
    'locks-on': 'Возвращено с учётными записями или блокировкой: {device}.',
    'confirmed-before-agreed': 'Подтверждение пришло раньше подписания соглашения. Проверьте обе даты.'
  },
  lack: {
    'contract-number': 'Заполните contract.number.',
    'closing-reason': 'Заполните closing.reason.',
    'contract-proof': 'Приложите договор.',
    'document-number': 'Заполните document.number.',
    'identity-proof': 'Приложите копию документа.',
    'attorney-number': 'Заполните representative.attorneyNumber.',
    request: 'Попросите оператора об отключении и запишите это: closeout contact.',
    'request-proof': 'Приложите документ об обращении.',
    'ledger-empty': 'Внесите счета и оплаты: payments.entry.',
    owed: 'Погасите долг {amount}.',
    'payment-proof': 'Приложите документ об оплате от {date}.',
    'agreement-signed': 'Заполните agreement.signedOn.',
    'agreement-effective': 'Заполните agreement.effectiveOn.',
    'agreement-proof': 'Приложите подписанное соглашение.',
    'equipment-unknown': 'Внесите устройства (closeout device) или задайте equipment.nothingToReturn=yes.',
    'device-return': 'Верните: {device}',
    'device-proof': 'Приложите документ о возврате: {device}',
    confirmation: 'Заполните confirmation.receivedAt, когда оператор подтвердит.',
    'confirmation-proof': 'Приложите подтверждение.'
  },
  waiting: {
    answer: 'Ответ обещан до {date}.',
    agreement: 'Заявление подано {date}.',
    confirmation: 'Подтверждение ожидается с {date}.'
  },
  setByHand: 'задано вручную: {reason}',
  obligation: {
    identity: 'Личность подтверждена',
    request: 'Обращение подано',
    dues: 'Долг погашен',
    agreement: 'Соглашение заключено',
    equipment: 'Оборудование возвращено',
    confirmation: 'Отключение подтверждено'
  },
  level: { none: 'нет', stated: 'с ваших слов', documented: 'есть документ', corroborated: 'подкреплено' },
  due: {
    promise: 'Обещано: {promised}',
    'claim-answer': 'Ответ на претензию {reference}',
    'follow-up': {
      agreement: 'Напомнить о соглашении',
      confirmation: 'Напомнить о подтверждении',
      request: 'Напомнить: ответа не было'
    },
    'document-expiry': 'Истекает удостоверение личности',
    'attorney-expiry': 'Истекает доверенность',
    'planned-closing': 'Планируемое отключение',
    notice: 'Последний день для заявления с учётом срока уведомления',
    'term-end': 'Заканчивается минимальный срок договора',
    'payment-proof': 'Приложить документ об оплате от {date}'
  },
  overdue: 'просрочено',
  readiness: 'Доказанность: {proven} из {all}',
  dues: 'Сроки:',
  noDues: 'Сроков нет.'
}
