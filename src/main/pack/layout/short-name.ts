import { shownName } from '../../../shared/domain/file-name.ts'

/** Longer names are cut in the middle where they stand in a sentence; slip and checksums have them whole. */
const LONGEST = 60
const START = 42
const END = 15

/** A file's name for running text: its beginning and its end with the extension. */
export function shortName(name: string): string {
  const characters = Array.from(shownName(name))
  if (characters.length <= LONGEST) return characters.join('')
  return `${characters.slice(0, START).join('')}…${characters.slice(-END).join('')}`
}
