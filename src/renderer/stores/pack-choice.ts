import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { PackRequest } from '../../shared/bridge/contract.ts'
import { coreExhibits, coreParts } from '../../shared/domain/core-pack.ts'
import type { Dossier } from '../../shared/domain/dossier.ts'
import type { Exhibit } from '../../shared/domain/exhibit.ts'
import {
  packSections,
  USUAL_PACK_ORDER,
  type PackOrder,
  type PackSection
} from '../../shared/domain/pack-order.ts'
import type { PackLanguage } from '../../shared/domain/pack-record.ts'
import { exhibitsSince } from '../../shared/domain/pack-supplement.ts'
import {
  FIRST_PROFILE_ID,
  USUAL_PACK_SETTINGS,
  type PackSettings
} from '../../shared/domain/recipient-profile.ts'

export interface PackChoice {
  readonly language: PackLanguage
  /** Below or beside the first, and never the same; null = none. */
  readonly secondLanguage: PackLanguage | null
  readonly order: PackOrder
  /** Whom it is for; the settings begin as this profile has them. */
  readonly profileId: string
  readonly settings: PackSettings
  /** Their name in the user's words. */
  readonly recipient: string
  readonly checksumFile: boolean
  /** Code of the pack to go on from: then only what was added after it goes in. */
  readonly supplementTo: string | null
  /** Only the papers that the end of the contract rests on. */
  readonly isCore: boolean
  /** Kept as what is left out, so that a file that arrives later is in. */
  readonly leftOut: ReadonlySet<string>
}

/**
 * The pack of the first users goes to the operator, who reads Russian: as the shipped profile says, and safe to hand
 * out before that is read.
 */
const FIRST_CHOICE: PackChoice = {
  profileId: FIRST_PROFILE_ID,
  language: 'ru',
  secondLanguage: null,
  settings: {
    ...USUAL_PACK_SETTINGS,
    masking: { documentNumbers: true, birthDates: true },
    purposeMark: true
  },
  order: USUAL_PACK_ORDER,
  recipient: '',
  checksumFile: true,
  supplementTo: null,
  isCore: false,
  leftOut: new Set()
}

/** A core has few pages about the case, whoever it is for. */
export function settingsFor({ settings, isCore }: PackChoice): PackSettings {
  return isCore ? { ...settings, parts: coreParts(settings.parts) } : settings
}

/** What goes into a dossier's pack, and how it is made: chosen for each dossier, and kept while the app runs. */
export const usePackChoiceStore = defineStore('pack-choice', () => {
  const choices = shallowRef<ReadonlyMap<string, PackChoice>>(new Map())

  function choiceOf(dossierId: string): PackChoice {
    return choices.value.get(dossierId) ?? FIRST_CHOICE
  }

  function choose(dossierId: string, change: Partial<PackChoice>): void {
    choices.value = new Map(choices.value).set(dossierId, { ...choiceOf(dossierId), ...change })
  }

  function leaveOut(dossierId: string, exhibitIds: readonly string[], isLeftOut: boolean): void {
    const leftOut = new Set(choiceOf(dossierId).leftOut)
    for (const id of exhibitIds) {
      if (isLeftOut) leftOut.add(id)
      else leftOut.delete(id)
    }
    choose(dossierId, { leftOut })
  }

  /** What can go in, as the pack will have it: everything, or for a supplement what came later. */
  function offered(dossier: Dossier): readonly PackSection[] {
    const { order, supplementTo, isCore } = choiceOf(dossier.id)
    const sections = packSections(dossier, order)
    if (supplementTo === null && !isCore) return sections
    const since = new Set(
      supplementTo === null
        ? coreExhibits(dossier).map(({ exhibit }) => exhibit)
        : exhibitsSince(dossier, supplementTo)
    )
    return sections
      .map((section) => ({ ...section, exhibits: section.exhibits.filter((one) => since.has(one)) }))
      .filter(({ exhibits }) => exhibits.length > 0)
  }

  /** The chosen exhibits in the order of the pack: by category, within it by date or as the user ordered them. */
  function chosen(dossier: Dossier): readonly Exhibit[] {
    const { leftOut } = choiceOf(dossier.id)
    return offered(dossier).flatMap(({ exhibits }) => exhibits.filter(({ id }) => !leftOut.has(id)))
  }

  /** What is asked of main, for a preview, an estimate and the export alike. */
  function request(dossier: Dossier, jobId: string): PackRequest {
    const choice = choiceOf(dossier.id)
    const { language, secondLanguage, order, supplementTo, profileId, recipient } = choice
    const settings = settingsFor(choice)
    const exhibitIds = chosen(dossier).map(({ id }) => id)
    return {
      ...{ jobId, dossierId: dossier.id, language, secondLanguage, order, supplementTo, exhibitIds },
      ...{ profileId, settings, recipient, isCore: choice.isCore }
    }
  }

  return { choiceOf, choose, leaveOut, offered, chosen, request }
})
