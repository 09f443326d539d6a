// Builds and opens the app.
import { ensureBuilt } from './build-freshness.mjs'
import { runInPlace } from './child.mjs'
import { electronRuntime } from './electron-runtime.mjs'
import { PROJECT, runScript } from './script.mjs'
import { ensureSystem, withDisplay } from './system.mjs'

await runScript(async (args) => {
  const { executable } = await electronRuntime()
  await ensureSystem({ executable })
  await ensureBuilt()
  return withDisplay((env) => runInPlace(executable, [...sandboxSwitch(), PROJECT, ...args], { env }))
})

/** Only ever for a checkout that is run as root, as in a container; a packaged app never has the switch. */
function sandboxSwitch() {
  if (process.getuid?.() !== 0) return []
  process.stderr.write(
    'Running as root: Chromium refuses its sandbox there, so the app runs with --no-sandbox.\n'
  )
  return ['--no-sandbox']
}
