// What `electron FOLDER` runs: the npm-held Electron comes without this part. It opens the app in FOLDER.
import { app } from 'electron'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const folder = resolve(process.argv.slice(1).find((argument) => !argument.startsWith('-')) ?? '.')
const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))

// `process.defaultApp` is how an app tells that its own arguments begin one later than in a packaged app.
Object.defineProperty(process, 'defaultApp', { enumerable: true, value: true })
app.setName(about.productName ?? about.name)
app.setVersion(about.version)
app.setAppPath(folder)

// Awaited at the top level: Electron holds back `ready` until its main module has run, and the app must have
// had its turn before that (schemes can be registered only before `ready`).
await import(pathToFileURL(join(folder, about.main ?? 'index.js')).href)
