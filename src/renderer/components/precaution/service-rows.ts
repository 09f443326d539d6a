import type { ServiceKind, ServiceState, ServiceUse } from '../../../shared/domain/precaution.ts'
import { SERVICE_KINDS } from '../../../shared/domain/precaution.ts'
import {
  GROUP_HINTS,
  SERVICE_CATALOGUE,
  undecidedServices,
  type CatalogueService,
  type ServiceHint
} from '../../../shared/domain/service-catalogue.ts'

/** One line of the list: a service of the ready list, decided or not, or one of the user's own. */
export interface ServiceRow {
  readonly id: string
  readonly listed: CatalogueService | null
  readonly use: ServiceUse | null
}

export interface ServiceGroup {
  readonly kind: ServiceKind
  readonly hint: ServiceHint | null
  readonly rows: readonly ServiceRow[]
  readonly undecided: readonly CatalogueService[]
}

/** The ready list by kind, each with what was decided, and the user's own entries after it. */
export function groupServices(services: readonly ServiceUse[]): readonly ServiceGroup[] {
  const byKey = new Map(services.flatMap((use) => (use.key === null ? [] : [[use.key, use] as const])))
  const undecided = undecidedServices(services)
  const known = new Set(SERVICE_CATALOGUE.map(({ key }) => key))
  return SERVICE_KINDS.map((kind) => {
    const listed = SERVICE_CATALOGUE.filter((one) => one.kind === kind)
    // An entry whose key a later list dropped is shown as the user's own, not lost.
    const own = services.filter((use) => use.kind === kind && (use.key === null || !known.has(use.key)))
    return {
      kind,
      hint: GROUP_HINTS[kind] ?? null,
      rows: [
        ...listed.map((one): ServiceRow => ({ id: one.key, listed: one, use: byKey.get(one.key) ?? null })),
        ...own.map((use): ServiceRow => ({ id: use.id, listed: null, use }))
      ],
      undecided: undecided.filter((one) => one.kind === kind)
    }
  })
}

/** A service of the ready list with what was decided about it. Its key is its id: it is there once. */
export function decide({ key, kind }: CatalogueService, state: ServiceState, today: string): ServiceUse {
  return { id: key, key, kind, name: '', state, movedOn: state === 'moved' ? today : null }
}
