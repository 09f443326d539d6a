import type { Box, DrawOp, Ink } from '../layout/drawing.ts'
import { pdfNumber } from './pdf-syntax.ts'

const MARK = [0.09, 0.21, 0.36] as const
const GREYS: Readonly<Record<Exclude<Ink, 'mark'>, number>> = {
  black: 0,
  dark: 0.25,
  mid: 0.37,
  frame: 0.54,
  tint: 0.94,
  white: 1
}
/**
 * A rule, painted as the area it covers and with a fifth corner: viewers draw thin strokes, and plain thin
 * rectangles, at least one dot wide, which would make all rules look alike on a screen.
 */
export function lineOperators({ from, to, width, ink }: Extract<DrawOp, { kind: 'line' }>): string {
  const half = width / 2
  const isLevel = from[1] === to[1]
  const [left, right] = [Math.min(from[0], to[0]), Math.max(from[0], to[0])]
  const [low, high] = [Math.min(from[1], to[1]), Math.max(from[1], to[1])]
  const [x0, x1] = isLevel ? [left, right] : [left - half, right + half]
  const [y0, y1] = isLevel ? [low - half, high + half] : [low, high]
  const corners = [
    [x0, y0],
    [(x0 + x1) / 2, y0],
    [x1, y0],
    [x1, y1],
    [x0, y1]
  ].map(([x = 0, y = 0]) => `${pdfNumber(x)} ${pdfNumber(y)}`)
  return `${fill(ink)} ${corners[0]} m ${corners.slice(1).join(' l ')} l h f`
}

export function boxOperators(op: Extract<DrawOp, { kind: 'box' }>): string {
  const parts: string[] = []
  if (op.fill !== undefined) parts.push(fill(op.fill))
  if (op.stroke !== undefined) parts.push(`${stroke(op.stroke.ink)} ${pdfNumber(op.stroke.width)} w`)
  const paint = op.fill === undefined ? 'S' : op.stroke === undefined ? 'f' : 'B'
  return `${parts.join(' ')} ${rectangle(op.box)} ${paint}`
}

export function fill(ink: Ink): string {
  return ink === 'mark' ? `${MARK.join(' ')} rg` : `${GREYS[ink]} g`
}

export function stroke(ink: Ink): string {
  return ink === 'mark' ? `${MARK.join(' ')} RG` : `${GREYS[ink]} G`
}

export function rectangle({ x, y, width, height }: Box): string {
  return `${pdfNumber(x)} ${pdfNumber(y)} ${pdfNumber(width)} ${pdfNumber(height)} re`
}

/** How far the handles of four curves stand out so that they make a circle. */
const CIRCLE_HANDLE = 0.5523

export function dotOperators({ x, y, radius, isFilled }: Extract<DrawOp, { kind: 'dot' }>): string {
  const point = (dx: number, dy: number) => `${pdfNumber(x + dx * radius)} ${pdfNumber(y + dy * radius)}`
  const k = CIRCLE_HANDLE
  const curves = [
    [point(1, k), point(k, 1), point(0, 1)],
    [point(-k, 1), point(-1, k), point(-1, 0)],
    [point(-1, -k), point(-k, -1), point(0, -1)],
    [point(k, -1), point(1, -k), point(1, 0)]
  ].map((curve) => `${curve.join(' ')} c`)
  const inside = isFilled ? fill('black') : fill('white')
  return `${inside} ${stroke('black')} 0.9 w ${point(1, 0)} m ${curves.join(' ')} h B`
}

export function areaOperators({ corners, ink }: Extract<DrawOp, { kind: 'area' }>): string {
  const [first = '', ...rest] = corners.map(([x, y]) => `${pdfNumber(x)} ${pdfNumber(y)}`)
  return `${fill(ink)} ${first} m ${rest.map((corner) => `${corner} l`).join(' ')} h f`
}
