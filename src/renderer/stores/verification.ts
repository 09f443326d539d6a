import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { ExhibitRef, ObjectFailure } from '../../shared/bridge/contract.ts'
import type { Instant } from '../../shared/domain/calendar.ts'
import { bridge } from '../bridge/bridge.ts'

export type Verification =
  | { readonly state: 'running' }
  | { readonly state: 'same'; readonly verifiedAt: Instant }
  | { readonly state: 'failed'; readonly code: ObjectFailure['code'] }

/** What the checks of this session found, by the SHA-256 noted at intake. */
export const useVerificationStore = defineStore('verification', () => {
  const found = shallowRef<ReadonlyMap<string, Verification>>(new Map())

  function of(sha256: string): Verification | undefined {
    return found.value.get(sha256)
  }

  function note(sha256: string, verification: Verification): void {
    found.value = new Map(found.value).set(sha256, verification)
  }

  /** Has every byte read again and compared. */
  async function verify(exhibit: ExhibitRef, sha256: string): Promise<void> {
    if (of(sha256)?.state === 'running') return
    const before = found.value
    note(sha256, { state: 'running' })
    let end: Verification | undefined
    try {
      const answer = await bridge.verifyExhibit(exhibit)
      end = answer.ok
        ? { state: 'same', verifiedAt: answer.value.verifiedAt }
        : { state: 'failed', code: answer.code }
    } finally {
      if (end === undefined) found.value = before
      else note(sha256, end)
    }
  }

  return { of, note, verify }
})
