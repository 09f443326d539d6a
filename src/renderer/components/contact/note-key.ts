import type { Shortcut } from '../../commands/shortcut.ts'

/** Begins a contact from any screen of a dossier, also while a field has the focus. */
export const NOTE_KEY: Shortcut = { code: 'F8' }
