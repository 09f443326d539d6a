/** What courts take by e-mail: 36 MB, counted the careful way. */
export const MOST_MAIL_BYTES = 36_000_000

/** Family courts of England ask for at most 350 pages; above some 600 readers give up. */
export const LONG_PAGES = 350
export const VERY_LONG_PAGES = 600
