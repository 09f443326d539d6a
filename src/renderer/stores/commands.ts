import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Command } from '../commands/command.ts'

type Source = () => readonly Command[]

/** Every command the app knows at the moment, and the two windows that show them. */
export const useCommandsStore = defineStore('commands', () => {
  const sources = shallowRef<readonly Source[]>([])
  const isPaletteOpen = shallowRef(false)
  const isListOpen = shallowRef(false)

  const all = computed((): readonly Command[] => {
    const byId = new Map<string, Command>()
    for (const command of sources.value.flatMap((source) => source())) byId.set(command.id, command)
    return [...byId.values()]
  })

  /** Registers commands. @returns the way out */
  function add(source: Source): () => void {
    sources.value = [...sources.value, source]
    return () => {
      sources.value = sources.value.filter((one) => one !== source)
    }
  }

  return { all, isPaletteOpen, isListOpen, add }
})
