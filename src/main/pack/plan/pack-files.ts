import type { Delivery } from '../../../shared/domain/recipient-profile.ts'
import type { PlannedSection } from './plan-pack.ts'

/** Which of the files of a pack it is. */
export interface FilePlace {
  /** One pack in volumes, its own pages where each exhibit has a file, or such an exhibit. */
  readonly kind: 'volume' | 'own-pages' | 'exhibit'
  /** Counted from 1. */
  readonly number: number
  readonly of: number
}

export interface PackFile {
  /** null = the pack is this file. */
  readonly place: FilePlace | null
  /** The exhibits that stand in it. */
  readonly sections: readonly PlannedSection[]
}

/**
 * The files of a pack: each exhibit stands in one of them, in the order of the pack.
 * @param volumes ids of exhibits by volume, where it comes in volumes
 */
export function planFiles(
  sections: readonly PlannedSection[],
  delivery: Delivery,
  volumes: readonly (readonly string[])[]
): readonly PackFile[] {
  if (delivery === 'separate-files') {
    const exhibits = sections.flatMap(({ category, exhibits }) => exhibits.map((one) => ({ category, one })))
    const of = exhibits.length + 1
    return [
      { place: { kind: 'own-pages', number: 1, of }, sections: [] },
      ...exhibits.map(({ category, one }, index): PackFile => {
        const place: FilePlace = { kind: 'exhibit', number: index + 2, of }
        return { place, sections: [{ category, exhibits: [one] }] }
      })
    ]
  }
  if (delivery === 'one-file' || volumes.length < 2) return [{ place: null, sections }]
  return volumes.map((ids, index) => {
    const held = new Set(ids)
    return {
      place: { kind: 'volume', number: index + 1, of: volumes.length },
      sections: sections
        .map((section) => ({ ...section, exhibits: section.exhibits.filter(({ id }) => held.has(id)) }))
        .filter(({ exhibits }) => exhibits.length > 0)
    }
  })
}
