// One import a face: the build drops the old format from each of them, which it cannot do behind an @import.
import '@fontsource/noto-sans/400.css'
import '@fontsource/noto-sans/500.css'
import '@fontsource/noto-sans/600.css'
import '@fontsource/noto-serif/600.css'
import '@fontsource/noto-sans-mono/400.css'
import '@fontsource/noto-sans-mono/600.css'

/** One letter of each piece that is wanted: Latin, Cyrillic (ya), and the rouble's sign, which is in a third. */
const WORDS = String.fromCodePoint(0x61, 0x44f)
const SUMS = String.fromCodePoint(0x61, 0x44f, 0x20bd)

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

/** Signs of names whose pieces are asked for beforehand: those of some thirty people, and of a few megabytes. */
const MOST_SIGNS = 64

/** What the screens of a dossier are written in besides, with the names of those whose dossiers there are. */
export async function loadDossierFaces(chineseNames: Iterable<string>): Promise<void> {
  await loadChineseFaces()
  const signs = new Set<string>()
  for (const name of chineseNames) {
    for (const sign of name) signs.add(sign)
    if (signs.size >= MOST_SIGNS) break
  }
  loadFacesOf([...signs].join(''))
  for (const face of ['400 14px', '600 12px']) void document.fonts.load(`${face} "Noto Sans Mono"`, WORDS)
}

/** Asks for the pieces this name is written with, before it is drawn: a layout that lacks them takes twice as long. */
export function loadFacesOf(chineseName: string): void {
  if (chineseName === '') return
  for (const weight of [400, 500]) void document.fonts.load(`${weight} 14px "Noto Sans SC"`, chineseName)
}

/** Makes the Chinese faces known: a hundred pieces each, of which the page loads those it needs for its text. */
export async function loadChineseFaces(): Promise<void> {
  await import('./chinese-faces.ts')
}
