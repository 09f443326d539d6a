import { enableAutoUnmount, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach } from 'vitest'
import type { Component } from 'vue'
import { i18n } from '../../src/renderer/i18n.ts'
import { router } from '../../src/renderer/router.ts'
import type { ScreenLanguage } from '../../src/shared/domain/settings.ts'

enableAutoUnmount(afterEach)

/** Draws a component as the window would, from its props alone. */
export function mountIn(
  language: ScreenLanguage,
  component: Component,
  props: Record<string, unknown>
): VueWrapper {
  i18n.global.locale.value = language
  return mount(component, {
    props,
    attachTo: document.body,
    global: { plugins: [i18n, router] }
  })
}
