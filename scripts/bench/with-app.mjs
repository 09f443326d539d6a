// The built app with a profile of its own, as the test tool drives it.
import { _electron } from 'playwright'

/** @typedef {{ executable: string, folder: string, profile: string }} App */

/**
 * @template T
 * @param {App} app
 * @param {(page: import('playwright').Page, electron: import('playwright').ElectronApplication, startedAt: number) => Promise<T>} work
 */
export async function withApp({ executable, folder, profile }, work) {
  const flags = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const startedAt = Date.now()
  const electron = await _electron.launch({
    executablePath: executable,
    args: [...flags, '--lang=en', `--user-data-dir=${profile}`, folder],
    env: /** @type {Record<string, string>} */ ({
      ...process.env,
      CLOSEOUT_USER_DATA: profile,
      LANGUAGE: 'en'
    })
  })
  try {
    return await work(await electron.firstWindow(), electron, startedAt)
  } finally {
    await electron.close()
  }
}
