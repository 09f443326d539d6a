/** A identity, B payments, C agreement and contract, D contacts, E equipment, F confirmation, G other. */
export const CATEGORIES = ['A', 'B', 'C', 'D', 'E', 'F', 'G'] as const
export type Category = (typeof CATEGORIES)[number]

export const CATEGORY_WORDS = {
  identity: 'A',
  payments: 'B',
  agreement: 'C',
  contacts: 'D',
  equipment: 'E',
  confirmation: 'F',
  other: 'G'
} as const satisfies Record<string, Category>
