import type { RecipientBook } from '../recipients/recipient-book.ts'
import type { Handlers } from './handle.ts'

type RecipientHandlers = Pick<Handlers, Extract<keyof Handlers, `recipient:${string}`>>

/** Who packs are made for: shipped as data, and the user's own in files of their own. */
export function recipientHandlers({ recipients }: { readonly recipients: RecipientBook }): RecipientHandlers {
  return {
    'recipient:list': () => recipients.list(),
    'recipient:add': (profile) => recipients.add(profile),
    'recipient:change': (profile) => recipients.change(profile),
    'recipient:remove': ({ id }) => recipients.remove(id)
  }
}
