// The invented story that every paper of the sample tells. Amounts are whole kopecks.
// People, firms, numbers and papers exist nowhere: 999 000 is given to no operator, the tax numbers are zeros.

export const OPERATOR = {
  name: 'Образец Телеком',
  legalName: 'АО «Образец Телеком»',
  address: '000000, г. Образцов, ул. Примерная, д. 0',
  taxNumber: 'ИНН 0000000000 · КПП 000000000',
  email: 'abonent@obrazets-telecom.example',
  phone: '8 000 000-00-00'
}

export const BANK = {
  name: 'Пример-Банк',
  legalName: 'АО «Пример-Банк»',
  codes: 'БИК 000000000 · ИНН 0000000000'
}

export const SUBSCRIBER = {
  names: { latin: 'WEI Ruoxi', cyrillic: 'Вэй Жоси', chinese: '魏若溪' },
  bornOn: '1994-08-17',
  email: 'wei.ruoxi@mail.example',
  phone: '+86 000 0000 0745',
  address: '000000, г. Образцов, ул. Учебная, д. 00, кв. 00'
}

export const PASSPORT = {
  number: 'SP0000745',
  issuedBy: '样张签发机关 / Specimen Authority',
  issuedOn: '2019-03-12',
  expiresOn: '2029-03-11'
}

export const CONTRACT = {
  number: '000-2745',
  on: '2022-09-14',
  account: '000927450',
  sim: '8970 0000 0000 0027 454',
  tariff: 'Образцовый',
  monthlyMinor: 55_000
}

export const PHONE = { e164: '+79990002745', shown: '+7 999 000-27-45' }

export const AGREEMENT = { number: '000-2745/Р', signedOn: '2026-10-08', effectiveOn: '2026-10-20' }
export const APPLICATION = { number: '10-05/27', on: '2026-10-05' }
export const CERTIFICATE = { number: '10-30/45', on: '2026-10-30' }
export const ROUTER = { model: 'ОБР-2', serial: '00000274500' }
export const ACT = { number: '10-19/3', on: '2026-10-19' }
export const CALL = { on: '2026-09-28', at: '11:20', reference: '4-118-207' }

/** @typedef {{ on: string, number: string, what: string, amountMinor: number }} Charge */

const MONTHS = [
  'январь',
  'февраль',
  'март',
  'апрель',
  'май',
  'июнь',
  'июль',
  'август',
  'сентябрь',
  'октябрь',
  'ноябрь',
  'декабрь'
]

/** @param {string} on the last day of the month @returns {Charge} */
function monthlyBill(on) {
  const [year, month] = on.split('-')
  const isRoaming = on === '2026-06-30'
  const name = `${MONTHS[Number(month) - 1]} ${year}`
  return {
    on,
    number: `000-2745/${month}`,
    what: isRoaming
      ? `Абонентская плата, ${name}; связь в поездке за пределами области, 90,00`
      : `Абонентская плата, ${name}`,
    amountMinor: CONTRACT.monthlyMinor + (isRoaming ? 9_000 : 0)
  }
}

/** 25 days late, 21.07-14.08.2026, at 0.1 % a day of 640.00: clause 6.4 of the contract. */
export const PENALTY = {
  on: '2026-08-14',
  number: '000-2745/П1',
  what: 'Неустойка по п. 6.4: 640,00 × 0,1 % × 25 дней',
  amountMinor: 1_600
}

export const CHARGES = [
  ...['2025-11-30', '2025-12-31', '2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31'].map(
    monthlyBill
  ),
  ...['2026-06-30', '2026-07-31'].map(monthlyBill),
  PENALTY,
  ...['2026-08-31', '2026-09-30'].map(monthlyBill)
]

/** 20 of 31 days of October: 550.00 x 20 / 31. */
export const FINAL_BILL = { on: '2026-10-20', number: '000-2745/10', amountMinor: 35_484 }

/** @type {{ on: string, at: string, amountMinor: number, card: string }[]} */
export const TRANSFERS = [
  ...['2025-12-12', '2026-01-14', '2026-02-11', '2026-03-12', '2026-04-13', '2026-05-12', '2026-06-11'].map(
    (on) => ({
      on,
      at: '10:05',
      amountMinor: 55_000,
      card: 'автоплатёж'
    })
  ),
  { on: '2026-09-10', at: '18:41', amountMinor: 55_000, card: 'по номеру телефона' },
  { on: '2026-10-03', at: '09:12', amountMinor: 110_000, card: 'по номеру телефона' }
]

/** Priced abroad: the one sum of the story that is no roubles. Paid the day it was ordered. */
export const ROAMING = { on: '2026-02-09', amountMinor: 3_000, currency: 'CNY' }

export const SHOP_PAYMENT = { on: '2026-08-14', at: '12:07', amountMinor: 120_600 }
/** The bank's automatic payment was never switched off: it paid for a month that no contract covers. */
export const MISTAKEN_TRANSFER = { on: '2026-11-05', amountMinor: 55_000 }
/** Written from abroad: one in the afternoon there is eight in the morning in Moscow. */
export const CLAIM = { on: '2026-11-06', at: '13:25', zone: 'Asia/Shanghai', number: '11-09/16' }

export const REFUND = { on: '2026-10-29', at: '15:26', amountMinor: 19_516 }

/** @param {number} amountMinor */
export function money(amountMinor) {
  const sign = amountMinor < 0 ? '−' : ''
  const [whole = '', part] = (Math.abs(amountMinor) / 100).toFixed(2).split('.')
  return `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, '\u00a0')},${part}`
}

/** @param {string} on */
export function shortDate(on) {
  const [year, month, day] = on.split('-')
  return `${day}.${month}.${year}`
}

const MONTHS_OF = [
  'января',
  'февраля',
  'марта',
  'апреля',
  'мая',
  'июня',
  'июля',
  'августа',
  'сентября',
  'октября',
  'ноября',
  'декабря'
]

/** @param {string} on */
export function longDate(on) {
  const [year, month, day] = on.split('-')
  return `${Number(day)}\u00a0${MONTHS_OF[Number(month) - 1]} ${year}\u00a0г.`
}

/** @param {readonly { amountMinor: number }[]} rows */
export function sum(rows) {
  return rows.reduce((total, row) => total + row.amountMinor, 0)
}
