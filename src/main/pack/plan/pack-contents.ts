import { createHash } from 'node:crypto'
import { USUAL_PACK_ORDER } from '../../../shared/domain/pack-order.ts'
import { USUAL_PACK_SETTINGS } from '../../../shared/domain/recipient-profile.ts'
import type { PackJob } from '../make-pack.ts'

/** The operators of the data file are Russian, and so are the clocks of their papers. */
export const PACK_ZONE = 'Europe/Moscow'

type PackMaterial = Pick<
  PackJob,
  | 'dossier'
  | 'exhibitIds'
  | 'language'
  | 'secondLanguage'
  | 'order'
  | 'settings'
  | 'addressee'
  | 'secondAddressee'
  | 'zone'
  | 'appVersion'
  | 'supplementTo'
  | 'isCore'
>

/**
 * Names what a pack is made from. What the dossier notes about itself is no part of it: making a pack changes the
 * register and the revision, and must not change the next file of the same things.
 */
export function packContents(material: PackMaterial): string {
  const { dossier, exhibitIds, language, appVersion } = material
  const { order = USUAL_PACK_ORDER, zone = PACK_ZONE, supplementTo = null } = material
  const { settings = USUAL_PACK_SETTINGS, addressee = '', secondLanguage = null } = material
  const facts = { ...dossier, revision: 0, changedAt: '', packs: [] }
  const named = [
    facts,
    exhibitIds.toSorted(),
    language,
    order,
    zone,
    appVersion,
    supplementTo,
    settings,
    addressee,
    // Packs of one language keep the name they had before there were two.
    ...(secondLanguage === null ? [] : [secondLanguage]),
    ...(material.secondAddressee === undefined ? [] : [material.secondAddressee]),
    // What was named before there were cores keeps its name.
    ...(material.isCore === true ? ['core'] : [])
  ]
  return createHash('sha256').update(JSON.stringify(named), 'utf8').digest('hex')
}
