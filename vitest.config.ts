import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

/** Two real windows at a time, each with its own profile: more of them would wait for one another's processor. */
const WORKERS = 2

export default defineConfig({
  test: {
    maxWorkers: WORKERS,
    projects: [
      {
        plugins: [vue()],
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/e2e/**'],
          setupFiles: ['tests/property-seed.ts'],
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
