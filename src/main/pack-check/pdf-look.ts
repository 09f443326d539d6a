import type { PdfDict, PdfValue } from '../pdf-reading/pdf-syntax.ts'

/** Looks at parsed values without trusting them: what is of another kind is null. */
export function dictOf(value: PdfValue | undefined): PdfDict | null {
  return value instanceof Map ? value : null
}

export function listOf(value: PdfValue | undefined): readonly PdfValue[] | null {
  return Array.isArray(value) ? (value as readonly PdfValue[]) : null
}

export function nameOf(value: PdfValue | undefined): string | null {
  return isTagged(value) && value.kind === 'name' ? value.name : null
}

export function refOf(value: PdfValue | undefined): number | null {
  return isTagged(value) && value.kind === 'ref' ? value.number : null
}

export function numberOf(value: PdfValue | undefined): number | null {
  return typeof value === 'number' ? value : null
}

/** All of them, or null: a box with three numbers is none. */
export function numbersOf(value: PdfValue | undefined, count: number): readonly number[] | null {
  const numbers = listOf(value)?.filter((one) => typeof one === 'number') ?? []
  return numbers.length === count ? numbers : null
}

export function bytesOf(value: PdfValue | undefined): Buffer | null {
  return isTagged(value) && value.kind === 'text' ? value.bytes : null
}

/** A text string: UTF-16 with its mark, else one byte a letter. */
export function textOf(value: PdfValue | undefined): string | null {
  if (!isTagged(value) || value.kind !== 'text') return null
  const { bytes } = value
  if (bytes[0] !== 0xfe || bytes[1] !== 0xff) return bytes.toString('latin1')
  const even = bytes.subarray(2, bytes.length - (bytes.length % 2))
  return Buffer.from(even).swap16().toString('utf16le')
}

type Tagged = Extract<PdfValue, { readonly kind: string }>

function isTagged(value: PdfValue | undefined): value is Tagged {
  return value !== null && typeof value === 'object' && 'kind' in value
}
