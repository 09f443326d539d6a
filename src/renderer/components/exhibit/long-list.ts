/** From here on rows are drawn as they come near: a hundred are drawn at once without a pause one would notice. */
const LONG_FROM = 100

export function isLongList(count: number): boolean {
  return count > LONG_FROM
}
