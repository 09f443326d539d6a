import type { Dossier } from '../../../shared/domain/dossier.ts'
import type { ProofTarget } from '../../../shared/domain/proof-target.ts'
import { STEPS } from '../../../shared/domain/step.ts'

export interface ProofChoices {
  readonly kind: ProofTarget['kind']
  readonly targets: readonly ProofTarget[]
}

/** Everything in a dossier that an exhibit can prove, by kind; the newest entry and contact first. */
export function proofChoices(dossier: Dossier): readonly ProofChoices[] {
  const { payments, contacts, equipment, identity, backups } = dossier
  const newestFirst = <One>(list: readonly One[], when: (one: One) => string) =>
    list.toSorted((a, b) => (when(a) < when(b) ? 1 : when(a) > when(b) ? -1 : 0))
  const records = (
    kind: Exclude<ProofTarget['kind'], 'step'>,
    list: readonly { readonly id: string }[]
  ): ProofChoices => ({ kind, targets: list.map(({ id }) => ({ kind, id })) })
  const steps: ProofChoices = { kind: 'step', targets: STEPS.map((step) => ({ kind: 'step', step })) }
  return [
    steps,
    records(
      'entry',
      newestFirst(payments.entries, ({ on }) => on)
    ),
    records(
      'contact',
      newestFirst(contacts, ({ at }) => at.local)
    ),
    records('device', equipment.devices),
    records('document', identity.documents),
    records('backup', backups)
  ].filter(({ targets }) => targets.length > 0)
}
