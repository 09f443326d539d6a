import { createHash } from 'node:crypto'
import type { Category } from '../src/shared/domain/category.ts'
import { beginDossier, type Dossier } from '../src/shared/domain/dossier.ts'
import { addExhibits } from '../src/shared/domain/dossier-edit.ts'
import type { FileFacts, MadeOnSource } from '../src/shared/domain/exhibit.ts'
import type { EntryKind, LedgerEntry } from '../src/shared/domain/ledger.ts'
import { done, failed } from '../src/shared/domain/result.ts'
import type { Original } from '../src/main/original.ts'

export const SPECIMEN_AT = '2026-11-20T13:42:00.000Z'

/** A file in memory with what intake would have found out about it. */
export interface SpecimenFile {
  readonly bytes: Buffer
  readonly originalName: string
  readonly mediaType: string
  readonly pages?: number | null
}

export interface SpecimenExhibit extends SpecimenFile {
  readonly category: Category
  readonly caption: string
  readonly madeOn?: string
  readonly dateSource?: MadeOnSource
}

export function fileFacts({ bytes, originalName, mediaType, pages }: SpecimenFile): FileFacts {
  return {
    sha256: sha256Of(bytes),
    sizeBytes: bytes.length,
    originalName,
    mediaType,
    pages: pages === undefined ? 1 : pages,
    pixels: null,
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

/** Gives the files their exhibit numbers, in this order. */
export function withExhibits(dossier: Dossier, files: readonly SpecimenExhibit[]): Dossier {
  return addExhibits(
    dossier,
    files.map((file, index) => ({
      id: `exhibit-${index + 1}`,
      category: file.category,
      caption: file.caption,
      madeOn: file.madeOn === undefined ? null : { on: file.madeOn, source: file.dateSource ?? 'stated' },
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

/** Twelve months of bills, instalments and payments, arrears with a penalty, and an end at nothing owed. */
export function specimenLedger(
  proofs: Readonly<Partial<Record<'bills' | 'bank' | 'receipts' | 'refund', string>>>
) {
  const entries: LedgerEntry[] = []
  const add = (on: string, kind: EntryKind, amountMinor: number, note: string, exhibitId?: string) =>
    entries.push({
      id: `entry-${entries.length + 1}`,
      on,
      kind,
      amountMinor,
      note,
      exhibitId: exhibitId ?? null
    })
  MONTHS.forEach((month, index) => {
    const on = `${index === 0 ? 2025 : 2026}-${String(((index + 11) % 12) + 1).padStart(2, '0')}`
    add(`${on}-01`, 'bill', 65_000, `Счёт за ${month}`, proofs.bills)
    add(`${on}-01`, 'fee', 29_000, `Рассрочка за роутер, взнос ${index + 1} из 7`, proofs.bills)
    add(`${on}-12`, 'payment', 94_000, `Оплата счёта за ${month}`, proofs.bank)
  })
  add('2026-07-01', 'bill', 65_000, 'Счёт за июнь 2026', proofs.bills)
  add('2026-07-31', 'penalty', 4_512, 'Неустойка за просрочку, июнь 2026', proofs.receipts)
  add('2026-08-01', 'bill', 65_000, 'Счёт за июль 2026', proofs.bills)
  add('2026-08-14', 'payment', 130_000, 'Оплата задолженности за июнь и июль 2026', proofs.receipts)
  add('2026-08-14', 'payment', 4_512, 'Оплата неустойки', proofs.receipts)
  add('2026-09-01', 'bill', 65_000, 'Счёт за август 2026', proofs.bills)
  add('2026-09-10', 'payment', 65_000, 'Оплата счёта за август 2026', proofs.bank)
  add('2026-10-01', 'bill', 65_000, 'Счёт за сентябрь 2026', proofs.bills)
  add('2026-10-03', 'payment', 65_000, 'Оплата счёта за сентябрь 2026', proofs.bank)
  add('2026-10-05', 'fee', 120_000, 'Плата за досрочный отказ, п. 3.2 соглашения')
  add('2026-10-05', 'payment', 120_000, 'Оплата за досрочный отказ', proofs.receipts)
  add('2026-10-20', 'payment', 79_850, 'Аванс в счёт последнего месяца', proofs.bank)
  add('2026-11-01', 'bill', 65_000, 'Счёт за октябрь 2026', proofs.bills)
  add('2026-11-09', 'refund', 14_850, 'Возврат остатка аванса на счёт абонента', proofs.refund)
  return { currency: 'RUB', entries }
}

/** Every field of the four parts filled, as in a case that is nearly over. */
export function filledDossier(): Dossier {
  return {
    ...bareDossier(),
    closing: { reason: 'moving', note: '' },
    identity: {
      documentKind: 'passport',
      documentNumber: 'E12346789',
      issuedBy: 'Главное управление иммиграции КНР (ОБРАЗЕЦ)',
      issuedOn: '2019-05-19',
      expiresOn: '2029-05-18',
      bornOn: '1991-04-02',
      contractNumber: '000-4711',
      contractOn: '2021-03-12',
      accountNumber: '000 472 118',
      simNumber: '897010000000000000118',
      contactEmail: 'lin.xiaowen@example.org',
      contactPhone: '+8613900000000',
      contactAddress: '200000, Шанхай, ул. Образцовая, д. 0, кв. 00 (上海市样张路0号)'
    },
    payments: specimenLedger({}),
    agreement: {
      number: 'Р-2026-0000',
      signedOn: '2026-10-05',
      effectiveOn: '2026-10-31',
      penaltyMinor: 120_000,
      notes:
        'П. 1.1: «Договор прекращается 31 октября 2026 года в 23:59 по московскому времени».\nП. 2.4: «После даты прекращения абонентская плата не начисляется, в том числе за неиспользованные услуги».'
    },
    confirmation: {
      channel: 'email',
      sender: 'noreply@example.ru',
      receivedAt: { local: '2026-11-02T15:47', zone: 'Asia/Shanghai' },
      text: 'Здравствуйте!\n\nПодтверждаем прекращение договора № 000-4711 с 31.10.2026. Номер +7 999 000-12-34 отключён.\nЗадолженности нет. 请同时发邮件确认。\n\nС уважением,\nПАО «Образец Телеком» (SPECIMEN)'
    }
  }
}
