/** What is wrong with a foreign PDF; the pack shows a slip in its place. */
export class PdfRefused extends Error {
  readonly reason: 'pdf-encrypted' | 'pdf-broken' | 'pdf-too-large'
  constructor(reason: 'pdf-encrypted' | 'pdf-broken' | 'pdf-too-large') {
    super(reason)
    this.reason = reason
  }
}

export const broken = () => new PdfRefused('pdf-broken')
