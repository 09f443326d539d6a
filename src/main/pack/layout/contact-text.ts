import type { Contact } from '../../../shared/domain/contact.ts'
import { typed, type LayoutEnv } from './layout-env.ts'

/** Longer words stand whole in the log of contacts. */
const LONGEST = 160

/** The first line of what was said, with how: enough to find the entry in the log. */
export function contactSummary(env: LayoutEnv, contact: Contact): string {
  const { joins, contacts } = env.words
  const { channels, directions } = contacts
  const [line = ''] = contact.said.trim().split('\n')
  const characters = Array.from(line)
  const said = characters.length <= LONGEST ? line : `${characters.slice(0, LONGEST).join('').trimEnd()}…`
  const how = contacts.how(directions[contact.direction], channels[contact.channel])
  return said === '' ? how : how + joins.colon + typed(env, said)
}
