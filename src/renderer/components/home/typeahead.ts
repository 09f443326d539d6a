import { fold } from '../../commands/match.ts'

/** Letters that follow each other faster belong to one word. */
const PAUSE_MS = 900

export type Typeahead = (
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey' | 'timeStamp'>,
  at: number,
  texts: () => readonly (readonly string[])[]
) => number | null

/** Typing the beginning of a name or number leads to the next row that has it; null where none has, or nothing was typed. */
export function createTypeahead(): Typeahead {
  let typed = ''
  let lastAt = Number.NEGATIVE_INFINITY
  return ({ key, ctrlKey, altKey, metaKey, timeStamp }, at, texts) => {
    if (ctrlKey || altKey || metaKey || !/^[\p{L}\p{N}]$/u.test(key)) return null
    typed = timeStamp - lastAt > PAUSE_MS ? fold(key) : typed + fold(key)
    lastAt = timeStamp
    const rows = texts()
    // The first letter goes on from here, further ones may stay.
    const from = typed.length === 1 ? at + 1 : at
    for (let step = 0; step < rows.length; step += 1) {
      const index = (from + step) % rows.length
      if (rows[index]?.some((text) => fold(text).startsWith(typed)) === true) return index
    }
    return null
  }
}
