// The command line: plain Node, the same services as the window.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setFlagsFromString } from 'node:v8'
import { chooseLanguage, SCREEN_LANGUAGES, type ScreenLanguage } from '../shared/domain/settings.ts'
import { runCommand } from './command-line/run-command.ts'
import { EXIT } from './command-line/terminal.ts'
import { WORDS } from './command-line/words.ts'
import { rendererFiles } from './pack/render/page-renderer.ts'

// The validator's own switch, set before it is loaded: to make code for the checks of one dossier takes longer than
// the checks.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })

// Left to itself the heap grows to several times what is in use before it is tidied.
setFlagsFromString('--heap-growing-percent=20')

// Node 20 makes machine code of whatever ran for a moment: a third of the processor time of a pack of a thousand pages,
// and hardly any of it is won back. Later versions wait longer by themselves, and know no such flag.
if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=270000')

/** The built file lies in `out/main`, with the fonts beside it and the data files above. */
const PROJECT = join(import.meta.dirname, '..', '..')

/** `--screen-language`, else what the system says by its usual variables, strongest first. */
function screenLanguage(args: readonly string[]): ScreenLanguage {
  const at = args.findIndex((one) => one === '--screen-language' || one.startsWith('--screen-language='))
  const typed = at === -1 ? undefined : (args[at]?.split('=')[1] ?? args[at + 1])
  const asked = SCREEN_LANGUAGES.find((one) => one === typed)
  const { LC_ALL, LC_MESSAGES, LANG } = process.env
  return (
    asked ??
    chooseLanguage([LC_ALL, LC_MESSAGES, LANG].filter((one) => one !== undefined && one !== '') as string[])
  )
}

async function main(): Promise<void> {
  const args = process.argv.slice(2)
  const language = screenLanguage(args)
  const cancel = new AbortController()
  // The first Ctrl-C ends the work tidily, the second ends the process.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => cancel.abort())
  const { version } = JSON.parse(await readFile(join(PROJECT, 'package.json'), 'utf8')) as { version: string }
  process.exitCode = await runCommand(args, {
    out: (line) => void process.stdout.write(`${line}\n`),
    err: (sentence) => void process.stderr.write(`${sentence}\n`),
    readInput: () => text(process.stdin),
    language,
    words: WORDS[language],
    now: () => new Date().toISOString(),
    signal: cancel.signal,
    resourcesFolder: join(PROJECT, 'resources'),
    fontsFolder: join(PROJECT, 'out', 'fonts'),
    hashWorker: join(import.meta.dirname, 'pack-hash-worker.js'),
    renderer: rendererFiles(import.meta.dirname),
    appVersion: version
  })
}

// Whoever reads only the first lines, as `head` does, closes the pipe: the work goes on, and the rest is said to nobody.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
}

/** What was said may still be on its way to whoever reads it. */
async function saidAll(): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) {
    await new Promise<void>((resolve) => stream.write('', () => resolve()))
  }
}

void main()
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    process.exitCode = EXIT.failed
  })
  .then(saidAll)
  // Left to end by itself the process first takes apart what it holds, piece by piece.
  .finally(() => process.exit())
