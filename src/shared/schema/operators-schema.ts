import { z } from 'zod'
import type { Operator } from '../domain/operator.ts'

const fact = z
  .strictObject({
    value: z.string().min(1),
    source: z.string().min(1),
    readOn: z.iso.date(),
    certainty: z.enum(['verified', 'second-hand'])
  })
  .readonly()
const colour = z.string().regex(/^#[0-9A-Fa-f]{6}$/)

/** The operator data file: anyone can add an operator without touching the program. */
export const operatorsFileSchema = z.strictObject({
  format: z.literal(1),
  operators: z
    .array(
      z
        .strictObject({
          id: z.string().regex(/^[a-z0-9-]{1,40}$/),
          name: z.string().min(1),
          mark: z.string().min(1).max(4),
          colour: z.strictObject({ light: colour, dark: colour }).readonly(),
          legalName: fact.nullable(),
          taxNumber: fact.nullable()
        })
        .readonly() satisfies z.ZodType<Operator>
    )
    .readonly()
})
