// Packages the app, unpacked, into dist/. People get the official Electron; `--with-fallback-runtime` is for
// trying the packaging on a machine that cannot fetch it.
import { build, Platform } from 'electron-builder'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { ensureBuilt } from './build-freshness.mjs'
import { fallbackRuntime, officialRuntime } from './electron-runtime.mjs'
import { hasFallback } from './fallback-electron.mjs'
import { PROJECT, Refusal, runScript } from './script.mjs'

const FALLBACK_OPTION = '--with-fallback-runtime'

await runScript(async (args) => {
  const unknown = args.find((argument) => argument !== FALLBACK_OPTION)
  if (unknown !== undefined)
    throw new Refusal(`dist does not know ${unknown}; its only option is ${FALLBACK_OPTION}.`)
  const runtime = await runtimeToShip(args.includes(FALLBACK_OPTION))
  await ensureBuilt()
  process.stdout.write(`Packaging Electron ${runtime.version} (${runtime.kind}) …\n`)
  await build({
    projectDir: PROJECT,
    targets: Platform.current().createTarget('dir'),
    publish: 'never',
    config: {
      extends: join(PROJECT, 'electron-builder.yml'),
      electronDist: runtime.dist,
      electronVersion: runtime.version,
      afterPack: removeLeftovers
    }
  })
  return 0
})

/** @param {boolean} isFallbackAllowed */
async function runtimeToShip(isFallbackAllowed) {
  // The option says which one is wanted, so that what is packaged never depends on the network's mood.
  if (isFallbackAllowed && hasFallback()) return fallbackRuntime()
  const official = await officialRuntime({ rememberFailure: false })
  if (official !== null) return official
  throw new Refusal(
    'The official Electron cannot be had here, and an app for people ships no other.\n' +
      `To try the packaging with the old Electron of the tests: npm run dist -- ${FALLBACK_OPTION}`
  )
}

/**
 * What an unpacked Electron has beside the app and electron-builder leaves in place.
 *
 * @param {import('electron-builder').AfterPackContext} context
 */
async function removeLeftovers({ appOutDir, packager }) {
  const resources = packager.getResourcesDir(appOutDir)
  await rm(join(resources, 'default_app.asar'), { force: true })
  await rm(join(appOutDir, 'complete.json'), { force: true })
  await rm(join(appOutDir, 'version'), { force: true })
}
