// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { h } from 'vue'
import AppDialog from '../../../../src/renderer/components/dialog/AppDialog.vue'
import { i18n } from '../../../../src/renderer/i18n.ts'

it('begins at the first field, not at the button that closes it', async () => {
  const dialog = mount(AppDialog, {
    props: { open: true, title: 'Specimen' },
    slots: { default: () => h('input', { id: 'first' }) },
    attachTo: document.body,
    global: { plugins: [i18n] }
  })
  await expect.poll(() => document.activeElement?.id).toBe('first')
  dialog.unmount()
})
