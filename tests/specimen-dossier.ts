import { createHash } from 'node:crypto'
import type { Category } from '../src/shared/domain/category.ts'
import type { Contact } from '../src/shared/domain/contact.ts'
import { beginDossier, type Dossier } from '../src/shared/domain/dossier.ts'
import { addExhibits } from '../src/shared/domain/dossier-edit.ts'
import type { Equipment } from '../src/shared/domain/equipment.ts'
import type { FileFacts, MadeOnSource } from '../src/shared/domain/exhibit.ts'
import type { Identity } from '../src/shared/domain/identity.ts'
import type { EntryKind, Ledger, LedgerEntry } from '../src/shared/domain/ledger.ts'
import type { PackRecord } from '../src/shared/domain/pack-record.ts'
import type { ProofTarget } from '../src/shared/domain/proof-target.ts'
import { done, failed } from '../src/shared/domain/result.ts'
import type { Original } from '../src/main/original.ts'

export const SPECIMEN_AT = '2026-11-20T13:42:00.000Z'

/** A file in memory with what intake would have found out about it. */
export interface SpecimenFile {
  readonly bytes: Buffer
  readonly originalName: string
  readonly mediaType: string
  readonly pages?: number | null
  /** Of a recording. */
  readonly seconds?: number
}

export interface SpecimenExhibit extends SpecimenFile {
  readonly category: Category
  readonly caption: string
  readonly madeOn?: string
  readonly dateSource?: MadeOnSource
  readonly proves?: readonly ProofTarget[]
}

