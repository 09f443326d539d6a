import { useI18n } from 'vue-i18n'
import type { RouteLocationRaw } from 'vue-router'
import type { Dossier } from '../../shared/domain/dossier.ts'
import type { ProofTarget } from '../../shared/domain/proof-target.ts'
import { useFormats } from './use-formats.ts'

export interface TargetWords {
  /** What is proved, as one line: `Payment · 300.00 ₽ · 5 Nov 2026`. Empty where it is gone. */
  readonly label: (target: ProofTarget, dossier: Dossier) => string
  /** The same in its parts, for a place so narrow that the line breaks between them. */
  readonly parts: (target: ProofTarget, dossier: Dossier) => readonly string[]
  /** Where that is filled in. */
  readonly to: (target: ProofTarget, dossier: Dossier) => RouteLocationRaw
}

type RecordTarget = Exclude<ProofTarget, { readonly kind: 'step' }>

/** The things of a dossier that an exhibit can prove, in the screen's language. */
export function useTargetWords(): TargetWords {
  const { t } = useI18n()
  const formats = useFormats()

  const labels: Readonly<Record<RecordTarget['kind'], (id: string, dossier: Dossier) => readonly string[]>> =
    {
      entry: (id, { payments }) => {
        const entry = payments.entries.find((one) => one.id === id)
        if (entry === undefined) return []
        const { kind, amountMinor, currency, on } = entry
        return [t(`proof.entry.${kind}`), formats.amount(amountMinor, currency), formats.date(on)]
      },
      contact: (id, { contacts }) => {
        const contact = contacts.find((one) => one.id === id)
        if (contact === undefined) return []
        return [
          t(`proof.contact.${contact.channel}`),
          formats.date(contact.at.local.slice(0, 10)),
          contact.reference
        ]
      },
      device: (id, { equipment }) => {
        const device = equipment.devices.find((one) => one.id === id)
        return device === undefined ? [] : [t(`equipment.kinds.${device.kind}`), device.model]
      },
      document: (id, { identity }) => {
        const document = identity.documents.find((one) => one.id === id)
        if (document === undefined) return []
        return [t(`identity.kinds.${document.kind ?? 'other'}`), document.number]
      },
      backup: (id, { backups }) => {
        const backup = backups.find((one) => one.id === id)
        return backup === undefined ? [] : [t(`backup.kinds.${backup.kind}`), backup.what]
      }
    }

  function parts(target: ProofTarget, dossier: Dossier): readonly string[] {
    if (target.kind === 'step') return [t(`step.name.${target.step}`)]
    return labels[target.kind](target.id, dossier).filter(
      (part, index, all) => part !== '' && part !== all[index - 1]
    )
  }

  return {
    label: (target, dossier) => parts(target, dossier).join(' · '),
    parts,
    to: (target, { id }) =>
      target.kind === 'contact'
        ? { name: 'contacts', params: { id }, query: { contact: target.id } }
        : { name: 'step', params: { id, step: stepOf(target) } }
  }
}

function stepOf(target: ProofTarget): string {
  if (target.kind === 'step') return target.step
  return {
    entry: 'payments',
    contact: 'contact',
    device: 'equipment',
    document: 'identity',
    backup: 'backup'
  }[target.kind]
}
