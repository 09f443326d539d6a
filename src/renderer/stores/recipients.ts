import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { RecipientFailure } from '../../shared/bridge/contract.ts'
import type { ListedProfile, RecipientProfile } from '../../shared/domain/recipient-profile.ts'
import type { Result } from '../../shared/domain/result.ts'
import { bridge } from '../bridge/bridge.ts'

type Saved = Result<RecipientProfile, RecipientFailure>

/** Who packs can be made for: the shipped recipients, and behind them the user's own. */
export const useRecipientsStore = defineStore('recipients', () => {
  const listed = shallowRef<readonly ListedProfile[]>([])
  /** Names of the user's files that could not be read. */
  const damaged = shallowRef<readonly string[]>([])

  async function load(): Promise<void> {
    const listing = await bridge.listRecipients()
    listed.value = listing.profiles
    damaged.value = listing.damaged
  }

  function find(id: string): ListedProfile | undefined {
    return listed.value.find(({ profile }) => profile.id === id)
  }

  async function add(profile: Omit<RecipientProfile, 'id'>): Promise<Saved> {
    return listedAgain(await bridge.addRecipient(profile))
  }

  async function change(profile: RecipientProfile): Promise<Saved> {
    return listedAgain(await bridge.changeRecipient(profile))
  }

  async function remove(id: string): Promise<Result<null, RecipientFailure>> {
    return listedAgain(await bridge.removeRecipient({ id }))
  }

  async function listedAgain<Answer extends { readonly ok: boolean }>(answer: Answer): Promise<Answer> {
    if (answer.ok) await load()
    return answer
  }

  return { listed, damaged, load, find, add, change, remove }
})
