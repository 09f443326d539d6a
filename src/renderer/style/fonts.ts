// One import a face: the build drops the old format from each of them, which it cannot do behind an @import.
import '@fontsource/noto-sans/400.css'
import '@fontsource/noto-sans/500.css'
import '@fontsource/noto-sans/600.css'
import '@fontsource/noto-serif/600.css'
import '@fontsource/noto-sans-mono/400.css'
import '@fontsource/noto-sans-mono/600.css'
import { WORDS } from './face-pieces.ts'

/** The rouble's sign is in a piece of its own. */
const SUMS = `${WORDS}${String.fromCodePoint(0x20bd)}`

/** Faces the first screen is drawn with, and what is written in them. Each piece costs some time to read. */
const FIRST = [
  ['400 14px "Noto Sans"', WORDS],
  ['500 14px "Noto Sans"', WORDS],
  ['600 14px "Noto Sans"', SUMS],
  ['600 16px "Noto Serif"', WORDS]
] as const

/**
 * Ends when the faces of the first screen are there; asked for with this module, before the app's own code. Laid out
 * without them, the screen would be laid out twice, the first time with a search through the fonts of the system that
 * takes longer than all the rest of it.
 */
export const firstFaces: Promise<unknown> = Promise.allSettled(
  FIRST.map(([face, letters]) => document.fonts.load(face, letters))
)
