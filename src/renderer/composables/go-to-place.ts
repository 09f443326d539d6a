/** A screen that is loaded for the first time takes a moment; one that does not show the place at all must not keep us. */
const LONGEST_LOOK_MS = 1_500

/**
 * Brings the element with this `data-place` into view and puts the focus on it, as soon as the screen shows it.
 * A field is focused itself; of anything else `target` in it, or else the first thing that can be. What is not drawn yet, since it lies
 * far down a long list, is found by the `data-holds` of the empty space that stands for it.
 */
export async function goToPlace(place: string, target = FOCUSABLE): Promise<void> {
  const element = await draw(place)
  if (element === null) return
  const { top, bottom } = element.getBoundingClientRect()
  // At the edge, what has to be scrolled to would lie under the message that tells of it.
  const isInWindow = top >= 0 && bottom <= window.innerHeight
  element.scrollIntoView({ block: isInWindow ? 'nearest' : 'center' })
  const focused = element.matches(FOCUSABLE) ? element : element.querySelector<HTMLElement>(target)
  focused?.focus({ preventScroll: true })
}

const FOCUSABLE = 'input, textarea, button, a[href], [tabindex]'

async function draw(place: string): Promise<HTMLElement | null> {
  const itself = `[data-place="${CSS.escape(place)}"]`
  const found = await find(`${itself}, [data-holds~="${CSS.escape(place)}"]`)
  if (found === null || found.matches(itself)) return found
  found.scrollIntoView({ block: 'center' })
  return find(itself)
}

function find(selector: string): Promise<HTMLElement | null> {
  const until = performance.now() + LONGEST_LOOK_MS
  return new Promise((resolve) => {
    const look = () => {
      const found = document.querySelector<HTMLElement>(selector)
      if (found !== null || performance.now() > until) resolve(found)
      else requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
}
