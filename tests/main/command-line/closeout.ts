import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { runCommand } from '../../../src/main/command-line/run-command.ts'
import { WORDS } from '../../../src/main/command-line/words.ts'
import type { ScreenLanguage } from '../../../src/shared/domain/settings.ts'

export const PROJECT = join(import.meta.dirname, '..', '..', '..')

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

interface RunOptions {
  readonly language?: string
  readonly input?: string
  readonly env?: Readonly<Record<string, string>>
}

/** Runs the built command line the way a shell would. */
export function closeout(
  args: readonly string[],
  { language = 'en_GB.UTF-8', input, env = {} }: RunOptions = {}
): Promise<Ended> {
  return run(process.execPath, [join(PROJECT, 'out', 'main', 'closeout.js'), ...args], {
    env: { ...process.env, LC_ALL: '', LC_MESSAGES: '', LANG: language, ...env },
    input
  })
}

/** The same command without a process of its own, which takes a second to start. */
export async function closeoutHere(
  args: readonly string[],
  { language = 'en', input = '' }: { readonly language?: ScreenLanguage; readonly input?: string } = {}
): Promise<Ended> {
  let out = ''
  let err = ''
  const code = await runCommand(args, {
    out: (line) => (out += `${line}\n`),
    err: (sentence) => (err += `${sentence}\n`),
    readInput: () => Promise.resolve(input),
    language,
    words: WORDS[language],
    now: () => new Date().toISOString(),
    signal: new AbortController().signal,
    resourcesFolder: join(PROJECT, 'resources'),
    fontsFolder: join(PROJECT, 'out', 'fonts'),
    appVersion: '0.0.0-test'
  })
  return { code, out, err }
}

/** Runs a program and keeps what it says. */
export function run(
  command: string,
  args: readonly string[],
  options: {
    readonly cwd?: string
    readonly env?: NodeJS.ProcessEnv
    readonly input?: string | undefined
  } = {}
): Promise<Ended> {
  const child = spawn(command, [...args], { cwd: options.cwd, env: options.env ?? process.env })
  let out = ''
  let err = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text))
  // A program that reads no input may be gone before it is offered.
  child.stdin.on('error', () => {})
  child.stdin.end(options.input ?? '')
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, out, err }))
  })
}
