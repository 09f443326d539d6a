import type { FactText } from '../../../shared/domain/fact.ts'
import type { PackLanguage } from '../../../shared/domain/pack-record.ts'
import {
  languageFor,
  secondLanguageFor,
  settingsOf,
  type RecipientProfile
} from '../../../shared/domain/recipient-profile.ts'
import { isSameValue } from '../../../shared/domain/same-value.ts'
import type { PackChoice } from '../../stores/pack-choice.ts'

type ProfileChoice = Pick<PackChoice, 'profileId' | 'language' | 'secondLanguage' | 'settings'>

/** What choosing a profile means for a pack. */
export function choiceFrom(profile: RecipientProfile, own: PackLanguage): ProfileChoice {
  return {
    profileId: profile.id,
    language: languageFor(profile, own),
    secondLanguage: secondLanguageFor(profile, own),
    settings: settingsOf(profile)
  }
}

/** Whether the pack is made as the profile says. */
export function isAsProfile(choice: ProfileChoice, profile: RecipientProfile, own: PackLanguage): boolean {
  const { profileId, language, secondLanguage, settings } = choice
  return isSameValue(
    { profileId, language, secondLanguage, settings: settingsOf(settings) },
    choiceFrom(profile, own)
  )
}

/** A profile of the user's own that asks for what was chosen. */
export function profileFrom(
  choice: ProfileChoice,
  name: string,
  meaning: FactText
): Omit<RecipientProfile, 'id'> {
  const { language, secondLanguage } = choice
  return { name, meaning, language, secondLanguage, ...settingsOf(choice.settings) }
}
