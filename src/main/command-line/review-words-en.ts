import type { ReviewWords } from './review-words.ts'

export const REVIEW_EN: ReviewWords = {
  step: {
    account: 'Account facts',
    identity: 'Identity documents',
    contact: 'Contact with customer care',
    payments: 'Settling what is owed',
    agreement: 'Cancellation agreement',
    equipment: 'Return of equipment',
    confirmation: 'Confirmation'
  },
  state: {
    open: 'not started',
    'in-progress': 'in progress',
    waiting: 'waiting',
    warning: 'needs attention',
    overdue: 'overdue',
    done: 'done',
    'not-needed': 'not needed'
  },
  warning: {
    'expires-before-issue': 'The document expires before it was issued. Check both dates.',
    'issued-before-birth': 'The document was issued before the date of birth. Check both dates.',
    'document-expired': 'The document expired on {date}. Add a valid one.',
    'document-expires-early': 'The document expires on {date} but is needed on {neededOn}. Add another one.',
    'attorney-expired': 'The power of attorney expired on {date}. A new one is needed.',
    'charge-after-effective':
      'The charge of {date} is later than the end of the contract. Ask for it to be explained.',
    'effective-before-signed': 'The agreement takes effect before it was signed. Check both dates.',
    'signed-while-owed': '{amount} was owed on the day of signing. Settle it first, or a penalty may follow.',
    'signed-before-return': 'Signed before this was returned: {device}. Return it and take a receipt.',
    'notice-too-short': 'With the notice period the contract cannot end before {date}. Check the dates.',
    'imei-wrong': 'The IMEI does not check: {device}. It has 15 digits; compare it with *#06#.',
    'locks-on': 'Returned with accounts or locks still on it: {device}.',
    'confirmed-before-agreed': 'The confirmation came before the agreement was signed. Check both dates.'
  },
  lack: {
    'contract-number': 'Fill in contract.number.',
    'closing-reason': 'Fill in closing.reason.',
    'contract-proof': 'Add the contract.',
    'document-number': 'Fill in document.number.',
    'identity-proof': 'Add a copy of the document.',
    'attorney-number': 'Fill in representative.attorneyNumber.',
    request: 'Ask customer care to close the number and note it: closeout contact.',
    'request-proof': 'Add a proof of the request.',
    'ledger-empty': 'Enter bills and payments: payments.entry.',
    owed: 'Pay {amount}.',
    'payment-proof': 'Add the proof of the payment of {date}.',
    'agreement-signed': 'Fill in agreement.signedOn.',
    'agreement-effective': 'Fill in agreement.effectiveOn.',
    'agreement-proof': 'Add the signed agreement.',
    'equipment-unknown': 'Note the devices (closeout device), or set equipment.nothingToReturn=yes.',
    'device-return': 'Return: {device}',
    'device-proof': 'Add the receipt for: {device}',
    confirmation: 'Fill in confirmation.receivedAt once the operator confirms.',
    'confirmation-proof': 'Add the confirmation.'
  },
  waiting: {
    answer: 'An answer was promised by {date}.',
    agreement: 'The application was made on {date}.',
    confirmation: 'The confirmation is awaited since {date}.'
  },
  setByHand: 'set by hand: {reason}',
  obligation: {
    identity: 'Identity proven',
    request: 'Request made',
    dues: 'Dues settled',
    agreement: 'Agreement concluded',
    equipment: 'Equipment returned',
    confirmation: 'Closing confirmed'
  },
  level: { none: 'none', stated: 'stated', documented: 'documented', corroborated: 'corroborated' },
  due: {
    promise: 'Promised: {promised}',
    'claim-answer': 'Answer to the claim {reference}',
    'follow-up': {
      agreement: 'Ask for the agreement again',
      confirmation: 'Ask for the confirmation again',
      request: 'Ask again: no answer came'
    },
    'document-expiry': 'The identity document expires',
    'attorney-expiry': 'The power of attorney expires',
    'planned-closing': 'Planned closing',
    notice: 'Last day to apply within the notice period',
    'term-end': 'The minimum term ends',
    'payment-proof': 'Add the proof of the payment of {date}'
  },
  overdue: 'overdue',
  readiness: 'Readiness: {proven} of {all}',
  dues: 'Due:',
  noDues: 'Nothing is due.'
}
