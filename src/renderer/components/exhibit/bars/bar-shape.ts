import type { Bar } from '../../../../shared/domain/bar.ts'

export type Shape = Pick<Bar, 'x' | 'y' | 'width' | 'height'>
export interface Point {
  readonly x: number
  readonly y: number
}

export const CORNERS = ['nw', 'ne', 'sw', 'se'] as const
export type Corner = (typeof CORNERS)[number]

/** A smaller one could neither be seen nor taken hold of. */
const SMALLEST = 0.01
/** The fifth digit is less than a pixel of any picture. */
const round = (value: number) => Math.round(value * 1e5) / 1e5
const within = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value))

export function isLargeEnough({ width, height }: Shape): boolean {
  return width >= SMALLEST && height >= SMALLEST
}

/** Between two points, inside the picture. */
export function drawnShape(from: Point, to: Point): Shape {
  const span = (a: number, b: number) => {
    const start = round(within(Math.min(a, b), 0, 1))
    return [start, round(within(Math.max(a, b), 0, 1) - start)] as const
  }
  const [x, width] = span(from.x, to.x)
  const [y, height] = span(from.y, to.y)
  return { x, y, width, height }
}

/** As large as before, as far as the picture goes. */
export function movedShape({ x, y, width, height }: Shape, by: Point): Shape {
  return {
    x: round(within(x + by.x, 0, 1 - width)),
    y: round(within(y + by.y, 0, 1 - height)),
    width,
    height
  }
}

/** As asked for, or the first place below or else above it where no other one is: over one another they look like one. */
export function freeShape(asked: Shape, others: readonly Shape[]): Shape {
  const step = asked.height * 1.5
  const room = 1 - asked.height
  for (let way = 0; way < 1; way += step) {
    const place = { ...asked, y: round((asked.y + way) % room) }
    if (!others.some((other) => isOver(other, place))) return place
  }
  return asked
}

function isOver(a: Shape, b: Shape): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

/** The corner opposite stays where it is. */
export function resizedShape(shape: Shape, corner: Corner, to: Point): Shape {
  const { x, y, width, height } = shape
  const across = resizedSpan(x, width, corner.endsWith('w'), to.x)
  const down = resizedSpan(y, height, corner.startsWith('n'), to.y)
  return { x: across.start, width: across.length, y: down.start, height: down.length }
}

function resizedSpan(start: number, length: number, isStart: boolean, to: number) {
  const end = start + length
  if (isStart) {
    const moved = round(within(to, 0, end - SMALLEST))
    return { start: moved, length: round(end - moved) }
  }
  return { start, length: round(within(to, start + SMALLEST, 1) - start) }
}
