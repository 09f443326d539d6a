import { z } from 'zod'
import { LAW_STARTS, type LawRule } from '../domain/law-rule.ts'
import { factShape, hasItsSource, inEachLanguageSchema } from './fact-schema.ts'

const count = z.int().min(1).max(3650).nullable()

const lawRule: z.ZodType<LawRule> = z
  .strictObject({
    ...factShape,
    id: z.string().regex(/^[a-z0-9-]{1,40}$/),
    article: inEachLanguageSchema,
    value: inEachLanguageSchema,
    days: count,
    months: count,
    from: z.enum(LAW_STARTS).nullable()
  })
  .readonly()
  .refine(hasItsSource)
  .refine(({ days, months, from }) => (days !== null || months !== null) === (from !== null))

/** The rules of one country that give dates and hints. */
export const lawFileSchema = z.strictObject({
  format: z.literal(1),
  country: z.string().regex(/^[a-z]{2}$/),
  rules: z
    .array(lawRule)
    .readonly()
    .refine((rules) => new Set(rules.map(({ id }) => id)).size === rules.length)
})
