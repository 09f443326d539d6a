import { addDays, type IsoDate } from './calendar.ts'
import type { Dossier } from './dossier.ts'
import { isImei } from './equipment.ts'
import { isCharge, owedIn, type Owed } from './ledger.ts'
import type { Step } from './step.ts'

/** What contradicts itself or costs money or proof. It is saved as typed, and said beside the field. */
export type Warning =
  | { readonly code: 'expires-before-issue'; readonly documentId: string }
  | { readonly code: 'issued-before-birth'; readonly documentId: string }
  | { readonly code: 'document-expired'; readonly documentId: string; readonly on: IsoDate }
  /** Valid today, but no longer on the day it is needed. */
  | {
      readonly code: 'document-expires-early'
      readonly documentId: string
      readonly on: IsoDate
      readonly neededOn: IsoDate
    }
  | { readonly code: 'attorney-expired'; readonly on: IsoDate }
  | { readonly code: 'charge-after-effective'; readonly entryId: string; readonly on: IsoDate }
  | { readonly code: 'effective-before-signed' }
  | { readonly code: 'signed-while-owed'; readonly owed: Owed }
  | { readonly code: 'signed-before-return'; readonly deviceId: string }
  | { readonly code: 'notice-too-short'; readonly earliest: IsoDate }
  | { readonly code: 'imei-wrong'; readonly deviceId: string }
  | { readonly code: 'locks-on'; readonly deviceId: string }
  | { readonly code: 'confirmed-before-agreed' }

/** What is wrong in one step. `today` in the reader's own zone. */
export function warningsOf(dossier: Dossier, step: Step, today: IsoDate): readonly Warning[] {
  return byStep[step](dossier, today)
}

const byStep: Readonly<Record<Step, (dossier: Dossier, today: IsoDate) => readonly Warning[]>> = {
  account: () => [],
  identity: ({ identity, agreement, closing, confirmation }, today) => {
    const { bornOn, documents, representative } = identity
    // A document that expires after the closing was confirmed has done its work.
    const isOver = confirmation.receivedAt !== null
    const now = isOver ? (agreement.signedOn ?? agreement.effectiveOn ?? today) : today
    const neededOn = isOver ? now : (closing.plannedOn ?? agreement.effectiveOn ?? now)
    const stillNeeded = neededOn < now ? now : neededOn
    return [
      ...documents.flatMap(({ id: documentId, issuedOn, expiresOn }) => [
        ...warn(isBefore(expiresOn, issuedOn), { code: 'expires-before-issue', documentId }),
        ...warn(isBefore(issuedOn, bornOn), { code: 'issued-before-birth', documentId }),
        ...(expiresOn === null ? [] : expiry(documentId, expiresOn, now, stillNeeded))
      ]),
      ...(representative?.expiresOn == null
        ? []
        : warn(representative.expiresOn < now, { code: 'attorney-expired', on: representative.expiresOn }))
    ]
  },
  contact: () => [],
  payments: ({ payments, agreement }) => {
    const { effectiveOn } = agreement
    if (effectiveOn === null) return []
    // A refund is paid out after the end by its nature, and a penalty of the agreement itself may be billed with it.
    return payments.entries
      .filter((entry) => isCharge(entry.kind) && entry.kind !== 'refund' && entry.on > effectiveOn)
      .map((entry): Warning => ({ code: 'charge-after-effective', entryId: entry.id, on: entry.on }))
  },
  agreement: (dossier) => {
    const { signedOn, effectiveOn, appliedOn } = dossier.agreement
    const noticeFrom = appliedOn ?? signedOn
    const { noticeDays } = dossier.terms
    return [
      ...warn(isBefore(effectiveOn, signedOn), { code: 'effective-before-signed' }),
      ...(signedOn === null
        ? []
        : owedIn(dossier.payments, signedOn).map((owed): Warning => ({ code: 'signed-while-owed', owed }))),
      ...(signedOn === null ? [] : unreturned(dossier)),
      ...(noticeFrom === null || noticeDays === null || effectiveOn === null
        ? []
        : tooShort(addDays(noticeFrom, noticeDays), effectiveOn))
    ]
  },
  equipment: ({ equipment }) =>
    equipment.devices.flatMap((device) => [
      ...warn(device.imei !== '' && !isImei(device.imei), { code: 'imei-wrong', deviceId: device.id }),
      ...warn(device.returnedOn !== null && !(device.locksOff && device.accountsRemoved), {
        code: 'locks-on',
        deviceId: device.id
      })
    ]),
  confirmation: ({ agreement, confirmation }) =>
    warn(isBefore(confirmation.receivedAt?.local.slice(0, 10) ?? null, agreement.signedOn), {
      code: 'confirmed-before-agreed'
    })
}

function expiry(documentId: string, on: IsoDate, now: IsoDate, neededOn: IsoDate): readonly Warning[] {
  if (on < now) return [{ code: 'document-expired', documentId, on }]
  return warn(on < neededOn, { code: 'document-expires-early', documentId, on, neededOn })
}

/** Devices that were not handed over although the agreement is signed. */
function unreturned({ equipment }: Dossier): readonly Warning[] {
  return equipment.devices
    .filter(({ returnedOn }) => returnedOn === null)
    .map((device): Warning => ({ code: 'signed-before-return', deviceId: device.id }))
}

function tooShort(earliest: IsoDate, effectiveOn: IsoDate): readonly Warning[] {
  return warn(effectiveOn < earliest, { code: 'notice-too-short', earliest })
}

function warn(isTrue: boolean, warning: Warning): readonly Warning[] {
  return isTrue ? [warning] : []
}

function isBefore(earlier: IsoDate | null, later: IsoDate | null): boolean {
  return earlier !== null && later !== null && earlier < later
}
