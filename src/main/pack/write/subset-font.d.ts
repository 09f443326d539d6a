declare module 'subset-font' {
  interface SubsetOptions {
    readonly targetFormat?: 'truetype' | 'woff' | 'woff2'
    /** Keeps substitutes that only shaping would reach out of the subset. */
    readonly noLayoutClosure?: boolean
  }
  const subsetFont: (font: Buffer, text: string, options?: SubsetOptions) => Promise<Buffer>
  // The package is CommonJS with one export.
  // eslint-disable-next-line no-restricted-syntax
  export default subsetFont
}
