import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, it } from 'vitest'

const SOURCE = fileURLToPath(new URL('../src', import.meta.url))

/** What each folder may import of our own. The most specific folder counts. */
const OWN: Readonly<Record<string, readonly string[]>> = {
  'shared/domain': ['shared/domain'],
  'shared/schema': ['shared/domain', 'shared/schema'],
  'shared/bridge': ['shared/domain', 'shared/schema', 'shared/bridge'],
  'shared/locales': [],
  main: ['main', 'shared'],
  'main/ipc': ['main', 'shared'],
  'main/window': ['main/window', 'main/atomic-write.ts', 'main/original.ts', 'shared'],
  'main/vault': [
    'main/vault',
    'main/atomic-write.ts',
    'main/original.ts',
    'main/dossier-home.ts',
    'main/fsx.ts',
    'shared'
  ],
  'main/intake': [
    'main/intake',
    'main/pdf-reading',
    'main/original.ts',
    'main/dossier-home.ts',
    'main/fsx.ts',
    'shared'
  ],
  'main/pdf-reading': ['main/pdf-reading', 'main/original.ts', 'shared'],
  'main/text-reading': ['main/text-reading', 'shared'],
  'main/pack': [
    'main/pack',
    'main/pdf-reading',
    'main/text-reading',
    'main/statement',
    'main/original.ts',
    'shared'
  ],
  // Judges what the pack's writer made, and so shares nothing with it.
  'main/pack-check': ['main/pack-check', 'main/pdf-reading', 'main/original.ts', 'shared'],
  'main/statement': ['main/statement', 'main/text-reading', 'shared'],
  'main/command-line': ['main', 'shared'],
  preload: ['shared/bridge'],
  // Schemas stay in main: what reaches the page has been through one, and each of them costs time at its start.
  renderer: [
    'renderer',
    'shared/domain',
    'shared/bridge/bridge.ts',
    'shared/bridge/contract.ts',
    'shared/locales'
  ]
}

/** Who may import which package. A package that is not named here may be imported by nobody. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  electron: ['main/index.ts', 'main/window', 'main/ipc', 'main/pack-runs.ts', 'main/log.ts', 'preload'],
  'electron-log': ['main/log.ts'],
  zod: ['shared/schema', 'shared/bridge', 'main'],
  'libphonenumber-js': ['shared/domain/phone-number.ts'],
  'pdf-lib': ['main/pack/absorb'],
  sharp: ['main/pack/absorb'],
  '@embedpdf/pdfium': ['main/pack/render'],
  'postal-mime': ['main/pack/absorb'],
  htmlparser2: ['main/pack/absorb'],
  'file-type': ['main/intake'],
  exifreader: ['main/intake'],
  'music-metadata': ['main/intake'],
  strtok3: ['main/intake'],
  dexie: ['renderer/db'],
  vue: ['renderer'],
  pinia: ['renderer'],
  'vue-router': ['renderer'],
  'vue-i18n': ['renderer'],
  '@vueuse/core': ['renderer'],
  'reka-ui': ['renderer'],
  '@internationalized/date': ['renderer'],
  '@lucide/vue': ['renderer'],
  '@fontsource': ['renderer'],
  'pdfjs-dist': ['renderer/components/pdf']
}

const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(sep).join('/'))
  .filter((file) => /\.(ts|vue)$/.test(file) && !file.endsWith('.d.ts'))

function importsOf(file: string): readonly string[] {
  const text = readFileSync(join(SOURCE, file), 'utf8')
  const scripts = file.endsWith('.vue')
    ? [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1] ?? '').join('\n')
    : text
  return ts.preProcessFile(scripts, true, true).importedFiles.map((imported) => imported.fileName)
}

const isBelow = (file: string, folder: string) => file === folder || file.startsWith(`${folder}/`)

function layerOf(file: string): string {
  const layers = Object.keys(OWN).filter((layer) => isBelow(file, layer))
  return layers.toSorted((a, b) => b.length - a.length)[0] ?? '(none)'
}

function packageOf(name: string): string {
  const parts = name.split('/')
  if (name.startsWith('@fontsource/')) return '@fontsource'
  return name.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? name)
}

/** The rule an import breaks, in words; null when it is allowed. */
function breach(file: string, imported: string): string | null {
  if (imported.startsWith('.')) {
    const target = relative(SOURCE, normalize(join(SOURCE, dirname(file), imported.replace(/\?.*$/, ''))))
    const allowed = OWN[layerOf(file)] ?? []
    return allowed.some((folder) => isBelow(target.split(sep).join('/'), folder))
      ? null
      : `${file} -> ${target}`
  }
  if (imported.startsWith('node:')) return isBelow(file, 'main') ? null : `${file} -> ${imported}`
  const allowed = PACKAGES[packageOf(imported)] ?? []
  return allowed.some((folder) => isBelow(file, folder)) ? null : `${file} -> ${imported}`
}

it('has source files to read', () => {
  expect(files.length).toBeGreaterThan(30)
})

it('imports only along the allowed directions', () => {
  const breaches = files.flatMap((file) => importsOf(file).map((imported) => breach(file, imported)))
  expect(breaches.filter((found) => found !== null)).toEqual([])
})

it('would notice an import against the direction', () => {
  expect(breach('shared/domain/money.ts', '../schema/dossier-schema.ts')).not.toBeNull()
  expect(breach('shared/domain/money.ts', 'electron')).not.toBeNull()
  expect(breach('renderer/App.vue', 'node:fs')).not.toBeNull()
  expect(breach('renderer/App.vue', '../main/index.ts')).not.toBeNull()
  expect(breach('renderer/App.vue', '../shared/schema/dossier-schema.ts')).not.toBeNull()
  expect(breach('main/vault/vault.ts', '../pack/plan.ts')).not.toBeNull()
})

it('reads window.bridge only in the folder made for it', () => {
  const readers = files.filter(
    (file) => !file.startsWith('renderer/bridge/') && /window\.bridge/.test(codeOf(file))
  )
  expect(readers).toEqual([])
})

/** The text without comments: a doc comment may name what code may not touch. */
function codeOf(file: string): string {
  return readFileSync(join(SOURCE, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
}
