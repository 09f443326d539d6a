import { z } from 'zod'
import { isIsoDate } from '../domain/calendar.ts'
import { CERTAINTIES, type Fact, type FactText, type InEachLanguage } from '../domain/fact.ts'
import { LONGEST_FACT } from '../domain/limits.ts'

/** More sources for one fact than this are a mistake. */
const MOST_FACTS = 20

const line = z.string().trim().min(1).max(LONGEST_FACT)

export const inEachLanguageSchema = z
  .strictObject({ 'zh-CN': line, ru: line, en: line })
  .readonly() satisfies z.ZodType<InEachLanguage>

const factText: z.ZodType<FactText> = z.union([line, inEachLanguageSchema])

/** `2015`, `2015-12` or `2015-12-16`, as exact as the page is. */
const printedOn = z
  .string()
  .refine((date) => /^\d{4}(-(0[1-9]|1[0-2]))?$/.test(date) || isIsoDate(date))
  .nullable()

export const factShape = {
  value: factText,
  source: z.union([factText, z.literal('')]),
  readOn: z.string().refine(isIsoDate),
  printedOn,
  certainty: z.enum(CERTAINTIES)
}

/** Only what the user wrote may stand without a source. */
export function hasItsSource({ source, certainty }: Fact): boolean {
  return certainty === 'own' || source !== ''
}

export const factSchema = z.strictObject(factShape).readonly().refine(hasItsSource)
export const factsSchema = z.array(factSchema).max(MOST_FACTS).readonly()
