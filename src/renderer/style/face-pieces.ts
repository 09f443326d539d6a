/** One letter of each piece that words are written with: Latin, and Cyrillic (ya). */
export const WORDS: string = String.fromCodePoint(0x61, 0x44f)

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
