import type { IsoDate } from '../../shared/domain/calendar.ts'
import type { Contact } from '../../shared/domain/contact.ts'
import type { Dossier } from '../../shared/domain/dossier.ts'

/**
 * What can be written to the operator: that a conversation took place; that a promise, the agreement or the
 * confirmation has not come; that a written confirmation is asked for.
 */
export const MESSAGE_KINDS = ['conversation', 'promise', 'agreement', 'confirmation', 'certificate'] as const
export type MessageKind = (typeof MESSAGE_KINDS)[number]

/** The messages the facts of the dossier are enough for, the most fitting first. */
export function messageKindsFor(
  { agreement, confirmation }: Dossier,
  contact: Contact | null,
  today: IsoDate
): readonly MessageKind[] {
  const isConfirmed = confirmation.receivedAt !== null
  const { appliedOn, signedOn, effectiveOn } = agreement
  const isPast = (on: IsoDate | null | undefined): on is IsoDate => on != null && on < today
  const fits: Readonly<Record<MessageKind, boolean>> = {
    conversation: contact !== null,
    promise: isPast(contact?.promisedBy),
    agreement: isPast(appliedOn) && signedOn === null && effectiveOn === null,
    confirmation: isPast(effectiveOn) && !isConfirmed,
    certificate: true
  }
  return MESSAGE_KINDS.filter((kind) => fits[kind])
}
