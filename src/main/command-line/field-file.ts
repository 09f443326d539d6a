import { z } from 'zod'
import type { TypedEntry } from './ledger-entry.ts'

/** One field to set, as it was typed. */
export type Assignment =
  | { readonly label: string; readonly field: string; readonly typed: string }
  | { readonly label: string; readonly entry: TypedEntry }

const scalar = z
  .union([z.string(), z.number(), z.null()])
  .transform((value) => (value === null ? '' : String(value)))
const entry = z.strictObject({
  id: z.uuid().optional(),
  on: z.string(),
  kind: z.string(),
  amount: scalar,
  currency: z.string().optional(),
  note: z.string().optional(),
  exhibits: z.array(z.string()).optional()
})
const partsSchema = z.record(z.string(), z.record(z.string(), z.union([scalar, z.array(entry)])))

/**
 * Reads `{"identity": {"bornOn": "1990-01-31"}, "payments": {"entries": [{…}]}}`.
 *
 * @returns null where the text is no such JSON
 */
export function readFieldFile(json: string): readonly Assignment[] | null {
  let value: unknown
  try {
    value = JSON.parse(json.replace(/^\ufeff/, ''))
  } catch {
    return null
  }
  const parsed = partsSchema.safeParse(value)
  if (!parsed.success) return null
  const assignments: Assignment[] = []
  for (const [part, fields] of Object.entries(parsed.data)) {
    for (const [key, typed] of Object.entries(fields)) {
      const field = `${part}.${key}`
      if (typeof typed === 'string') assignments.push({ label: field, field, typed })
      else if (field !== 'payments.entries') return null
      else typed.forEach((one, index) => assignments.push({ label: `${field}[${index}]`, entry: one }))
    }
  }
  return assignments
}
