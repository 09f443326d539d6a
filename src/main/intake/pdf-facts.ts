import type { IsoDate } from '../../shared/domain/calendar.ts'
import type { Original } from '../original.ts'

export interface PdfFacts {
  readonly pages: number | null
  readonly madeOn: IsoDate | null
}

export async function pdfFacts(original: Original): Promise<PdfFacts> {
  await original.read(0, 8)
  return { pages: null, madeOn: null }
}
