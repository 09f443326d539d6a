import { resolve } from 'node:path'
import { beginSample, fillSample } from '../sample.ts'
import { createBag } from '../vault/bag.ts'
import { readArguments, readFolder } from './arguments.ts'
import { EXIT, type ExitCode, type Terminal } from './terminal.ts'
import { fail, withBag } from './with-bag.ts'

/** `closeout sample DIR` */
export async function openSample(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, { json: { type: 'boolean' } }, terminal)
  const { folder } = readFolder(positionals, terminal)
  const { now, resourcesFolder, language } = terminal
  const begun = await beginSample(resourcesFolder, now)
  const created = await createBag(resolve(folder), begun, { now })
  if (!created.ok) return fail(terminal, folder, created.code)
  return withBag(folder, terminal, async (bag) => {
    const filled = await fillSample(bag, { resourcesFolder, language, now })
    if (!filled.ok) return fail(terminal, folder, filled.code)
    const { id, exhibits, phoneNumber } = filled.value
    terminal.out(
      values.json === true
        ? JSON.stringify({ folder: bag.folder, id, phoneNumber, exhibits: exhibits.length })
        : terminal.words.made(folder)
    )
    return EXIT.done
  })
}
