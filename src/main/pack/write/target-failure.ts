import { failed } from '../../../shared/domain/result.ts'
import type { PackFailure } from '../../../shared/domain/pack-job.ts'

/** The system said no; the pack cannot be finished. Thrown inside, answered as a value by `makePack`. */
export class TargetFailure extends Error {
  readonly code: PackFailure
  constructor(code: PackFailure) {
    super(code)
    this.code = code
  }
}

export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

export function failureOf(error: unknown, otherwise: PackFailure): TargetFailure {
  if (error instanceof TargetFailure) return error
  const code = codeOf(error)
  if (code === 'EEXIST') return new TargetFailure('target-exists')
  if (['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code)) return new TargetFailure('disk-full')
  if (['EACCES', 'EPERM', 'EROFS', 'EISDIR', 'ENOTDIR'].includes(code)) {
    return new TargetFailure('target-unwritable')
  }
  return new TargetFailure(otherwise)
}

/** What a thrown failure of the target means to the caller; anything else is a bug and goes on. */
export function targetFailed(error: unknown): { readonly ok: false; readonly code: PackFailure } | null {
  return error instanceof TargetFailure ? failed({ code: error.code }) : null
}
