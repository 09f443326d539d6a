import type { PDFContext, PDFDict } from 'pdf-lib'
import type { ContentFilter } from './content-filters.ts'
import { arrayOf, dictOf, key, nameOf, numberOf } from './pdf-source.ts'

/** What has to be done to a stream's bytes, in order. */
export function filtersOf(context: PDFContext, dict: PDFDict): readonly ContentFilter[] {
  const told = dict.get(key('Filter'))
  const parameters = dict.get(key('DecodeParms'))
  const names = arrayOf(context, told)?.asArray() ?? [told]
  const all = arrayOf(context, parameters)?.asArray() ?? [parameters]
  return names.flatMap((value, index) => {
    const name = nameOf(context, value)
    if (name === null) return []
    const own = dictOf(context, all[index])
    const isEarly = numberOf(context, own?.get(key('EarlyChange'))) !== 0
    return [{ name, isEarly, isPredicted: (numberOf(context, own?.get(key('Predictor'))) ?? 1) !== 1 }]
  })
}
