import { either, type Expected } from './corpus-file.ts'
import { damage } from './pdf-damage.ts'
import { CORPUS_SEED, randomOf } from './random.ts'

export type PictureCase = readonly [name: string, bytes: Buffer, expected: Expected]

const HITS = 18

/** The picture broken off at so many places. */
export function cut(name: string, bytes: Buffer, count: number): readonly PictureCase[] {
  return Array.from({ length: count }, (_, index): PictureCase => {
    const end = Math.floor((bytes.length * (index + 1)) / (count + 1))
    return [`truncated-${name}-${index + 1}`, bytes.subarray(0, end), either(1)]
  })
}

/** The picture with some of its bytes changed. */
export function hit(name: string, bytes: Buffer, salt: number): readonly PictureCase[] {
  const random = randomOf(CORPUS_SEED + salt)
  return Array.from({ length: HITS }, (_, index): PictureCase => [
    `damaged-${name}-${index + 1}`,
    damage(bytes, random),
    either(1)
  ])
}
