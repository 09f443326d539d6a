import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { readSettings, saveSettings } from '../../src/main/settings-file.ts'
import { DEFAULT_SETTINGS, type Settings } from '../../src/shared/domain/settings.ts'

function settingsPath(): string {
  const folder = mkdtempSync(join(tmpdir(), 'closeout-settings-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return join(folder, 'settings.json')
}

it('gives back what was saved and leaves nothing else behind', async () => {
  const path = settingsPath()
  const settings: Settings = {
    language: 'ru',
    theme: 'dark',
    zoomPercent: 125,
    hasSeenWelcome: true,
    hasNotifications: false
  }
  expect(await saveSettings(path, settings)).toMatchObject({ ok: true })
  expect(await readSettings(path)).toEqual(settings)
  expect(readdirSync(join(path, '..'))).toEqual(['settings.json'])
})

it('reads what an earlier version kept, whose user has seen the app before', async () => {
  const path = settingsPath()
  writeFileSync(path, '{"language":"zh-CN","theme":"light"}')
  expect(await readSettings(path)).toEqual({
    language: 'zh-CN',
    theme: 'light',
    zoomPercent: 100,
    hasSeenWelcome: true,
    hasNotifications: true
  })
})

it('falls back to the defaults on a file that is damaged or from elsewhere', async () => {
  const path = settingsPath()
  for (const text of [
    '',
    '{',
    '{"language":"tlh","theme":"dark"}',
    '{"language":"ru","theme":"dark","extra":1}',
    '{"language":"ru","theme":"dark","zoomPercent":5000}'
  ]) {
    writeFileSync(path, text)
    expect(await readSettings(path)).toEqual(DEFAULT_SETTINGS)
  }
})

it('says why it could not save', async () => {
  const path = join(settingsPath(), 'no-such-folder', 'settings.json')
  expect(await saveSettings(path, DEFAULT_SETTINGS)).toEqual({ ok: false, code: 'vault-failed' })
})
