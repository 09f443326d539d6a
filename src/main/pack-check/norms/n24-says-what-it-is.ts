import { withoutSpaces } from '../pack-page.ts'
import type { ReadPack } from '../read-pack.ts'
import { changed, held, notHeld, type NormCheck } from './answer.ts'
import { linesOf, ownPages } from './pack-parts.ts'

const SHA256 = /^[\da-f]{64}$/

/** N24: names its program and prints the SHA-256 of every file; what is attached has exactly these. */
export const n24SaysWhatItIs: NormCheck = (pack) => {
  const { manifest, manifestSha256 } = pack
  if (manifest === null || manifestSha256 === null) return notHeld('N24', 'manifest-missing')
  const differing = manifest.exhibits.filter((exhibit) => !hasItsBytes(pack, exhibit))
  if (differing.length > 0)
    return notHeld(
      'N24',
      'attachment-differs',
      differing.map(({ pages }) => pages.first)
    )
  const own = ownPages(pack)
  const printed = new Set(
    own.flatMap((page) => linesOf(page).map(textOfLine)).filter((text) => SHA256.test(text))
  )
  const unprinted = manifest.exhibits.filter(({ sha256 }) => !printed.has(sha256))
  if (unprinted.length > 0 || !printed.has(manifestSha256))
    return notHeld(
      'N24',
      'hash-not-printed',
      unprinted.map(({ pages }) => pages.first)
    )
  const program = withoutSpaces(manifest.program)
  if (!own.some(({ text }) => text.includes(program))) return notHeld('N24', 'program-not-named')
  const withheld = manifest.exhibits.filter(
    ({ bytes }) => bytes.where === 'masked' || bytes.where === 'apart'
  )
  return withheld.length === 0
    ? held('N24')
    : changed(
        'N24',
        'recipient-profile',
        withheld.map(({ pages }) => pages.first)
      )
}

function textOfLine(line: readonly { readonly text: string }[]): string {
  return withoutSpaces(line.map(({ text }) => text).join(''))
}

function hasItsBytes(
  { attached, pictureHashes }: ReadPack,
  { bytes, sha256 }: NonNullable<ReadPack['manifest']>['exhibits'][number]
): boolean {
  if (bytes.where === 'attached') return attached.get(bytes.name ?? '')?.sha256 === sha256
  if (bytes.where === 'page-image') return pictureHashes.get(bytes.page ?? 0) === sha256
  return true
}
