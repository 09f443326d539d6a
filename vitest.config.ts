import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

/** Two real windows at a time, each with its own profile: more of them would wait for one another's processor. */
const WORKERS = 2

export default defineConfig({
  test: {
    maxWorkers: WORKERS,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/e2e/**', 'tests/renderer/**'],
          setupFiles: ['tests/property-seed.ts'],
          // Modules keep no state: loaded once for all files instead of a hundred times, they cost a quarter.
          isolate: false,
          testTimeout: 60_000
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
          testTimeout: 60_000
        }
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000
        }
      }
    ]
  }
})
