import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './tests/longest-first.ts'

/** A third file at a time has work for the processor while the other two wait for a program or a window. */
const WORKERS = 3

/** They only end what would never end: a machine at other work may take many times as long as a free one. */
const PATIENCE = {
  testTimeout: 180_000,
  hookTimeout: 180_000,
  expect: { poll: { timeout: 60_000 } }
}

export default defineConfig({
  test: {
    maxWorkers: WORKERS,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/e2e/**', 'tests/renderer/**'],
          setupFiles: ['tests/property-seed.ts'],
          // Modules keep no state: loaded once for all files instead of a hundred times, they cost a quarter.
          isolate: false,
          ...PATIENCE
        }
      },
      {
        plugins: [vue()],
        test: {
          name: 'page',
          include: ['tests/renderer/**/*.test.ts'],
          setupFiles: ['tests/property-seed.ts'],
          // Each file has a document of its own, and Vue keeps the one that it met first.
          isolate: true,
          ...PATIENCE
        }
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          // Real windows come after the rest: they would wait for it.
          sequence: { groupOrder: 1 },
          // As above: what steers the windows is loaded once.
          isolate: false,
          ...PATIENCE
        }
      }
    ]
  }
})
