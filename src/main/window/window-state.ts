import { readFileSync } from 'node:fs'
import { z } from 'zod'

const schema = z.strictObject({
  x: z.int(),
  y: z.int(),
  width: z.int().min(1),
  height: z.int().min(1),
  isMaximized: z.boolean()
})
export type WindowState = z.infer<typeof schema>

interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The size the screens were drawn for, and the least they work in. */
export const FIRST_SIZE = { width: 1280, height: 820 } as const
export const LEAST_SIZE = { width: 860, height: 600 } as const

/** The window as it was left, or null for the first start and for a file that is not ours. */
export function readWindowState(path: string): WindowState | null {
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return null
  }
}

/** Whether enough of a window lies on some display to be grabbed by its title bar: a monitor may be gone since. */
export function isReachable(state: WindowState, displays: readonly Area[]): boolean {
  return displays.some((area) => {
    const across = Math.min(state.x + state.width, area.x + area.width) - Math.max(state.x, area.x)
    return across >= 120 && state.y >= area.y && state.y <= area.y + area.height - 40
  })
}
