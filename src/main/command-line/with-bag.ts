import { openBag, type Bag } from '../vault/bag.ts'
import { EXIT, type ExitCode, type Terminal } from './terminal.ts'
import { sentenceOf } from './words.ts'

/** Opens the folder for one deed and closes it whatever becomes of that. */
export async function withBag(
  folder: string,
  terminal: Terminal,
  deed: (bag: Bag) => Promise<ExitCode>
): Promise<ExitCode> {
  const opened = await openBag(folder, { now: terminal.now })
  if (!opened.ok) return fail(terminal, folder, opened.code)
  try {
    return await deed(opened.value)
  } finally {
    await opened.value.close()
  }
}

/** Says what went wrong with what. */
export function fail(terminal: Terminal, what: string, code: string): ExitCode {
  terminal.err(`${what}: ${sentenceOf(code, terminal.language)}`)
  return EXIT.failed
}
