import { unsavedText } from '../composables/unsaved-texts.ts'

/**
 * Whether Ctrl+Z belongs to the focused field itself: while its text is not saved yet, and always in a field that
 * is no part of a dossier, such as a search. Once a field has saved itself, undoing is the dossier's.
 */
export function isEditing(focused: Element | null): boolean {
  if (!(focused instanceof HTMLInputElement) && !(focused instanceof HTMLTextAreaElement)) return false
  if (focused instanceof HTMLInputElement && !TEXT_TYPES.has(focused.type)) return false
  const place = focused.closest('[data-place]')?.getAttribute('data-place') ?? ''
  return !/^[0-9a-f-]{36}\//.test(place) || unsavedText(place) !== undefined
}

const TEXT_TYPES = new Set(['text', 'search', 'tel', 'email', 'url', 'number', 'password'])
