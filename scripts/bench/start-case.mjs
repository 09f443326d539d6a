// From the start of the process to the first picture in the window, beside a window with one letter in it.
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { _electron } from 'playwright'
import { electronRuntime } from '../electron-runtime.mjs'
import { PROJECT } from '../script.mjs'
import { watchMemory } from './measure.mjs'
import { paintedAt as firstPaint } from './page-clock.mjs'

/** @type {import('./pack-cases.mjs').Case} */
export const START_CASE = {
  name: 'start',
  what: 'start of the app',
  prepare: async (work) => {
    const { executable, version } = await electronRuntime()
    const contender = (/** @type {string} */ who, /** @type {string} */ folder) =>
      appStart(who, folder, join(work, who), executable)
    const contenders = [
      contender('closeout', PROJECT),
      contender('empty window', join(PROJECT, 'scripts/bench/empty-window'))
    ]
    return { about: `Electron ${version}, both driven by the same test tool`, contenders }
  }
}

/**
 * @param {string} who
 * @param {string} app
 * @param {string} profile kept between rounds, as a person's is
 * @param {string} executable
 * @returns {import('./pack-cases.mjs').Contender}
 */
function appStart(who, app, profile, executable) {
  let painted = false
  return {
    who,
    needs: null,
    run: async () => {
      await mkdir(profile, { recursive: true })
      const flags = process.getuid?.() === 0 ? ['--no-sandbox'] : []
      const env = { ...process.env, CLOSEOUT_USER_DATA: profile }
      const startedAt = Date.now()
      const electron = await _electron.launch({
        executablePath: executable,
        args: [...flags, `--user-data-dir=${profile}`, app],
        env: /** @type {Record<string, string>} */ (env)
      })
      const memory = watchMemory(electron.process().pid ?? 0)
      try {
        const window = await electron.firstWindow()
        const paintedAt = await window.evaluate(firstPaint)
        painted = true
        memory.sample()
        return { seconds: (paintedAt - startedAt) / 1000, peakMb: memory.stop(), output: '' }
      } finally {
        memory.stop()
        await electron.close()
      }
    },
    verify: async () => {
      if (!painted) throw new Error(`${who} painted nothing`)
    },
    tidy: () => rm(join(profile, 'Crashpad'), { recursive: true, force: true })
  }
}
