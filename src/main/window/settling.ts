import type { BrowserWindow } from 'electron'

/** Longer than any save takes on a slow disk; a page that hangs must not keep its window open for ever. */
const LONGEST_MS = 5_000

/** Lets the page save what still waits before its window goes. */
export interface Settling {
  /** Asks the page once; ends when it has answered, when it cannot answer, or when it takes too long. */
  readonly settle: (window: BrowserWindow) => Promise<void>
  /** What the page's answer calls. */
  readonly settled: () => void
  /** From now on the window closes only after its page has settled. */
  readonly guard: (window: BrowserWindow) => void
}

export function createSettling(longestMs = LONGEST_MS): Settling {
  const asked = new WeakMap<BrowserWindow, Promise<void>>()
  const done = new WeakSet<BrowserWindow>()
  let answer = () => {}

  function ask(window: BrowserWindow): Promise<void> {
    return new Promise((resolve) => {
      const contents = window.isDestroyed() ? null : window.webContents
      // A page that is still loading has nothing to save, and one that crashed cannot.
      if (contents === null || contents.isCrashed() || contents.isLoadingMainFrame()) {
        resolve()
        return
      }
      const limit = setTimeout(resolve, longestMs)
      answer = () => {
        clearTimeout(limit)
        resolve()
      }
      contents.send('app:closing', null)
    })
  }

  function settle(window: BrowserWindow): Promise<void> {
    const running = asked.get(window) ?? ask(window).finally(() => done.add(window))
    asked.set(window, running)
    return running
  }

  return {
    settle,
    settled: () => answer(),
    guard: (window) =>
      window.on('close', (event) => {
        if (done.has(window)) return
        event.preventDefault()
        void settle(window).finally(() => {
          if (!window.isDestroyed()) window.close()
        })
      })
  }
}
