import { readFile } from 'node:fs/promises'
import type { VaultFailure } from '../shared/bridge/contract.ts'
import { settingsSchema } from '../shared/bridge/request-schemas.ts'
import { DEFAULT_SETTINGS, type Settings } from '../shared/domain/settings.ts'
import { done, failed, type Result } from '../shared/domain/result.ts'
import { replaceFile } from './atomic-write.ts'

/** The user's settings, or the defaults when there are none or the file is not ours: nothing in it is worth a stop. */
export async function readSettings(path: string): Promise<Settings> {
  try {
    return settingsSchema.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch {
    return DEFAULT_SETTINGS
  }
}

export async function saveSettings(
  path: string,
  settings: Settings
): Promise<Result<Settings, VaultFailure>> {
  try {
    await replaceFile(path, Buffer.from(JSON.stringify(settings)))
    return done(settings)
  } catch (error) {
    return failed({ code: CODES[(error as NodeJS.ErrnoException).code ?? ''] ?? 'vault-failed' })
  }
}

const CODES: Readonly<Record<string, VaultFailure['code']>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  EROFS: 'no-permission'
}
