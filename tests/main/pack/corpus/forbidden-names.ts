import { entry, type FinishedObject, type Value } from './finished-pack.ts'

/** Whatever acts, plays, opens, sends, or asks to be filled in. A pack has none of it. */
export const FORBIDDEN = (
  'JS JavaScript AA Launch URI SubmitForm ImportData ResetForm GoToR GoToE GoTo3DView Rendition Renditions Movie Sound ' +
  'RichMedia RichMediaContent RichMediaExecute RichMediaSettings Screen 3D 3DD 3DA XFA AcroForm NeedsRendering Widget ' +
  'FileAttachment Collection SetOCGState Hide OPI PieceInfo Ref Sig Perms Thread'
).split(' ')

/** How often each name stands in the objects, as a key or as a value, however it is written. */
export function namesIn(objects: readonly FinishedObject[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  const add = (name: string) => counts.set(name, (counts.get(name) ?? 0) + 1)
  const waiting: Value[] = objects.map(({ value }) => value)
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (typeof value === 'string') {
      if (value.startsWith('/')) add(value)
    } else if ('kind' in value) {
      for (const [key, item] of value.entries) {
        add(`/${key}`)
        waiting.push(item)
      }
    } else waiting.push(...value)
  }
  return counts
}

export function forbiddenIn(names: ReadonlyMap<string, number>): readonly string[] {
  return FORBIDDEN.filter((name) => names.has(`/${name}`))
}

/** Streams whose bytes a reader would fetch from another file. */
export function streamsOfOtherFiles(objects: readonly FinishedObject[]): readonly number[] {
  return objects.flatMap(({ number, value, stream }) =>
    stream !== null && ['F', 'FFilter', 'FDecodeParms'].some((key) => entry(value, key) !== undefined)
      ? [number]
      : []
  )
}
