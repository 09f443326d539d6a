// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { TooltipProvider } from 'reka-ui'
import { beforeEach, expect, it } from 'vitest'
import { h } from 'vue'
import { usePackChoiceStore } from '../../../../src/renderer/stores/pack-choice.ts'
import { useRecipientsStore } from '../../../../src/renderer/stores/recipients.ts'
import RecipientProfiles from '../../../../src/renderer/views/pack/RecipientProfiles.vue'
import {
  FIRST_PROFILE_ID,
  USUAL_PACK_SETTINGS,
  type ListedProfile,
  type RecipientProfile
} from '../../../../src/shared/domain/recipient-profile.ts'
import { done } from '../../../../src/shared/domain/result.ts'
import { mountIn } from '../../mount-in-language.ts'

const first: RecipientProfile = {
  ...USUAL_PACK_SETTINGS,
  ...{ id: FIRST_PROFILE_ID, name: 'Operator', meaning: '', language: 'ru', secondLanguage: null }
}

beforeEach(() => setActivePinia(createPinia()))

/** Profiles as main keeps them. */
async function profiles(isChanged = false) {
  let listed: readonly ListedProfile[] = [{ profile: first, isOwn: false }]
  Object.assign(window, {
    bridge: {
      listRecipients: () => Promise.resolve({ profiles: listed, damaged: [] }),
      addRecipient: (profile: Omit<RecipientProfile, 'id'>) => {
        const added = { ...profile, id: 'own' }
        listed = [...listed, { profile: added, isOwn: true }]
        return Promise.resolve(done(added))
      },
      changeRecipient: (profile: RecipientProfile) => Promise.resolve(done(profile)),
      removeRecipient: () => {
        listed = listed.slice(0, 1)
        return Promise.resolve(done(null))
      }
    }
  })
  await useRecipientsStore().load()
  const inside = () => h(TooltipProvider, () => h(RecipientProfiles, { dossierId: 'd', isChanged }))
  const mounted = mountIn('en', inside, {})
  return {
    mounted,
    chosen: () => usePackChoiceStore().choiceOf('d').profileId,
    status: () => mounted.get('[role="status"]').text(),
    saveAs: async (name: string) => {
      await mounted.get('input').setValue(name)
      await mounted.get('input').trigger('keydown', { key: 'Enter' })
      await flushPromises()
    }
  }
}

it('keeps what was chosen as a profile of the user’s own, and says so', async () => {
  const { saveAs, chosen, status, mounted } = await profiles()
  await saveAs(' My lawyer ')
  expect(chosen()).toBe('own')
  expect(status()).toBe('“My lawyer” is saved and chosen.')
  expect(mounted.get('input').element.value).toBe('')
})

it('gives the focus on when the button that was pressed is gone', async () => {
  const { saveAs, status, mounted } = await profiles(true)
  await saveAs('My lawyer')
  const into = mounted.findAll('button').find((button) => button.text().startsWith('Save in'))
  into?.element.focus()
  await into?.trigger('click')
  await flushPromises()
  expect(status()).toBe('“My lawyer” is saved and chosen.')
  expect(document.activeElement).toBe(mounted.get('input').element)
})

it('deletes only after a question, and goes back to the first profile', async () => {
  const { saveAs, chosen, status, mounted } = await profiles()
  await saveAs('My lawyer')
  await mounted
    .findAll('button')
    .find((button) => button.text().startsWith('Delete'))
    ?.trigger('click')
  await flushPromises()
  expect(chosen()).toBe('own')
  const sure = [...document.querySelectorAll<HTMLElement>('[role="alertdialog"] button')].at(-1)
  sure?.click()
  await flushPromises()
  expect(chosen()).toBe(FIRST_PROFILE_ID)
  expect(status()).toBe('“My lawyer” is deleted; the first profile is chosen.')
})
