import { addFiles } from './add-files.ts'
import { helpText, isCommand, type Command } from './help.ts'
import { makePackFile } from './make-pack-file.ts'
import { newDossier } from './new-dossier.ts'
import { openSample } from './open-sample.ts'
import { setFields } from './set-fields.ts'
import { EXIT, UsageError, type ExitCode, type Terminal } from './terminal.ts'
import { sentenceOf } from './words.ts'

type Run = (args: readonly string[], terminal: Terminal) => Promise<ExitCode>

const RUNS: Readonly<Record<Command, Run>> = {
  new: newDossier,
  add: addFiles,
  set: setFields,
  pack: makePackFile,
  sample: openSample,
  help: showHelp
}

/** Runs one command. @returns the exit code */
export async function runCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [word, ...rest] = args
  if (word === undefined || word === '--help' || word === '-h') return showHelp([], terminal)
  const command = isCommand(word) ? word : null
  try {
    if (command === null) throw new UsageError(terminal.words.usage.unknownCommand(word))
    if (rest.includes('--help') || rest.includes('-h')) return await showHelp([command], terminal)
    return await RUNS[command](rest, terminal)
  } catch (error) {
    if (!(error instanceof UsageError)) {
      terminal.err(`${sentenceOf('unexpected', terminal.language)} (${String(error)})`)
      return EXIT.failed
    }
    terminal.err(`${error.message} ${terminal.words.usage.seeHelp(command)}`)
    return EXIT.usage
  }
}

function showHelp(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const word = args.find((one) => !one.startsWith('-')) ?? null
  if (word !== null && !isCommand(word)) throw new UsageError(terminal.words.usage.unknownCommand(word))
  terminal.out(helpText(word, terminal.language))
  return Promise.resolve(EXIT.done)
}
