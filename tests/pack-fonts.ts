import { copyFile, mkdir, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FONT_FILES } from '../src/main/pack/fonts/font-set.ts'

const require = createRequire(import.meta.url)
const SOURCES = {
  'sans-regular': '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  'sans-bold': '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
  'han-regular': '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  'han-bold': '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'
} as const satisfies Record<keyof typeof FONT_FILES, string>

/** A folder with the four faces of the pack, as the build makes it. Made once and kept. */
export async function packFontsFolder(): Promise<string> {
  const folder = join(tmpdir(), `closeout-pack-fonts-${process.getuid?.() ?? 0}`)
  await mkdir(folder, { recursive: true })
  for (const [key, source] of Object.entries(SOURCES)) {
    const from = require.resolve(source)
    const to = join(folder, FONT_FILES[key as keyof typeof SOURCES])
    const [wanted, found] = [await stat(from), await stat(to).catch(() => null)]
    if (found?.size !== wanted.size) await copyFile(from, to)
  }
  return folder
}
