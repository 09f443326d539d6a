// The app with hot reload: electron-vite, pointed at the Electron of this machine.
import { runInPlace, toolScript } from './child.mjs'
import { electronRuntime } from './electron-runtime.mjs'
import { PROJECT, runScript } from './script.mjs'
import { ensureSystem, withDisplay } from './system.mjs'

await runScript(async (args) => {
  const { executable } = await electronRuntime()
  await ensureSystem({ executable })
  return withDisplay((env) =>
    runInPlace(process.execPath, [toolScript('electron-vite'), 'dev', ...args], {
      cwd: PROJECT,
      // NO_SANDBOX is electron-vite's name for --no-sandbox, without which Chromium does not start as root.
      env: { ...env, ELECTRON_EXEC_PATH: executable, ...(process.getuid?.() === 0 && { NO_SANDBOX: '1' }) }
    })
  )
})
