import type { ListedProfile, RecipientProfile } from '../../domain/recipient-profile.ts'
import type { Result } from '../../domain/result.ts'

/** `damaged` = files of the user's own that could not be read; they stay where they are. */
export interface RecipientListing {
  readonly profiles: readonly ListedProfile[]
  readonly damaged: readonly string[]
}

export type RecipientFailure = {
  readonly code: 'recipient-gone' | 'disk-full' | 'no-permission' | 'write-failed'
}

/** Profiles of those who read a pack. */
export interface RecipientRequests {
  'recipient:list': (nothing: null) => RecipientListing
  'recipient:add': (profile: Omit<RecipientProfile, 'id'>) => Result<RecipientProfile, RecipientFailure>
  'recipient:change': (profile: RecipientProfile) => Result<RecipientProfile, RecipientFailure>
  'recipient:remove': (request: { readonly id: string }) => Result<null, RecipientFailure>
}
