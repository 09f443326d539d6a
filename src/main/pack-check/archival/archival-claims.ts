import type { PdfDict } from '../../pdf-reading/pdf-syntax.ts'
import { textOf } from '../pdf-look.ts'

const UA_NAMESPACE = 'http://www.aiim.org/pdfua/ns/id/'

/** What a file says of itself for programs that read no PDF. */
export interface ArchivalClaims {
  readonly isClaimed: boolean
  /** PDF/A-3u and PDF/UA-1, the second explained as ISO 19005-3, 6.6.2.3 wants it. */
  readonly isComplete: boolean
  readonly title: string
  /** By the key of the document's other list of facts: the same fact as it stands here. */
  readonly facts: ReadonlyMap<string, string>
}

/** Properties of the metadata that the information dictionary has as well (ISO 16684-1, 8). */
const TWICE: readonly (readonly [string, string])[] = [
  ['Producer', 'pdf:Producer'],
  ['Creator', 'xmp:CreatorTool'],
  ['CreationDate', 'xmp:CreateDate'],
  ['ModDate', 'xmp:ModifyDate']
]

/** @param metadata the catalog's own, as plain bytes; null where it has none */
export function readClaims(metadata: Buffer | null): ArchivalClaims {
  const xml = metadata?.toString('utf8') ?? ''
  const title = /<dc:title>[^]*?<rdf:li[^>]*>([^]*?)<\/rdf:li>/.exec(xml)?.[1] ?? ''
  const [part, level, ua] = ['pdfaid:part', 'pdfaid:conformance', 'pdfuaid:part'].map((name) =>
    valueOf(xml, name)
  )
  const explained = new RegExp(`<pdfaSchema:namespaceURI>\\s*${UA_NAMESPACE}\\s*<`).test(xml)
  return {
    isClaimed: part !== null || ua !== null,
    isComplete: part === '3' && (level === 'U' || level === 'A') && ua === '1' && explained,
    title: plain(title),
    facts: new Map([
      ['Title', plain(title)],
      ...TWICE.flatMap(([key, name]) => {
        const value = valueOf(xml, name)
        return value === null ? [] : [[key, value] as const]
      })
    ])
  }
}

/** Whether the file says the same of itself in both places. What stands in one of them only is no contradiction. */
export function agreesWith({ facts }: ArchivalClaims, info: PdfDict | null): boolean {
  return [...(info ?? [])].every(([key, value]) => {
    const other = facts.get(key)
    const told = textOf(value)
    if (other === undefined || told === null) return true
    return key.endsWith('Date') ? instantOf(told) === instantOf(other) : told === other
  })
}

/** A property stands as an element of its own or as an attribute. */
function valueOf(xml: string, name: string): string | null {
  const found = new RegExp(`<${name}>([^<]*)</${name}>|\\s${name}=(?:"([^"]*)"|'([^']*)')`).exec(xml)
  const value = found?.[1] ?? found?.[2] ?? found?.[3]
  return value === undefined ? null : plain(value)
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }

function plain(xml: string): string {
  return xml.replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole).trim()
}

/** `D:20261120120000Z` of ISO 32000-1, 7.9.4, as `2026-11-20T12:00:00Z`. */
const PDF_DATE = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:([+-])(\d\d)'?(\d\d)?'?|Z.*)?$/

function instantOf(date: string): number {
  return Date.parse(
    date.replace(PDF_DATE, (_, ...parts: readonly (string | undefined)[]) => {
      const [year, month, day, hour, minute, second, sign, hours, minutes = '00'] = parts
      const zone = sign === undefined ? 'Z' : `${sign}${hours}:${minutes}`
      return `${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`
    })
  )
}
