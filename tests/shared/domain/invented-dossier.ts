import { beginDossier, type Dossier } from '../../../src/shared/domain/dossier.ts'
import { addExhibits, editDossier, type DossierEdit } from '../../../src/shared/domain/dossier-edit.ts'
import type { Category } from '../../../src/shared/domain/category.ts'
import type { Contact } from '../../../src/shared/domain/contact.ts'
import type { Device } from '../../../src/shared/domain/equipment.ts'
import type { IdentityDocument } from '../../../src/shared/domain/identity.ts'
import type { LedgerEntry } from '../../../src/shared/domain/ledger.ts'
import type { ProofTarget } from '../../../src/shared/domain/proof-target.ts'

export const AT = '2026-11-22T10:00:00.000Z'
export const TODAY = '2026-11-22'

export const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

/** SPECIMEN: nobody's number and nobody's name. */
export const fresh: Dossier = beginDossier(
  uuid(1),
  {
    operator: { id: null, name: 'Образец Телеком' },
    phoneNumber: '+79990001234',
    subscriber: { latin: 'LI Xue', cyrillic: '', chinese: '李雪' },
    contractNumber: ''
  },
  AT
)

export const passport: IdentityDocument = {
  id: uuid(10),
  kind: 'passport',
  number: 'E00000000',
  issuedBy: 'SPECIMEN',
  issuedOn: '2019-03-12',
  expiresOn: '2029-03-11'
}

export const request: Contact = {
  id: uuid(20),
  at: { local: '2026-10-02T11:20', zone: 'Europe/Moscow' },
  minutes: 11,
  channel: 'call',
  direction: 'out',
  purpose: 'closing',
  counterpart: '0000',
  person: 'SPECIMEN',
  reference: '1-00',
  said: '',
  promised: '',
  promisedBy: null
}

export const bill: LedgerEntry = {
  id: uuid(30),
  on: '2026-10-01',
  kind: 'bill',
  amountMinor: 65_000,
  currency: 'RUB',
  note: ''
}
export const payment: LedgerEntry = { ...bill, id: uuid(31), on: '2026-10-05', kind: 'payment' }

export const router: Device = {
  id: uuid(40),
  kind: 'router',
  model: 'SPECIMEN R1',
  imei: '',
  serial: '000',
  condition: '',
  accountsRemoved: true,
  locksOff: true,
  returnedOn: '2026-10-06',
  handedTo: 'SPECIMEN',
  tracking: ''
}

/** Adds a file of so many different bytes; `sha` makes two files the same. */
export function attach(
  dossier: Dossier,
  n: number,
  category: Category,
  proves: readonly ProofTarget[] = [],
  sha = n
): Dossier {
  const file = {
    sha256: sha.toString(16).padStart(64, '0'),
    sizeBytes: 1,
    originalName: `file ${n}`,
    mediaType: 'image/jpeg',
    pages: null,
    pixels: null,
    fileModifiedAt: null
  }
  return addExhibits(
    dossier,
    [{ id: uuid(n), category, caption: `file ${n}`, madeOn: null, proves, file }],
    AT
  )
}

export function edited(dossier: Dossier, ...edits: readonly DossierEdit[]): Dossier {
  return edits.reduce((current, edit) => {
    const answer = editDossier(current, edit, AT)
    if (!answer.ok) throw new Error(answer.code)
    return answer.value
  }, dossier)
}

/** A closing that is over: every step done, nothing returned because nothing was bound. */
export const closed: Dossier = [
  (dossier: Dossier) => attach(dossier, 101, 'A'),
  (dossier: Dossier) => attach(dossier, 102, 'B', [{ kind: 'entry', id: payment.id }]),
  (dossier: Dossier) => attach(dossier, 103, 'C'),
  (dossier: Dossier) => attach(dossier, 104, 'D', [{ kind: 'contact', id: request.id }]),
  (dossier: Dossier) => attach(dossier, 105, 'F'),
  (dossier: Dossier) => attach(dossier, 106, 'C', [{ kind: 'step', step: 'account' }])
].reduce((dossier, add) => add(dossier), {
  ...fresh,
  closing: { reason: 'moving', note: '', plannedOn: '2026-10-31' },
  contract: { ...fresh.contract, number: '000-4711', signedOn: '2021-03-12' },
  identity: { bornOn: '1991-04-02', documents: [passport], representative: null },
  contacts: [request],
  payments: { currency: 'RUB', entries: [bill, payment] },
  agreement: {
    number: 'P-1',
    appliedOn: '2026-10-02',
    signedOn: '2026-10-06',
    effectiveOn: '2026-10-31',
    penaltyMinor: 0,
    notes: ''
  },
  equipment: { nothingToReturn: true, devices: [] },
  confirmation: {
    channel: 'sms',
    sender: '0000',
    receivedAt: { local: '2026-10-31T12:00', zone: 'Europe/Moscow' },
    text: 'SPECIMEN'
  }
} as Dossier)
