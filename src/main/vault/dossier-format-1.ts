import { z } from 'zod'

const anything = z.looseObject({})
const text = z.string()

/** The parts of a dossier of format 1 that stand elsewhere today. What did not move is left as it was. */
const formerShape = z.looseObject({
  id: text,
  closing: anything,
  identity: z.strictObject({
    documentKind: text.nullable(),
    documentNumber: text,
    issuedBy: text,
    issuedOn: text.nullable(),
    expiresOn: text.nullable(),
    bornOn: text.nullable(),
    contractNumber: text,
    contractOn: text.nullable(),
    accountNumber: text,
    simNumber: text,
    contactEmail: text,
    contactPhone: text,
    contactAddress: text
  }),
  payments: z.strictObject({
    currency: text,
    entries: z.array(z.looseObject({ id: text, exhibitId: text.nullable() }))
  }),
  agreement: anything,
  exhibits: z.array(z.looseObject({ id: text }))
})

/**
 * A dossier of format 1 in the shape of format 2: the contract and the contact details have parts of their own,
 * identity holds several documents, every entry its currency, and an exhibit says itself what it proves.
 * The same file gives the same dossier every time, so nothing changes until the user changes it.
 * The answer is checked by the caller; throws when the parts that moved are not as format 1 had them.
 */
export function upgradeFormat1(former: unknown): unknown {
  const { identity, closing, payments, agreement, exhibits, ...rest } = formerShape.parse(former)
  return {
    ...rest,
    operatorData: null,
    closing: { ...closing, plannedOn: null },
    contract: {
      number: identity.contractNumber,
      signedOn: identity.contractOn,
      accountNumber: identity.accountNumber,
      simNumber: identity.simNumber,
      tariff: ''
    },
    contactDetails: {
      email: identity.contactEmail,
      phone: identity.contactPhone,
      address: identity.contactAddress
    },
    identity: { bornOn: identity.bornOn, documents: documentsOf(rest.id, identity), representative: null },
    contacts: [],
    payments: {
      currency: payments.currency,
      entries: payments.entries.map((entry) => ({
        ...withoutExhibit(entry),
        currency: payments.currency
      }))
    },
    agreement: { ...agreement, appliedOn: null },
    equipment: { nothingToReturn: false, devices: [] },
    backups: [],
    terms: { endsOn: null, noticeDays: null, penaltyMinor: null, note: '' },
    services: [],
    reminders: [],
    dueChanges: [],
    overrides: {},
    exhibits: exhibits.map((exhibit) => ({
      ...exhibit,
      proves: payments.entries
        .filter((entry) => entry.exhibitId === exhibit.id)
        .map((entry) => ({ kind: 'entry', id: entry.id }))
    }))
  }
}

/** The one document of format 1, if anything of it was filled in. Its id must be the same at every reading. */
function documentsOf(dossierId: string, identity: z.infer<typeof formerShape>['identity']) {
  const { documentKind: kind, documentNumber: number, issuedBy, issuedOn, expiresOn } = identity
  const isFilled = [kind, number, issuedBy, issuedOn, expiresOn].some((one) => one !== '' && one !== null)
  return isFilled ? [{ id: dossierId, kind, number, issuedBy, issuedOn, expiresOn }] : []
}

/** What proved an entry now stands with the exhibit. */
function withoutExhibit(entry: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(entry).filter(([key]) => key !== 'exhibitId'))
}
