import type { VaultFailure } from '../../shared/bridge/contract.ts'
import { failed } from '../../shared/domain/result.ts'

type DiskCode = Exclude<VaultFailure['code'], 'dossier-gone'>

const CODES: Readonly<Record<string, DiskCode>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  EROFS: 'no-permission'
}

/** The system's code of a failed call (`ENOSPC`), or null for anything that is no answer of the system: a bug. */
export function systemCodeOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null
  return /^E[A-Z0-9]+$/.test(error.code) ? error.code : null
}

/** A failed call of the system as a coded failure; a bug is thrown on. */
export function vaultFailureOf(error: unknown): { readonly ok: false; readonly code: DiskCode } {
  const code = systemCodeOf(error)
  if (code === null) throw error
  return failed({ code: CODES[code] ?? 'vault-failed' })
}
