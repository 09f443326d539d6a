import { CATEGORY_WORDS, type Category } from './category.ts'

/** The seven steps of a closing, in their usual order. Any order is allowed; the app warns and never locks. */
export const STEPS = [
  'account',
  'identity',
  'contact',
  'payments',
  'agreement',
  'equipment',
  'confirmation'
] as const
export type Step = (typeof STEPS)[number]

/** The category of what is attached in a step. */
export const STEP_CATEGORY: Readonly<Record<Step, Category>> = {
  account: CATEGORY_WORDS.agreement,
  identity: CATEGORY_WORDS.identity,
  contact: CATEGORY_WORDS.contacts,
  payments: CATEGORY_WORDS.payments,
  agreement: CATEGORY_WORDS.agreement,
  equipment: CATEGORY_WORDS.equipment,
  confirmation: CATEGORY_WORDS.confirmation
}

/** `waiting` = somebody else's turn; `warning` = something costs money or proof; `overdue` = their turn is over. */
export const STEP_STATES = [
  'open',
  'in-progress',
  'waiting',
  'warning',
  'overdue',
  'done',
  'not-needed'
] as const
export type StepState = (typeof STEP_STATES)[number]

/** The states a user may set by hand; warnings come from facts alone. */
export const SETTABLE_STATES = ['open', 'in-progress', 'waiting', 'done', 'not-needed'] as const
export type SettableState = (typeof SETTABLE_STATES)[number]
