/** So far outside the window something is made ready. */
const MARGIN_PX = 600

type Told = (isNear: boolean) => void

const listeners = new WeakMap<Element, Told>()
let observer: IntersectionObserver | undefined

/**
 * Tells whether an element is near the window, now and whenever that changes. One observer serves a thousand rows.
 * @returns the way to stop
 */
export function watchNearness(element: Element, told: Told): () => void {
  observer ??= new IntersectionObserver(
    (entries) => {
      for (const entry of entries) listeners.get(entry.target)?.(entry.isIntersecting)
    },
    // Rows stand in boxes that scroll by themselves: a margin of the window alone would not reach into them.
    { rootMargin: `${MARGIN_PX}px 0px`, scrollMargin: `${MARGIN_PX}px 0px` }
  )
  const watching = observer
  listeners.set(element, told)
  watching.observe(element)
  return () => {
    listeners.delete(element)
    watching.unobserve(element)
  }
}