export function fileFacts({ bytes, originalName, mediaType, pages, seconds }: SpecimenFile): FileFacts {
  return {
    sha256: sha256Of(bytes),
    sizeBytes: bytes.length,
    originalName,
    mediaType,
    pages: pages === undefined ? 1 : pages,
    pixels: null,
    ...(seconds !== undefined && { seconds }),
    fileModifiedAt: '2026-10-07T09:15:00.000Z'
  }
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** A dossier with only what is needed to begin. Everything in it is invented. */
export function bareDossier(): Dossier {
  return beginDossier(
    '00000000-0000-4000-8000-000000000001',
    {
      operator: { id: null, name: 'ПАО «Образец Телеком»' },
      phoneNumber: '+79990001234',
      subscriber: { latin: 'LIN Xiaowen', cyrillic: 'ЛИНЬ Сяовэнь', chinese: '林晓雯' },
      contractNumber: '',
      isSpecimen: true
    },
    SPECIMEN_AT
  )
}

/** A note of the register. */
export function specimenPack(change: Partial<PackRecord> = {}): PackRecord {
  return {
    ...{ code: 'CL-2026-1234-1', madeAt: SPECIMEN_AT, language: 'ru', fileName: 'x.pdf', pages: 1 },
    secondLanguage: null,
    ...{
      sizeBytes: 1,
      sha256: '0'.repeat(64),
      recipient: '',
      profile: null,
      firstPage: 1,
      supplementTo: null
    },
    ...{ files: [], encrypted: false, exhibits: [], contents: '' },
    ...change
  }
}

/** Gives the files their exhibit numbers, in this order. */
export function withExhibits(dossier: Dossier, files: readonly SpecimenExhibit[]): Dossier {
  return addExhibits(
    dossier,
    files.map((file, index) => ({
      id: `exhibit-${index + 1}`,
      category: file.category,
      caption: file.caption,
      madeOn: file.madeOn === undefined ? null : { on: file.madeOn, source: file.dateSource ?? 'stated' },
      proves: file.proves ?? [],
      file: fileFacts(file)
    })),
    SPECIMEN_AT
  )
}

/** Opens the given bytes by their SHA-256, as the vault would. */
export function originalsOf(files: readonly { readonly bytes: Buffer }[]) {
  const bySha = new Map(files.map(({ bytes }) => [sha256Of(bytes), bytes]))
  return async (sha256: string) => {
    const bytes = bySha.get(sha256)
    return bytes === undefined ? failed({ code: 'object-missing' }) : done(bufferOriginal(bytes))
  }
}

export function bufferOriginal(bytes: Buffer): Original {
  return {
    sizeBytes: bytes.length,
    read: async (position, length) => bytes.subarray(position, position + length),
    async *stream(start = 0, end = bytes.length) {
      for (let at = start; at < end; at += 65_536) yield bytes.subarray(at, Math.min(at + 65_536, end))
    },
    close: async () => undefined
  }
}

const MONTHS = [
  'ноябрь 2025',
  'декабрь 2025',
  'январь 2026',
  'февраль 2026',
  'март 2026',
  'апрель 2026',
  'май 2026'
]

/** What proves the entries of the specimen ledger. */
type Paper = 'bills' | 'bank' | 'receipts' | 'refund'

/** Twelve months of bills, instalments and payments, arrears with a penalty, and an end at nothing owed. */
const LEDGER: readonly (readonly [LedgerEntry, Paper | null])[] = ledgerRows()

function ledgerRows() {
  const rows: [LedgerEntry, Paper | null][] = []
  const add = (on: string, kind: EntryKind, amountMinor: number, note: string, paper: Paper | null) =>
    rows.push([{ id: `entry-${rows.length + 1}`, on, kind, amountMinor, currency: 'RUB', note }, paper])
  MONTHS.forEach((month, index) => {
    const on = `${index === 0 ? 2025 : 2026}-${String(((index + 11) % 12) + 1).padStart(2, '0')}`
    add(`${on}-01`, 'bill', 65_000, `Счёт за ${month}`, 'bills')
    add(`${on}-01`, 'fee', 29_000, `Рассрочка за роутер, взнос ${index + 1} из 7`, 'bills')
    add(`${on}-12`, 'payment', 94_000, `Оплата счёта за ${month}`, 'bank')
  })
  add('2026-07-01', 'bill', 65_000, 'Счёт за июнь 2026', 'bills')
  add('2026-07-31', 'penalty', 4_512, 'Неустойка за просрочку, июнь 2026', 'receipts')
  add('2026-08-01', 'bill', 65_000, 'Счёт за июль 2026', 'bills')
  add('2026-08-14', 'payment', 130_000, 'Оплата задолженности за июнь и июль 2026', 'receipts')
  add('2026-08-14', 'payment', 4_512, 'Оплата неустойки', 'receipts')
  add('2026-09-01', 'bill', 65_000, 'Счёт за август 2026', 'bills')
  add('2026-09-10', 'payment', 65_000, 'Оплата счёта за август 2026', 'bank')
  add('2026-10-01', 'bill', 65_000, 'Счёт за сентябрь 2026', 'bills')
  add('2026-10-03', 'payment', 65_000, 'Оплата счёта за сентябрь 2026', 'bank')
  add('2026-10-05', 'fee', 120_000, 'Плата за досрочный отказ, п. 3.2 соглашения', null)
  add('2026-10-05', 'payment', 120_000, 'Оплата за досрочный отказ', 'receipts')
  add('2026-10-20', 'payment', 79_850, 'Аванс в счёт последнего месяца', 'bank')
  add('2026-11-01', 'bill', 65_000, 'Счёт за октябрь 2026', 'bills')
  add('2026-11-09', 'refund', 14_850, 'Возврат остатка аванса на счёт абонента', 'refund')
  return rows
}

export function specimenLedger(): Ledger {
  return { currency: 'RUB', entries: LEDGER.map(([entry]) => entry) }
}

/** What these papers prove in the specimen ledger. */
export function entriesOn(...papers: readonly Paper[]): readonly ProofTarget[] {
  return LEDGER.flatMap(([{ id }, paper]) =>
    paper !== null && papers.includes(paper) ? [{ kind: 'entry', id }] : []
  )
}

/** Every field of the seven steps filled, as in a case that is nearly over. */
export function filledDossier(): Dossier {
  return {
    ...bareDossier(),
    closing: { reason: 'moving', note: '', plannedOn: '2026-10-31' },
    contract: {
      number: '000-4711',
      signedOn: '2021-03-12',
      accountNumber: '000 472 118',
      simNumber: '897010000000000000118',
      tariff: 'Домашний 650 (ОБРАЗЕЦ)'
    },
    contactDetails: {
      email: 'lin.xiaowen@example.org',
      phone: '+8613900000000',
      address: '200000, Шанхай, ул. Образцовая, д. 0, кв. 00 (上海市样张路0号)'
    },
    identity: specimenIdentity(),
    contacts: specimenContacts(),
    payments: specimenLedger(),
    agreement: {
      number: 'Р-2026-0000',
      appliedOn: '2026-09-18',
      signedOn: '2026-10-05',
      effectiveOn: '2026-10-31',
      penaltyMinor: 120_000,
      notes:
        'П. 1.1: «Договор прекращается 31 октября 2026 года в 23:59 по московскому времени».\nП. 2.4: «После даты прекращения абонентская плата не начисляется, в том числе за неиспользованные услуги».'
    },
    equipment: specimenEquipment(),
    confirmation: {
      channel: 'email',
      sender: 'noreply@example.ru',
      receivedAt: { local: '2026-11-02T15:47', zone: 'Asia/Shanghai' },
      text: 'Здравствуйте!\n\nПодтверждаем прекращение договора № 000-4711 с 31.10.2026. Номер +7 999 000-12-34 отключён.\nЗадолженности нет. 请同时发邮件确认。\n\nС уважением,\nПАО «Образец Телеком» (SPECIMEN)'
    },
    terms: {
      endsOn: '2027-03-12',
      noticeDays: 10,
      penaltyMinor: 120_000,
      note: 'П. 3.2: плата за досрочный отказ (ОБРАЗЕЦ)'
    }
  }
}

function specimenIdentity(): Identity {
  return {
    bornOn: '1991-04-02',
    documents: [
      {
        id: 'document-1',
        kind: 'passport',
        number: 'E12346789',
        issuedBy: 'Главное управление иммиграции КНР (ОБРАЗЕЦ)',
        issuedOn: '2019-05-19',
        expiresOn: '2029-05-18'
      },
      {
        id: 'document-2',
        kind: 'residence-permit',
        number: '82 0000000',
        issuedBy: 'МВД России (ОБРАЗЕЦ)',
        issuedOn: '2023-02-01',
        expiresOn: null
      }
    ],
    representative: {
      name: 'ОБРАЗЦОВ Пётр Ильич',
      attorneyNumber: '00/000-н/00-2026-0-0000',
      notary: 'Нотариус Образцова А. А., Москва',
      issuedOn: '2026-08-24',
      expiresOn: '2027-08-24',
      mayReceiveMoney: true
    }
  }
}

function specimenContacts(): readonly Contact[] {
  const quiet = { minutes: null, person: '', reference: '', promised: '', promisedBy: null } as const
  return [
    {
      id: 'contact-1',
      at: { local: '2026-09-03T11:05', zone: 'Europe/Moscow' },
      ...quiet,
      channel: 'chat',
      direction: 'out',
      purpose: 'closing',
      counterpart: 'Чат в приложении оператора',
      said: 'Спросила, как расторгнуть договор: только в салоне или по почте.'
    },
    {
      id: 'contact-2',
      at: { local: '2026-09-17T19:20', zone: 'Asia/Shanghai' },
      minutes: 6,
      channel: 'call',
      direction: 'out',
      purpose: 'closing',
      counterpart: '+7 999 000-00-00',
      person: 'Анна, оператор 0000 (ОБРАЗЕЦ)',
      reference: '0-000047110',
      said: 'Заявление принято устно, номер обращения назван.',
      promised: 'Позвонят и скажут, когда соглашение готово к подписи.',
      promisedBy: '2026-09-24'
    },
    {
      id: 'contact-3',
      at: { local: '2026-09-29T10:15', zone: 'Europe/Moscow' },
      ...quiet,
      channel: 'sms',
      direction: 'in',
      purpose: 'documents',
      counterpart: 'Образец Телеком',
      said: 'Соглашение готово, ждём в салоне с паспортом.'
    }
  ]
}

function specimenEquipment(): Equipment {
  return {
    nothingToReturn: false,
    devices: [
      {
        id: 'device-1',
        kind: 'router',
        model: 'SPECIMEN Router 0',
        imei: '',
        serial: 'SN-0000-4711',
        condition: 'Целый, с блоком питания, без коробки',
        accountsRemoved: true,
        locksOff: true,
        returnedOn: '2026-10-07',
        handedTo: 'Салон связи, ул. Образцовая, 0',
        tracking: 'АКТ-0000'
      },
      {
        id: 'device-2',
        kind: 'phone',
        model: 'SPECIMEN Phone 0',
        imei: '490154203237518',
        serial: '',
        condition: '',
        accountsRemoved: false,
        locksOff: true,
        returnedOn: '2026-10-07',
        handedTo: '',
        tracking: ''
      }
    ]
  }
}
