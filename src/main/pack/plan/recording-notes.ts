import type { Dossier } from '../../../shared/domain/dossier.ts'
import type { Exhibit } from '../../../shared/domain/exhibit.ts'
import { cutAtWord } from './cut-at-word.ts'

/** What fits on the sheet that stands for a recording; the log of contacts has the whole of it. */
const LONGEST_NOTES = 600

/** What the user wrote down of the calls a recording proves; empty where they wrote nothing. */
export function recordingNotes({ contacts }: Pick<Dossier, 'contacts'>, { proves }: Exhibit): string {
  const notes = proves.flatMap((target) => {
    const contact = target.kind === 'contact' ? contacts.find(({ id }) => id === target.id) : undefined
    return contact === undefined ? [] : [contact.said, contact.promised].filter((text) => text.trim() !== '')
  })
  return cutAtWord(notes.join(' '), LONGEST_NOTES)
}
