import { defineStore } from 'pinia'
import { shallowRef } from 'vue'

/** What stands in the search field of the title bar. */
export const useSearchStore = defineStore('search', () => {
  const query = shallowRef('')
  return { query }
})
