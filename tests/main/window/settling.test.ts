import { EventEmitter } from 'node:events'
import type { BrowserWindow } from 'electron'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createSettling } from '../../../src/main/window/settling.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** As much of a window as closing needs: Electron's own cannot be made outside Electron. */
function fakeWindow({ isCrashed = false } = {}) {
  const events = new EventEmitter()
  const asked: string[] = []
  let isClosed = false
  const close = () => {
    let isPrevented = false
    events.emit('close', { preventDefault: () => (isPrevented = true) })
    if (!isPrevented) isClosed = true
  }
  const window = Object.assign(events, {
    close,
    isDestroyed: () => isClosed,
    webContents: {
      isCrashed: () => isCrashed,
      isLoadingMainFrame: () => false,
      send: (name: string) => asked.push(name)
    }
  }) as unknown as BrowserWindow
  return { window, asked, isClosed: () => isClosed }
}

describe('closing a window', () => {
  it('waits until the page has saved what waited', async () => {
    const settling = createSettling()
    const { window, asked, isClosed } = fakeWindow()
    settling.guard(window)
    window.close()
    window.close()
    expect([asked, isClosed()]).toEqual([['app:closing'], false])
    settling.settled()
    await vi.advanceTimersByTimeAsync(0)
    expect(isClosed()).toBe(true)
  })

  it('does not wait for ever for a page that hangs', async () => {
    const settling = createSettling(1_000)
    const { window, isClosed } = fakeWindow()
    settling.guard(window)
    window.close()
    await vi.advanceTimersByTimeAsync(999)
    expect(isClosed()).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(isClosed()).toBe(true)
  })

  it('does not wait for a page that has crashed', async () => {
    const settling = createSettling()
    const { window, asked, isClosed } = fakeWindow({ isCrashed: true })
    settling.guard(window)
    window.close()
    await vi.advanceTimersByTimeAsync(0)
    expect([asked, isClosed()]).toEqual([[], true])
  })
})
