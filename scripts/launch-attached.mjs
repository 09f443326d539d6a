import { join } from 'node:path'
import { _electron } from 'playwright'
import { PROJECT } from './script.mjs'

const ATTACHED_START = join(PROJECT, 'scripts', 'attached-start')

/** The app answers in a second or two; this only ends a start that would never end. */
const LAUNCH_MS = 60_000

/**
 * Starts the app, which opens its window only when Playwright has hold of the process. Else, some starts never get
 * past the handshake, and the more the faster the app is: Playwright attaches to a page that is just being made, and
 * waits for the answer of one that is gone.
 *
 * @param {{ executablePath: string, args: readonly string[], env: NodeJS.ProcessEnv }} options
 */
export async function launchAttached({ executablePath, args, env }) {
  const electron = await _electron.launch({
    executablePath,
    args: [...args, ATTACHED_START],
    env: /** @type {Record<string, string>} */ (env),
    timeout: LAUNCH_MS
  })
  await electron.evaluate(({ app }) => {
    Object.assign(globalThis, { isAttached: true })
    app.emit('attached')
  })
  return electron
}
