import type { Dossier } from './dossier.ts'
import type { PackLanguage } from './pack-record.ts'

/**
 * The code printed on every page: year, last four digits of the number, running number of this dossier's packs,
 * `CL-2026-1427-1`. Two dossiers of one person never share a code unless their numbers end alike.
 */
export function nextPackCode(dossier: Dossier, year: string): string {
  return `CL-${year}-${dossier.phoneNumber.slice(-4)}-${dossier.packs.length + 1}`
}

/** Short, with the code and the date (norm N19: long names may not upload); Latin letters pass every mail system. */
export function packFileName(code: string, madeOn: string, language: PackLanguage): string {
  return `${code}_${madeOn}_${language}.pdf`
}
