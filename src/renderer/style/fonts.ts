// One import a face: the build drops the old format from each of them, which it cannot do behind an @import.
import '@fontsource/noto-sans/400.css'
import '@fontsource/noto-sans/500.css'
import '@fontsource/noto-sans/600.css'
import '@fontsource/noto-serif/600.css'
import '@fontsource/noto-sans-mono/400.css'
import '@fontsource/noto-sans-mono/600.css'

/** Faces the first screen is drawn with. */
const FIRST = [
  '400 14px "Noto Sans"',
  '500 14px "Noto Sans"',
  '600 14px "Noto Sans"',
  '600 16px "Noto Serif"'
]
/** One letter of each piece: Latin, Cyrillic (ya), and the rouble's sign, which is in a third. */
const LETTERS = String.fromCodePoint(0x61, 0x44f, 0x20bd)

/**
 * Loads the faces of the first screen. Laid out before they are there, it would be laid out twice, the first time with
 * a search through the fonts of the system that takes longer than all the rest of it.
 */
export async function loadFirstFaces(): Promise<void> {
  await Promise.allSettled(FIRST.map((face) => document.fonts.load(face, LETTERS)))
}

/** Makes the Chinese faces known: a hundred pieces each, of which the page loads those it needs for its text. */
export async function loadChineseFaces(): Promise<void> {
  await import('./chinese-faces.ts')
}
