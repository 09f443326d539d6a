import { closingRequests } from '../../../shared/domain/closing-requests.ts'
import type { ObligationReview, ReadinessReason } from '../../../shared/domain/readiness.ts'
import { summariseLedger, type Owed } from '../../../shared/domain/ledger.ts'
import { deviceName } from './device-text.ts'
import type { LayoutEnv } from './layout-env.ts'

/** What the subscriber claims under an obligation, from the dossier's facts; without any, the obligation's name. */
export function claimText(env: LayoutEnv, { obligation }: ObligationReview): string {
  const { words, formats, dossier } = env
  const { evidence } = words
  const named = words.points.names[obligation]
  const date = (on: string) => formats.date(on)
  switch (obligation) {
    case 'identity':
      return named
    case 'request': {
      const on = requestedOn(env)
      return on === null ? named : evidence.request(date(on))
    }
    case 'dues': {
      const sections = summariseLedger(dossier.payments).filter(({ rows }) => rows.length > 0)
      if (sections.length === 0) return named
      const owed = sections.filter(({ balanceMinor }) => balanceMinor > 0)
      return owed.length === 0
        ? evidence.settled(formats.money(0))
        : evidence.owed(
            sumsText(
              env,
              owed.map(({ currency, balanceMinor }) => ({ currency, amountMinor: balanceMinor }))
            )
          )
    }
    case 'agreement': {
      const { signedOn, effectiveOn } = dossier.agreement
      if (signedOn === null && effectiveOn === null) return named
      return evidence.agreement(signedOn && date(signedOn), effectiveOn && date(effectiveOn))
    }
    case 'equipment': {
      if (dossier.equipment.devices.length === 0)
        return dossier.equipment.nothingToReturn ? evidence.nothingToReturn : named
      const on = returnedOn(env)
      return on === null ? named : evidence.returned(date(on))
    }
    case 'confirmation': {
      const { receivedAt } = dossier.confirmation
      return receivedAt === null ? named : evidence.confirmation(date(formats.readings(receivedAt).on))
    }
  }
}

/** The day the closing was first asked for. */
function requestedOn({ dossier, formats }: LayoutEnv): string | null {
  const asked = closingRequests(dossier)
    .filter(({ direction }) => direction === 'out')
    .map(({ at }) => formats.readings(at).on)
  return dossier.agreement.appliedOn ?? asked.toSorted()[0] ?? null
}

/** The day the last device was handed over; null while one is still out. */
export function returnedOn({ dossier }: LayoutEnv): string | null {
  const days = dossier.equipment.devices.map((device) => device.returnedOn)
  if (days.some((on) => on === null)) return null
  return (
    days
      .filter((on) => on !== null)
      .toSorted()
      .at(-1) ?? null
  )
}

export interface ReasonText {
  readonly text: string
  /** Something that keeps the claim from being proved. */
  readonly isWeak: boolean
}

/** Why the level is what it is, in a sentence. */
export function reasonText(
  env: LayoutEnv,
  { exhibits }: ObligationReview,
  reason: ReadinessReason
): ReasonText {
  const isPartly = exhibits.length > 0
  const { formats, dossier } = env
  const { reasons } = env.words.evidence
  switch (reason.code) {
    case 'nothing':
      return { text: isPartly ? reasons.papersWithoutFacts : reasons.nothing, isWeak: false }
    case 'only-stated':
      return { text: isPartly ? reasons.partlyProven : reasons.onlyStated, isWeak: false }
    case 'one-document':
      return { text: reasons.oneDocument, isWeak: false }
    case 'corroborated':
      return { text: reasons.corroborated, isWeak: false }
    case 'nothing-to-return':
      return { text: reasons.nothingToReturn, isWeak: false }
    case 'document-expires':
      return { text: reasons.documentExpires(formats.date(reason.on)), isWeak: true }
    case 'still-owed':
      return { text: reasons.stillOwed(sumsText(env, reason.owed)), isWeak: true }
    case 'payment-unproven':
      return { text: reasons.paymentUnproven(reason.entryIds.length), isWeak: true }
    case 'device-unproven': {
      const names = dossier.equipment.devices
        .filter(({ id }) => reason.deviceIds.includes(id))
        .map((device) => deviceName(env, device))
      return {
        text: reasons.deviceUnproven(names.join(env.words.joins.list)),
        isWeak: true
      }
    }
  }
}

export function sumsText({ formats }: LayoutEnv, sums: readonly Owed[]): string {
  return sums.map(({ currency, amountMinor }) => formats.in(currency).money(amountMinor)).join(' + ')
}
