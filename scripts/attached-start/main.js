// What is started in place of the app's own folder where Playwright is to steer it, see `launchAttached`.
import { app } from 'electron'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const project = join(import.meta.dirname, '..', '..')
const about = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'))

const ready = app.whenReady()
const attached = new Promise((resolve) => {
  if (globalThis.isAttached) resolve()
  else app.once('attached', resolve)
})
app.whenReady = () => attached.then(() => ready)

app.setName(about.productName)
app.setVersion(about.version)
app.setAppPath(project)

// Awaited at the top level: schemes can be registered only before `ready`, which Electron holds back until then.
await import(pathToFileURL(join(project, about.main)).href)
