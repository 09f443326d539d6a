/** One line of a form. Longer text is a pasted document: it belongs in a file or in notes. */
export const LONGEST_LINE = 300
/** Number of a contract, an account, a paper or a parcel, with what is usually written around it. */
export const LONGEST_NUMBER = 100
/** Notes and the text of a confirmation. */
export const LONGEST_TEXT = 20_000
/** A fact is read on a screen beside others: longer text is a paper and belongs among the exhibits. */
export const LONGEST_FACT = 2000
/** A dossier that outgrows this is a mistake or an attack; twenty times a bundle of a thousand. */
export const MOST_EXHIBITS = 20_000
/** Parts of one picture that are covered; a page of a passport has fewer than ten. */
export const MOST_BARS = 50
/** What lies under a bar is named in a word or two. */
export const LONGEST_BAR_NAME = 60
/** Records of one list; a bank statement of years stays far below. */
export const MOST_RECORDS = 10_000
/** Ten years; a longer notice is a typing error. */
export const LONGEST_NOTICE_DAYS = 3660
/** A day: no call lasts longer. */
export const LONGEST_CONTACT_MINUTES = 1440
