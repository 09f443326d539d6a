import { judge } from './pack-fixtures.ts'

export type Json = string | number | boolean | null | readonly Json[] | JsonDict
export interface JsonDict {
  readonly [key: string]: Json
}

/** A finished file as qpdf sees it: references are `7 0 R`, names begin with a stroke, texts with `u:` or `b:`. */
export interface PdfObjects {
  readonly catalog: JsonDict
  readonly all: readonly JsonDict[]
  /** The dictionary a value is or leads to, of a stream too; empty where it is none. */
  readonly dict: (value: Json | undefined) => JsonDict
  readonly list: (value: Json | undefined) => readonly Json[]
  /** Plain bytes of the stream a reference leads to. */
  readonly bytes: (reference: Json | undefined) => Buffer
}

export async function readPdfObjects(path: string): Promise<PdfObjects> {
  const told = JSON.parse(
    await judge(
      'qpdf',
      '--json=2',
      '--json-key=qpdf',
      '--json-stream-data=inline',
      '--decode-level=all',
      path
    )
  ) as { readonly qpdf: readonly [unknown, Readonly<Record<string, JsonDict>>] }
  const objects = told.qpdf[1]
  const resolve = (value: Json | undefined): Json => {
    const isReference = typeof value === 'string' && /^\d+ \d+ R$/.test(value)
    if (!isReference) return value ?? null
    const { stream, value: plain } = objects[`obj:${value}`] ?? {}
    return isDict(stream) ? (stream.dict ?? null) : (plain ?? null)
  }
  const dict = (value: Json | undefined): JsonDict => {
    const found = resolve(value)
    return isDict(found) ? found : {}
  }
  return {
    catalog: dict(dict(objects.trailer?.value)['/Root']),
    all: Object.keys(objects).map((key) => dict(key.replace(/^obj:/, ''))),
    dict,
    list: (value) => {
      const found = resolve(value)
      return Array.isArray(found) ? (found as readonly Json[]) : []
    },
    bytes: (reference) => {
      const { stream } = objects[`obj:${String(reference)}`] ?? {}
      const data = isDict(stream) ? stream.data : null
      return Buffer.from(typeof data === 'string' ? data : '', 'base64')
    }
  }
}

function isDict(value: Json | undefined): value is JsonDict {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
