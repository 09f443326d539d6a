// What every script here begins and ends with.
import { realpathSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Folder of the checkout. */
export const PROJECT = dirname(dirname(fileURLToPath(import.meta.url)))

/** An expected end: the sentence is all that the person needs, a stack would only hide it. */
export class Refusal extends Error {}

/** @param {string} url `import.meta.url` of the asking module */
export function isMain(url) {
  return process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(url)
}

/** @param {(args: string[]) => Promise<number>} main answers the exit code */
export async function runScript(main) {
  try {
    process.exitCode = await main(process.argv.slice(2))
  } catch (error) {
    process.stderr.write(
      `${error instanceof Refusal ? error.message : error instanceof Error ? error.stack : error}\n`
    )
    process.exitCode = 1
  }
}
