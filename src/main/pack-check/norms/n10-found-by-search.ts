import { withoutSpaces } from '../pack-page.ts'
import { held, notAsked, notHeld, type NormCheck } from './answer.ts'

/** N10: text can be searched and copied, and it can be seen: every glyph has its character and its outline. */
export const n10FoundBySearch: NormCheck = ({ pages, manifest, invisibleLetters }) => {
  const unmapped = pages.filter((page) => page.unmapped > 0)
  if (unmapped.length > 0)
    return notHeld(
      'N10',
      'letters-unmapped',
      unmapped.map(({ number }) => number)
    )
  if (invisibleLetters.length > 0) return notHeld('N10', 'letters-invisible')
  if (manifest === null) return notAsked('N10', 'no-manifest')
  const code = withoutSpaces(manifest.pack)
  const unfound = pages.filter(({ text }) => !text.includes(code)).map(({ number }) => number)
  if (unfound.length > 0) return notHeld('N10', 'search-fails', unfound)
  const subscriber = manifest.dossier.phoneNumber.replace(/\D/g, '')
  const onCover = (pages[0]?.text ?? '').replace(/[^\d]/g, '')
  return onCover.includes(subscriber) ? held('N10') : notHeld('N10', 'search-fails')
}
