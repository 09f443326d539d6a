import type { SourceValue } from './source-value.ts'

/** Forms inside forms; deeper ones are built to cost time. */
const DEEPEST = 8
/** What a page of a scanner has is two or three; a page with more pictures than this is no scan. */
const MOST_LOOKED_AT = 200

/**
 * Whether a page has pictures and nothing to set text with: then nobody finds a word of it by searching. A scanner that
 * reads what it scans lays the words under the picture, and needs a font for that.
 */
export function isImageOnly(resources: SourceValue | null): boolean {
  if (resources === null) return false
  const waiting = [{ resources, depth: 0 }]
  let looked = 0
  let hasPicture = false
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if ((next.resources.entry('Font')?.keys().length ?? 0) > 0) return false
    const objects = next.resources.entry('XObject')
    for (const name of objects?.keys() ?? []) {
      looked += 1
      if (looked > MOST_LOOKED_AT) return false
      const object = objects?.entry(name) ?? null
      const kind = object?.entry('Subtype')?.asName()
      if (kind === 'Image') hasPicture = true
      const inner = kind === 'Form' ? (object?.entry('Resources') ?? null) : null
      if (inner !== null && next.depth < DEEPEST) waiting.push({ resources: inner, depth: next.depth + 1 })
    }
  }
  return hasPicture
}
