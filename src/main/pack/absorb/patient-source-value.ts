import {
  PDFArray,
  PDFBool,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNull,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFString,
  type PDFContext,
  type PDFObject
} from 'pdf-lib'
import { decodePdfText } from '../../pdf-reading/pdf-text.ts'
import { key as pdfName } from './pdf-source.ts'
import type { SourceValue } from './source-value.ts'

/**
 * A value as the patient reader reads it: what is damaged is not there, unless another `look` says otherwise.
 *
 * @param look what a value is or leads to
 */
export function patientSourceValue(
  context: PDFContext,
  value: PDFObject,
  look: (value: PDFObject | undefined) => PDFObject | undefined = (one) => context.lookup(one)
): SourceValue {
  const found = look(value)
  const dict = found instanceof PDFRawStream ? found.dict : found
  const isText = found instanceof PDFString || found instanceof PDFHexString
  return {
    number: value instanceof PDFRef ? value.objectNumber : null,
    entry: (key) => {
      const entry = dict instanceof PDFDict ? dict.get(pdfName(key)) : undefined
      const target = look(entry)
      if (entry === undefined || target === undefined || target === PDFNull) return null
      return patientSourceValue(context, entry, look)
    },
    keys: () => (dict instanceof PDFDict ? dict.keys().map((name) => name.decodeText()) : []),
    isStream: () => found instanceof PDFRawStream,
    items: () =>
      found instanceof PDFArray
        ? found.asArray().map((item) => patientSourceValue(context, item, look))
        : null,
    asNumber: () => {
      const number = found instanceof PDFNumber ? found.asNumber() : Number.NaN
      return Number.isFinite(number) ? number : null
    },
    asName: () => (found instanceof PDFName ? found.decodeText() : null),
    asText: () => (isText ? decodePdfText(found.asBytes()) : null),
    asFlag: () => found === PDFBool.True
  }
}
