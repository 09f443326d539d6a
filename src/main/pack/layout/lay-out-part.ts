import type { OwnPart } from '../plan/own-parts.ts'
import { layAgreement } from './agreement-pages.ts'
import { layChronology } from './chronology-pages.ts'
import { layConfirmation } from './confirmation-pages.ts'
import { layContacts } from './contact-pages.ts'
import { layCover } from './cover-page.ts'
import { layEvidence } from './evidence-pages.ts'
import type { LaidSheet } from './flow.ts'
import { layIdentity } from './identity-pages.ts'
import { layIndex } from './index-pages.ts'
import type { LayoutEnv } from './layout-env.ts'
import { layLedger } from './ledger-pages.ts'
import { ownSheets, type OwnSheet } from './own-sheets.ts'
import { recordReads, type PageNumbers, type PageReads } from './page-reads.ts'
import { layChecksums, layVerification } from './verification-pages.ts'

const layPart: Readonly<Record<OwnPart, (env: LayoutEnv) => readonly LaidSheet[]>> = {
  cover: layCover,
  index: layIndex,
  chronology: layChronology,
  identity: layIdentity,
  payments: layLedger,
  contacts: layContacts,
  agreement: layAgreement,
  confirmation: layConfirmation,
  evidence: layEvidence,
  verification: layVerification,
  checksums: layChecksums
}

/** All that pages are laid out from before their numbers are known. */
export type Unnumbered = Omit<LayoutEnv, keyof PageNumbers | 'beginsAt'>

interface LaidBefore {
  readonly sheets: readonly OwnSheet[]
  readonly reads: PageReads
  readonly beginsAt: number | null
}

/** Lays out a part, or answers what it was laid out as before where the numbers it shows are still the same. */
export function layParts(known: Unnumbered) {
  const before = new Map<string, LaidBefore>()
  return (part: OwnPart, numbers: PageNumbers, beginsAt: number | null): readonly OwnSheet[] => {
    const key = beginsAt === null ? part : `${part} below another`
    const laid = before.get(key)
    if (laid?.beginsAt === beginsAt && laid.reads.agreesWith(numbers)) return laid.sheets
    const reads = recordReads(numbers)
    const lay = (shown: PageNumbers) => layPart[part](withNumbers({ ...known, beginsAt }, shown))
    const sheets = ownSheets(lay(reads.numbers), () => lay(numbers))
    before.set(key, { sheets, reads, beginsAt })
    return sheets
  }
}

/** The numbers stay what they are asked for one by one: to copy them would be to ask for all. */
export function withNumbers(known: Omit<LayoutEnv, keyof PageNumbers>, numbers: PageNumbers): LayoutEnv {
  return {
    ...known,
    pages: numbers.pages,
    get pageCount() {
      return numbers.pageCount
    },
    get firstPage() {
      return numbers.firstPage
    },
    get files() {
      return numbers.files
    },
    get manifestSha256() {
      return numbers.manifestSha256
    }
  }
}
