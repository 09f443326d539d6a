import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Dossier } from '../../shared/domain/dossier.ts'
import { dossierSchema } from '../../shared/schema/dossier-schema.ts'
import { sha256Schema } from '../../shared/schema/field-schemas.ts'
import { upgradeFormat1 } from './dossier-format-1.ts'

/** Raised when an older app could misread the file; a new optional field does not raise it. */
const DOSSIER_FORMAT = 2

const envelope = z.strictObject({
  format: z.literal([1, DOSSIER_FORMAT]),
  /** Of the dossier's JSON text: a flipped letter in a name would still be valid JSON. */
  sha256: sha256Schema,
  dossier: z.unknown()
})

/**
 * The dossier as the bytes of a file; `indent` where people may read it. Throws for a dossier the reader
 * would refuse: writing it would turn a bug into a loss.
 */
export function encodeDossier(dossier: Dossier, indent = 0): Buffer {
  const checked = dossierSchema.parse(dossier)
  const sealed = { format: DOSSIER_FORMAT, sha256: digest(JSON.stringify(checked)), dossier: checked }
  return Buffer.from(`${JSON.stringify(sealed, null, indent)}\n`)
}

/** The dossier of such a file, or null when anything in it is not as it was written. */
export function decodeDossier(bytes: Uint8Array): Dossier | null {
  try {
    const parsed = envelope.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
    if (digest(JSON.stringify(parsed.dossier)) !== parsed.sha256) return null
    return dossierSchema.parse(parsed.format === 1 ? upgradeFormat1(parsed.dossier) : parsed.dossier)
  } catch {
    // Both parsers tell unreadable bytes by throwing; why does not matter to anyone who could act on it.
    return null
  }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
