import { helpText, isCommand, type Command } from './help.ts'
import { EXIT, UsageError, type ExitCode, type Terminal } from './terminal.ts'
import { sentenceOf } from './words.ts'

type Run = (args: readonly string[], terminal: Terminal) => Promise<ExitCode>

/** Each brings its own libraries along: a field is set without waiting for the engine that writes PDFs. */
const RUNS: Readonly<Record<Command, () => Promise<Run>>> = {
  new: async () => (await import('./new-dossier.ts')).newDossier,
  add: async () => (await import('./add-files.ts')).addFiles,
  set: async () => (await import('./set-fields.ts')).setFields,
  contact: async () => (await import('./add-record.ts')).noteContact,
  device: async () => (await import('./add-record.ts')).noteDevice,
  status: async () => (await import('./show-status.ts')).showStatus,
  pack: async () => (await import('./make-pack-file.ts')).makePackFile,
  check: async () => (await import('./check-pack-file.ts')).checkPackFile,
  sample: async () => (await import('./open-sample.ts')).openSample,
  help: () => Promise.resolve(showHelp)
}

/** Runs one command. @returns the exit code */
export async function runCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [word, ...rest] = args
  if (word === undefined || word === '--help' || word === '-h') return showHelp([], terminal)
  const command = isCommand(word) ? word : null
  try {
    if (command === null) throw new UsageError(terminal.words.usage.unknownCommand(word))
    if (rest.includes('--help') || rest.includes('-h')) return await showHelp([command], terminal)
    const run = await RUNS[command]()
    return await run(rest, terminal)
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
