import type { PackEstimate } from '../shared/domain/pack-estimate.ts'
import type { PackProgress } from '../shared/domain/pack-job.ts'
import type { PackAnswer } from './pack-runs.ts'
import type { PackJob } from './pack/make-pack.ts'

/** What main tells the process that makes a pack. */
export type WorkerRequest =
  | { readonly kind: 'make' | 'estimate'; readonly job: PackJob; readonly vaultFolder: string }
  | { readonly kind: 'cancel' }

/** What that process tells main: any number of notices, then one answer. */
export type WorkerMessage =
  | { readonly kind: 'progress'; readonly progress: Omit<PackProgress, 'jobId'> }
  /** Whose file is read from now on: should the process die, it died over this one. null = all are read. */
  | { readonly kind: 'exhibit'; readonly exhibitId: string | null }
  | { readonly kind: 'answer'; readonly answer: PackAnswer }
  | { readonly kind: 'estimated'; readonly estimate: PackEstimate }
