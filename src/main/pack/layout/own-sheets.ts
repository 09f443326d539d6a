import type { Sheet, Target } from './drawing.ts'
import type { LaidSheet } from './flow.ts'

/** Sheets of a part that are held until they are written; a longer one, of thousands of rows, is laid out again then. */
const MOST_HELD = 64

/** A sheet of a part of ours. */
export interface OwnSheet extends Omit<LaidSheet, 'sheet'> {
  readonly name: Target
  /** To be asked for once, one sheet of the part after the other. */
  readonly take: () => Sheet
}

export function ownSheets(
  laid: readonly LaidSheet[],
  layAgain: () => readonly LaidSheet[]
): readonly OwnSheet[] {
  return laid.length > MOST_HELD ? laidAgain(laid, layAgain) : laid.map(held)
}

function held({ sheet, ...facts }: LaidSheet): OwnSheet {
  return { ...facts, name: sheet.name, take: () => sheet }
}

function laidAgain(laid: readonly LaidSheet[], layAgain: () => readonly LaidSheet[]): readonly OwnSheet[] {
  let rest: LaidSheet[] | null = null
  const take = () => {
    rest ??= [...layAgain()]
    const next = rest.shift()
    if (next === undefined) throw new Error('a sheet of ours is taken twice')
    return next.sheet
  }
  return laid.map(({ sheet: { name }, ...facts }) => ({ ...facts, name, take }))
}

/** Sheets of one part share the name before `#`. */
export function partOf({ name }: Pick<OwnSheet, 'name'>): Target {
  return name.replace(/#\d+$/, '')
}

export function pagesOf(sheets: readonly OwnSheet[]): number {
  return sheets.filter(({ isRest }) => isRest !== true).length
}

/** A link to a part that shares its first page leads to its title there. */
export function topOfRest(sheet: OwnSheet): readonly (readonly [Target, number])[] {
  const { top, isRest } = sheet
  return isRest === true && top !== undefined ? [[partOf(sheet), top]] : []
}

/** Takes the next page of ours off the front: a sheet, and what goes on below it. */
export function takePage(sheets: OwnSheet[]): LaidSheet | undefined {
  const first = sheets.shift()
  if (first === undefined) return undefined
  const sheet = first.take()
  let { band } = first
  if (sheets[0]?.isRest !== true) return { sheet, band }
  const ops = [...sheet.ops]
  while (sheets[0]?.isRest === true) {
    const rest = sheets.shift()!
    ops.push(...rest.take().ops)
    if (band.kind === 'own' && rest.band.kind === 'own')
      band = { kind: 'own', part: `${band.part} · ${rest.band.part}` }
  }
  return { sheet: { ...sheet, ops }, band }
}
