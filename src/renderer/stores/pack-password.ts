import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { preparePassword, type PasswordFault } from '../../shared/domain/pack-password.ts'

export interface PasswordDraft {
  readonly isOn: boolean
  readonly first: string
  readonly second: string
}

const NONE: PasswordDraft = { isOn: false, first: '', second: '' }

export interface PasswordFaults {
  readonly first: PasswordFault | null
  readonly second: 'passwords-differ' | null
}

/** The password of a pack while it is typed and until the pack is made. It is never written anywhere. */
export const usePackPasswordStore = defineStore('pack-password', () => {
  const drafts = shallowRef<ReadonlyMap<string, PasswordDraft>>(new Map())

  function draftOf(dossierId: string): PasswordDraft {
    return drafts.value.get(dossierId) ?? NONE
  }

  function change(dossierId: string, change: Partial<PasswordDraft>): void {
    drafts.value = new Map(drafts.value).set(dossierId, { ...draftOf(dossierId), ...change })
  }

  function faultsOf(dossierId: string): PasswordFaults {
    const { isOn, first, second } = draftOf(dossierId)
    if (!isOn) return { first: null, second: null }
    const prepared = preparePassword(first)
    return {
      first: prepared.ok ? null : prepared.code,
      second: first === second ? null : 'passwords-differ'
    }
  }

  /** null = the pack is made without one. */
  function passwordOf(dossierId: string): string | null {
    const { isOn, first } = draftOf(dossierId)
    return isOn ? first : null
  }

  /** The switch stays as it is: who protected one pack does not send the next one open by mistake. */
  function forget(dossierId: string): void {
    change(dossierId, { first: '', second: '' })
  }

  return { drafts, draftOf, change, faultsOf, passwordOf, forget }
})
