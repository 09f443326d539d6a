import { computed, type ComputedRef } from 'vue'
import { useRoute } from 'vue-router'
import type { Dossier } from '../../shared/domain/dossier.ts'
import { useDossiersStore } from '../stores/dossiers.ts'

/** The dossier the address names; undefined on every other screen. */
export function useCurrentDossier(): ComputedRef<Dossier | undefined> {
  const route = useRoute()
  const dossiers = useDossiersStore()
  return computed(() => {
    const { id } = route.params
    return typeof id === 'string' ? dossiers.find(id) : undefined
  })
}
