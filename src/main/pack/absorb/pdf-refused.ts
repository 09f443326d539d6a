/** `engine-gave-up`: drawing a page took too long or too much memory. */
export type PdfFault = 'pdf-encrypted' | 'pdf-broken' | 'pdf-too-large' | 'engine-gave-up'

/** What is wrong with a foreign PDF; the pack shows a slip in its place. */
export class PdfRefused extends Error {
  readonly reason: PdfFault
  constructor(reason: PdfFault) {
    super(reason)
    this.reason = reason
  }
}

export const broken = () => new PdfRefused('pdf-broken')
