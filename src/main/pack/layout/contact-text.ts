import type { Contact } from '../../../shared/domain/contact.ts'
import type { LayoutEnv } from './layout-env.ts'

/** Longer words stand whole in the log of contacts. */
const LONGEST = 160

/** The first line of what was said, with how: enough to find the entry in the log. */
export function contactSummary({ words, language }: LayoutEnv, contact: Contact): string {
  const { channels, directions } = words.contacts
  const [line = ''] = contact.said.trim().split('\n')
  const characters = Array.from(line)
  const said = characters.length <= LONGEST ? line : `${characters.slice(0, LONGEST).join('').trimEnd()}…`
  const how = `${directions[contact.direction]}, ${channels[contact.channel]}`
  if (language === 'zh-CN') return said === '' ? how.replace(', ', '·') : `${how.replace(', ', '·')}：${said}`
  return said === '' ? how : `${how}: ${said}`
}
