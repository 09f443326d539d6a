// What runs in the page and measures by its clock: from what a person does to what is drawn.

/** The moment of the first content on the screen, as `Date.now()` counts. @returns {Promise<number>} */
export function paintedAt() {
  return new Promise((resolve) => {
    const told = (/** @type {PerformanceEntryList} */ entries) => {
      const first = entries.find(({ name }) => name === 'first-contentful-paint')
      if (first !== undefined) resolve(performance.timeOrigin + first.startTime)
    }
    new PerformanceObserver((list) => told(list.getEntries())).observe({ type: 'paint', buffered: true })
  })
}

/** Waits until what is changed now is on the screen. @returns {Promise<void>} */
export function drawn() {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
}

/** Notes for every letter how long it takes until what it changed is drawn. */
export function watchKeys() {
  /** @type {number[]} */
  const times = []
  Reflect.set(window, 'keyTimes', times)
  window.addEventListener(
    // Not keydown: letters of other scripts come without one.
    'beforeinput',
    ({ timeStamp }) => {
      // The frame that shows the change, and a task after it: by then it is drawn.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => times.push(performance.now() - timeStamp)
        port2.postMessage(null)
      })
    },
    { capture: true }
  )
}

/** @returns {number[]} */
export function timesOfKeys() {
  return Reflect.get(window, 'keyTimes')
}

/**
 * Waits for the next event of that name and then until the page shows what it leads to.
 *
 * @param {{ on: string, until: string }} wanted `form` = a dossier is open, `saved` = what was typed
 *   is on the disk, `pack` = a pack is made
 * @returns {Promise<number>} milliseconds in between
 */
export function nextChange({ on, until }) {
  const save = () => document.querySelector('main .save[role=status]')
  let hasBegun = until !== 'saved'
  /** @type {Record<string, () => boolean>} */
  const shows = {
    form: () => location.hash.startsWith('#/dossiers/') && document.querySelector('main form input') !== null,
    saved: () => {
      if (save()?.classList.contains('saving') === true) hasBegun = true
      return save()?.classList.contains('saved') === true
    },
    pack: () => document.querySelector('main .outcome .done') !== null
  }
  return new Promise((resolve) => {
    window.addEventListener(
      on,
      ({ timeStamp }) => {
        const observer = new MutationObserver(() => {
          if (shows[until]?.() !== true || !hasBegun) return
          observer.disconnect()
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - timeStamp)))
        })
        observer.observe(document.body, { subtree: true, childList: true, attributes: true })
      },
      { capture: true, once: true }
    )
  })
}
