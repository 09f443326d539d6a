/** The recipients that ship with the app, in the order in which they are offered. */
export const SHIPPED_RECIPIENTS = ['operator', 'regulator', 'bank', 'court', 'lawyer', 'self'] as const
