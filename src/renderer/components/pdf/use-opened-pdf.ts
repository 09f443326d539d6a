import { onBeforeUnmount, shallowRef, watch, type ShallowRef } from 'vue'
import { inForeground } from './foreground.ts'
import { openPdf, type OpenPdf, type PdfSource, type PdfTrouble } from './open-pdf.ts'

export type PdfState =
  | { readonly state: 'none' }
  | { readonly state: 'opening' }
  | { readonly state: 'open'; readonly url: string; readonly pdf: OpenPdf }
  | { readonly state: 'failed'; readonly code: PdfTrouble }

export interface OpenedPdfState {
  readonly state: Readonly<ShallowRef<PdfState>>
  /** To be called when a page of an opened document turns out not to be readable. */
  readonly fail: () => void
}

/**
 * Keeps the document of an address open, and closes it when the address changes or the component goes.
 * With `keepsOld` the old one stays until the new one is open.
 */
export function useOpenedPdf(
  source: () => PdfSource | null,
  { keepsOld = false }: { readonly keepsOld?: boolean } = {}
): OpenedPdfState {
  const state = shallowRef<PdfState>({ state: 'none' })
  let running: AbortController | undefined

  function replace(next: PdfState): void {
    if (state.value.state === 'open') state.value.pdf.close()
    state.value = next
  }

  watch(
    () => {
      const now = source()
      return now === null ? null : `${now.sizeBytes} ${now.url}`
    },
    async () => {
      running?.abort()
      const now = source()
      if (now === null) return replace({ state: 'none' })
      const mine = (running = new AbortController())
      if (!keepsOld || state.value.state !== 'open') replace({ state: 'opening' })
      const opened = await inForeground(() => openPdf(now, mine.signal))
      if (running !== mine || mine.signal.aborted) {
        if (opened.ok) opened.value.close()
        return
      }
      if (opened.ok) replace({ state: 'open', url: now.url, pdf: opened.value })
      else if (opened.code !== 'cancelled') replace({ state: 'failed', code: opened.code })
    },
    { immediate: true }
  )
  onBeforeUnmount(() => {
    running?.abort()
    replace({ state: 'none' })
  })
  return { state, fail: () => replace({ state: 'failed', code: 'pdf-broken' }) }
}
