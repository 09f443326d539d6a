import { withoutSpaces } from '../pack-page.ts'
import type { ReadPack } from '../read-pack.ts'
import { changed, held, notHeld, type NormCheck } from './answer.ts'
import { linesOf, ownPages } from './pack-parts.ts'

const SHA256 = /^[\da-f]{64}$/

/** What a pack says in one of its languages, as its pages are read: without spaces. */
const SAID = [
  {
    words:
      /времявкомплекте(?:московское|-почасовомупоясу[a-z])|文中时间(?:均为莫斯科时间|以[a-z])|timesare(?:moscowtime|thoseof[a-z]+\/)/i,
    orElse: 'zone-not-named'
  },
  // The commands are the same in every language.
  { words: /certutil-hashfile/i, orElse: 'check-not-explained' },
  { words: /sha256sum/i, orElse: 'check-not-explained' },
  { words: /чегоэтонедоказывает|不能证明什么|whatitdoesnotprove/i, orElse: 'limits-not-stated' }
] as const

/**
 * N24: names its program and its zone, prints the SHA-256 of every file, tells how to check them and what that does not
 * prove; what is attached has exactly these.
 */
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
  const unsaid = SAID.find(({ words }) => !own.some(({ text }) => words.test(text)))
  if (unsaid !== undefined) return notHeld('N24', unsaid.orElse)
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
