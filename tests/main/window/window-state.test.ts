import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { isReachable, readWindowState } from '../../../src/main/window/window-state.ts'

const state = { x: 100, y: 80, width: 1280, height: 820, isMaximized: false }
const display = { x: 0, y: 0, width: 1920, height: 1080 }

it('forgets a place on a display that is gone, and keeps one whose title bar can be grabbed', () => {
  expect(isReachable(state, [display])).toBe(true)
  expect(isReachable({ ...state, x: 1850 }, [display])).toBe(false)
  expect(isReachable({ ...state, x: 2500 }, [display])).toBe(false)
  expect(isReachable({ ...state, y: -300 }, [display])).toBe(false)
  expect(isReachable({ ...state, x: 2500 }, [display, { ...display, x: 1920 }])).toBe(true)
})

it('begins anew where there is no file or one that is not ours', () => {
  const folder = mkdtempSync(join(tmpdir(), 'closeout-window-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const path = join(folder, 'window.json')
  expect(readWindowState(path)).toBeNull()
  writeFileSync(path, '{"x":"left"}')
  expect(readWindowState(path)).toBeNull()
  writeFileSync(path, JSON.stringify(state))
  expect(readWindowState(path)).toEqual(state)
})
