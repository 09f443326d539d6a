import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { ListFilter, ListSort } from '../views/home/dossier-list.ts'

/** How the list of dossiers is looked at; kept while the app runs, so that coming back shows the same. */
export const useHomeStore = defineStore('home', () => {
  const filter = shallowRef<ListFilter>('all')
  const sort = shallowRef<ListSort>('due')
  /** Key of an operator; '' = all of them. */
  const operator = shallowRef('')
  return { filter, sort, operator }
})
