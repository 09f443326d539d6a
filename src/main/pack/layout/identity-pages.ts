import { daysBetween } from '../../../shared/domain/calendar.ts'
import { factText, isConfirmed } from '../../../shared/domain/fact.ts'
import type { IdentityDocument } from '../../../shared/domain/identity.ts'
import { formatPhoneNumber } from '../../../shared/domain/phone-number.ts'
import { isMasking } from '../../../shared/domain/recipient-profile.ts'
import { proofsFor } from '../plan/proof-index.ts'
import { drawFactTable, drawProofs, type FactRow } from './fact-table.ts'
import { Flow, type LaidSheet } from './flow.ts'
import { proofsOfSteps, shownNumber, typed, type LayoutEnv } from './layout-env.ts'
import { maskSim } from './masking.ts'
import { exhibitReferences } from './references.ts'

/** Who the subscriber is, who acts for them, and which number and contract this is about. */
export function layIdentity(env: LayoutEnv): readonly LaidSheet[] {
  const { words, dossier, formats } = env
  const { contract, contactDetails, identity } = dossier
  const flow = new Flow(env, {
    name: 'identity',
    part: words.parts.identity,
    title: words.parts.identity,
    lead: isMasking(env.settings) ? words.recipient.identityMasked : words.identity.lead,
    leadAfter: 0
  })
  const stated: Stated = (label, value, isBold = false) => ({
    label,
    value: value.trim(),
    source: words.asStated,
    isBold
  })
  drawFactTable(flow, words.identity.subscriber, [
    ...nameRows(env, stated),
    stated(words.identity.bornOn, identity.bornOn === null ? '' : formats.date(identity.bornOn))
  ])
  identity.documents.forEach((document, index) => {
    const count = identity.documents.length
    const title = words.identity.document + (count > 1 ? `, ${index + 1}` : '')
    drawFactTable(flow, title, documentRows(env, proven(env, document.id, stated), document))
  })
  drawFactTable(flow, words.identity.representative, representativeRows(env, stated))
  drawFactTable(flow, words.identity.numberAndContract, [
    stated(words.identity.phoneNumber, shownNumber(env), true),
    stated(words.identity.operator, dossier.operator.name),
    ...operatorRows(env),
    stated(words.identity.sim, maskSim(contract.simNumber)),
    stated(words.identity.contract, contractText(env)),
    stated(words.identity.account, contract.accountNumber),
    stated(words.identity.tariff, contract.tariff),
    stated(words.identity.reason, reasonText(env))
  ])
  drawFactTable(flow, words.identity.forReply, [
    stated(words.identity.address, contactDetails.address),
    stated(words.identity.email, contactDetails.email),
    stated(words.identity.phone, contactDetails.phone === '' ? '' : formatPhoneNumber(contactDetails.phone))
  ])
  drawProofs(flow, proofsOfSteps(env, 'identity', 'account'))
  return flow.sheets
}

/** Facts of a paper that is in this pack lead to it. */
function proven(env: LayoutEnv, documentId: string, stated: Stated): Stated {
  const exhibits = proofsFor(env.proofs, 'document', documentId)
  if (exhibits.length === 0) return stated
  const source = exhibitReferences(env, exhibits)
  return (label, value, isBold) => ({ ...stated(label, value, isBold), source })
}

/** The operator as the app's data knew it when it was taken over, with the day it was read. */
function operatorRows({ words, formats, dossier, language }: LayoutEnv): readonly FactRow[] {
  const row = (label: string, key: 'legalName' | 'taxNumber'): readonly FactRow[] => {
    const fact = dossier.operatorData?.facts[key].find(({ certainty }) => certainty !== 'conflicting')
    if (fact === undefined) return []
    const read = words.identity.readOn(formats.tableDate(fact.readOn))
    const source = isConfirmed(fact.certainty) ? read : `${words.identity.unconfirmed} ${read}`
    return [{ label, value: factText(fact.value, language), source }]
  }
  return [...row(words.identity.legalName, 'legalName'), ...row(words.identity.taxNumber, 'taxNumber')]
}

type Stated = (label: string, value: string, isBold?: boolean) => FactRow

/** The script of the pack's reader comes first. */
function nameRows({ words, dossier, language }: LayoutEnv, stated: Stated): readonly FactRow[] {
  const order = {
    ru: ['cyrillic', 'latin', 'chinese'],
    en: ['latin', 'cyrillic', 'chinese'],
    'zh-CN': ['chinese', 'latin', 'cyrillic']
  } as const
  return order[language].map((script, index) =>
    stated(words.identity.names[script], dossier.subscriber[script], index === 0)
  )
}

function documentRows(
  env: LayoutEnv,
  stated: Stated,
  { kind, number, issuedBy, issuedOn, expiresOn }: IdentityDocument
): readonly (FactRow | null)[] {
  const { words } = env
  return [
    stated(words.identity.documentKind, kind === null ? '' : words.identity.kinds[kind]),
    stated(words.identity.documentNumber, number),
    stated(words.identity.issuedBy, issuedBy),
    ...termRows(env, stated, issuedOn, expiresOn),
    validityRow(env, expiresOn)
  ]
}

function representativeRows(env: LayoutEnv, stated: Stated): readonly (FactRow | null)[] {
  const { representative } = env.dossier.identity
  if (representative === null) return []
  const { words } = env
  const { mayReceiveMoney } = representative
  return [
    stated(words.identity.representativeName, representative.name, true),
    stated(words.identity.attorney, numbered(representative.attorneyNumber)),
    stated(words.identity.notary, representative.notary),
    ...termRows(env, stated, representative.issuedOn, representative.expiresOn),
    stated(
      words.identity.mayReceiveMoney,
      mayReceiveMoney === null ? '' : mayReceiveMoney ? words.yes : words.no
    ),
    validityRow(env, representative.expiresOn)
  ]
}

function termRows(
  { words, formats }: LayoutEnv,
  stated: Stated,
  issuedOn: string | null,
  expiresOn: string | null
): readonly FactRow[] {
  const date = (on: string | null) => (on === null ? '' : formats.date(on))
  if (issuedOn !== null && expiresOn !== null)
    return [stated(words.identity.issuedAndExpires, `${date(issuedOn)} — ${date(expiresOn)}`)]
  return [stated(words.identity.issuedOn, date(issuedOn)), stated(words.identity.expiresOn, date(expiresOn))]
}

/** Whether a paper was still valid when the contract ended. */
function validityRow({ words, dossier }: LayoutEnv, expiresOn: string | null): FactRow | null {
  const { effectiveOn } = dossier.agreement
  if (expiresOn === null || effectiveOn === null) return null
  const days = daysBetween(effectiveOn, expiresOn)
  const value = days >= 0 ? words.identity.valid(days) : words.identity.expired(-days)
  return { label: words.identity.onEnd, value, source: words.computed }
}

function contractText({ first: { words, formats }, dossier }: LayoutEnv): string {
  const { number, signedOn } = dossier.contract
  return [numbered(number), signedOn === null ? '' : words.facts.contractOf(formats.date(signedOn))]
    .filter((part) => part !== '')
    .join(' ')
}

function numbered(number: string): string {
  return number === '' ? '' : `№\u00a0${number}`
}

function reasonText(env: LayoutEnv): string {
  const { words, dossier } = env
  const { reason, note } = dossier.closing
  const named = reason === null || (reason === 'other' && note !== '') ? '' : words.identity.reasons[reason]
  return [named, note.trim() === '' || named === '' ? note.trim() : typed(env, note.trim())]
    .filter((part) => part !== '')
    .join(words.joins.semicolon)
}
