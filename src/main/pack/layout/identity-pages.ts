import { daysBetween } from '../../../shared/domain/calendar.ts'
import { formatPhoneNumber } from '../../../shared/domain/phone-number.ts'
import { drawFactTable, drawProofs, type FactRow } from './fact-table.ts'
import { Flow, type LaidSheet } from './flow.ts'
import { shownNumber, type LayoutEnv } from './layout-env.ts'
import { maskBirth, maskDocumentNumber, maskSim } from './masking.ts'

/** Who the subscriber is, and which number and contract this is about. */
export function layIdentity(env: LayoutEnv): readonly LaidSheet[] {
  const { words, dossier } = env
  const { identity, subscriber } = dossier
  const flow = new Flow(env, {
    name: 'identity',
    part: words.parts.identity,
    title: words.parts.identity,
    lead: words.identity.lead,
    leadAfter: 0
  })
  const stated = (label: string, value: string, isBold = false): FactRow => ({
    label,
    value: value.trim(),
    source: words.asStated,
    isBold
  })
  const { names } = words.identity
  const nameRows = {
    ru: [
      stated(names.cyrillic, subscriber.cyrillic, true),
      stated(names.latin, subscriber.latin),
      stated(names.chinese, subscriber.chinese)
    ],
    en: [
      stated(names.latin, subscriber.latin, true),
      stated(names.cyrillic, subscriber.cyrillic),
      stated(names.chinese, subscriber.chinese)
    ],
    'zh-CN': [
      stated(names.chinese, subscriber.chinese, true),
      stated(names.latin, subscriber.latin),
      stated(names.cyrillic, subscriber.cyrillic)
    ]
  }
  drawFactTable(flow, words.identity.subscriber, [
    ...nameRows[env.language],
    stated(words.identity.bornOn, identity.bornOn === null ? '' : maskBirth(identity.bornOn))
  ])
  drawFactTable(flow, words.identity.document, documentRows(env, stated))
  drawFactTable(flow, words.identity.numberAndContract, [
    stated(words.identity.phoneNumber, shownNumber(env), true),
    stated(words.identity.operator, dossier.operator.name),
    stated(words.identity.sim, maskSim(identity.simNumber)),
    stated(words.identity.contract, contractText(env)),
    stated(words.identity.account, identity.accountNumber),
    stated(words.identity.reason, reasonText(env))
  ])
  drawFactTable(flow, words.identity.forReply, [
    stated(words.identity.address, identity.contactAddress),
    stated(words.identity.email, identity.contactEmail),
    stated(words.identity.phone, identity.contactPhone === '' ? '' : formatPhoneNumber(identity.contactPhone))
  ])
  drawProofs(flow, env.sections.find(({ category }) => category === 'A')?.exhibits ?? [])
  return flow.sheets
}

type Stated = (label: string, value: string, isBold?: boolean) => FactRow

function documentRows(env: LayoutEnv, stated: Stated): readonly (FactRow | null)[] {
  const { words, formats } = env
  const { documentKind, documentNumber, issuedBy, issuedOn, expiresOn } = env.dossier.identity
  const dates =
    issuedOn !== null && expiresOn !== null
      ? [stated(words.identity.issuedAndExpires, `${formats.date(issuedOn)} — ${formats.date(expiresOn)}`)]
      : [
          stated(words.identity.issuedOn, issuedOn === null ? '' : formats.date(issuedOn)),
          stated(words.identity.expiresOn, expiresOn === null ? '' : formats.date(expiresOn))
        ]
  return [
    stated(words.identity.documentKind, documentKind === null ? '' : words.identity.kinds[documentKind]),
    stated(words.identity.documentNumber, maskDocumentNumber(documentNumber)),
    stated(words.identity.issuedBy, issuedBy),
    ...dates,
    validityRow(env)
  ]
}

/** Whether the document was still valid when the contract ended. */
function validityRow({ words, dossier }: LayoutEnv): FactRow | null {
  const { expiresOn } = dossier.identity
  const { effectiveOn } = dossier.agreement
  if (expiresOn === null || effectiveOn === null) return null
  const days = daysBetween(effectiveOn, expiresOn)
  const value = days >= 0 ? words.identity.valid(days) : words.identity.expired(-days)
  return { label: words.identity.onEnd, value, source: words.computed }
}

function contractText({ words, formats, dossier }: LayoutEnv): string {
  const { contractNumber, contractOn } = dossier.identity
  const number = contractNumber === '' ? '' : `№\u00a0${contractNumber}`
  return [number, contractOn === null ? '' : words.facts.contractOf(formats.date(contractOn))]
    .filter((part) => part !== '')
    .join(' ')
}

function reasonText({ words, dossier }: LayoutEnv): string {
  const { reason, note } = dossier.closing
  const named = reason === null || (reason === 'other' && note !== '') ? '' : words.identity.reasons[reason]
  return [named, note.trim()].filter((part) => part !== '').join('; ')
}
