/**
 * A document that the strict reader does not follow: damaged, locked, or built as no common program builds it.
 * Nothing is said about whether a more patient reader can show it.
 */
export class PdfOdd extends Error {}

/** It is sound, as far as it was read, and has something that only another reader knows. */
export class PdfUnusual extends PdfOdd {}
