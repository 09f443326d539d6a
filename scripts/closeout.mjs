// The command line, in plain Node. Standard output stays the command's own.
import { join } from 'node:path'
import { ensureBuilt } from './build-freshness.mjs'
import { runInPlace } from './child.mjs'
import { PROJECT, runScript } from './script.mjs'

await runScript(async (args) => {
  await ensureBuilt()
  return runInPlace(process.execPath, [join(PROJECT, 'out', 'main', 'closeout.js'), ...args])
})
