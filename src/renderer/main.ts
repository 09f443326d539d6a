import './style/fonts.ts'
import './style/tokens.css'
import './style/base.css'
import './style/dialog.css'
import './style/print.css'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { bridge } from './bridge/bridge.ts'
import { flushPending, settlePending } from './composables/pending-saves.ts'
import { i18n } from './i18n.ts'
import { router } from './router.ts'
import { useDossiersStore } from './stores/dossiers.ts'
import { useQuickContactStore } from './stores/quick-contact.ts'

const pinia = createPinia()
// Before the screen is made: the rows are on their way meanwhile. What goes wrong, the screen tells.
void useDossiersStore(pinia)
  .start()
  .catch(() => undefined)
createApp(App).use(pinia).use(i18n).use(router).mount('#app')

// Closing the window must not cost the last half second of typing: it waits until everything is on the disk.
bridge.onClosing(() => void settle().finally(() => bridge.settled()))
// A reload does not wait, but what has been asked is on its way.
window.addEventListener('pagehide', flushPending)
window.addEventListener('beforeunload', flushPending)

/** A call in which nothing was noted must not stay behind as a contact. */
async function settle(): Promise<void> {
  await useQuickContactStore().end()
  await settlePending()
}
