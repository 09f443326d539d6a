import { nextTick, shallowRef, watch, type ShallowRef } from 'vue'
import type { Bar } from '../../../../shared/domain/bar.ts'
import type { Exhibit } from '../../../../shared/domain/exhibit.ts'
import type { Result } from '../../../../shared/domain/result.ts'
import { useDossiersStore } from '../../../stores/dossiers.ts'

export interface Bars {
  readonly bars: Readonly<ShallowRef<readonly Bar[]>>
  /** Why the last change was not saved; null = it was. */
  readonly failure: Readonly<ShallowRef<string | null>>
  readonly put: (bars: readonly Bar[]) => Promise<Result<unknown, { readonly code: string }>>
}

/** The bars of a picture, shown as they are being changed: a held key moves one faster than it is saved. */
export function useBars(dossierId: () => string, exhibit: () => Exhibit): Bars {
  const dossiers = useDossiersStore()
  const bars = shallowRef(exhibit().bars)
  const failure = shallowRef<string | null>(null)
  let onTheirWay = 0

  watch(
    () => exhibit().id,
    () => (failure.value = null)
  )
  watch(
    () => [exhibit().id, exhibit().bars] as const,
    ([id, saved], [idBefore]) => {
      if (onTheirWay === 0 || id !== idBefore) bars.value = saved
    }
  )

  return {
    bars,
    failure,
    async put(changed) {
      const { id } = exhibit()
      bars.value = changed
      onTheirWay += 1
      const answer = await dossiers.edit(dossierId(), { kind: 'set-bars', exhibitId: id, bars: changed })
      onTheirWay -= 1
      failure.value = answer.ok ? null : answer.code
      await nextTick()
      if (onTheirWay === 0) bars.value = exhibit().bars
      return answer
    }
  }
}
