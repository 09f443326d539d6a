import { countedInEnglish as counted, pagesInEnglish as pages } from './english-count.ts'
import type { CaseWords } from './case-words.ts'

export const enCase: CaseWords = {
  chronology: {
    lead: 'Everything that has a date, in order, with its document and page. The end of the contract is set in bold.',
    heads: ['Date', 'Time', 'Event', 'No.', 'Page'],
    closingBegins: 'What follows belongs to the closing',
    silence: (count) => `${counted(count, 'day')} without a record`,
    note: (zone) => `Times: ${zone}. A date without a time: the document or note gives none.`,
    earlierEntries: (page) => `Charges and payments before the operator was first contacted: ${pages(page)}.`,
    contractSigned: (number) => `Contract${number === '' ? '' : ` ${number}`} concluded`,
    documentIssued: (kind) => `Document issued: ${kind}`,
    attorneyIssued: 'Power of attorney issued to the representative',
    applied: 'Request to end the contract handed in',
    signed: (number) => `Cancellation agreement${number === '' ? '' : ` ${number}`} signed`,
    contractEnded: 'Contract ended',
    contractEnds: 'Contract ends',
    confirmed: 'Confirmation of closing received',
    deviceReturned: (device) => `Returned: ${device}`,
    packMade: 'This pack was made'
  },
  contacts: {
    lead: (count, outgoing, incoming) =>
      `${counted(count, 'contact')}: ${outgoing} outgoing, ${incoming} incoming. The content is as the subscriber entered it.`,
    heads: ['No.', 'When', 'Who and how', 'Content, next step', 'Proof'],
    directions: { out: 'Outgoing', in: 'Incoming' },
    how: (direction, channel) => `${direction}, ${channel}`,
    channels: {
      call: 'phone call',
      email: 'e-mail',
      chat: 'chat',
      letter: 'letter',
      shop: 'visit to a shop',
      sms: 'text message',
      other: 'other'
    },
    purposes: {
      closing: 'closing the number',
      claim: 'claim',
      refund: 'refund',
      documents: 'documents',
      other: 'other'
    },
    minutes: (count) => `${count}\u00a0min`,
    reference: (number) => `Case no. ${number}`,
    promised: (what) => `Promised: ${what}`,
    promisedBy: (on) => `Answer due by ${on}`,
    kept: (on) => `Marked as done on ${on}`,
    ask: { head: 'What the subscriber asks of the operator.', on: (on) => `Contact of ${on}:` },
    note: 'Arrow to the right: from the subscriber; to the left: to the subscriber. A second time is given where the subscriber’s clock showed another one.'
  },
  terms: {
    title: 'Terms of the contract on its end',
    endsOn: 'Minimum term until',
    notice: 'Notice period',
    noticeDays: (count) => counted(count, 'day'),
    penalty: 'Early-termination fee',
    note: 'Note'
  },
  equipment: {
    title: 'Equipment',
    heads: ['Device', 'Serial number, IMEI', 'Condition and hand-over', 'Proof'],
    kinds: {
      phone: 'Phone',
      tablet: 'Tablet',
      router: 'Router',
      modem: 'Modem',
      'tv-box': 'TV box',
      other: 'Device'
    },
    imei: (number) => `IMEI ${number}`,
    serial: (number) => `S/N ${number}`,
    accountsRemoved: 'accounts removed',
    locksOff: 'locks off',
    returned: (on, to) => (to === '' ? `Handed over on ${on}` : `Handed over on ${on}: ${to}`),
    notReturned: 'Not handed over',
    tracking: (number) => `Receipt or parcel: ${number}`,
    nothing: 'The subscriber states that there is nothing to return: the contract binds no device.'
  },
  evidence: {
    lead: 'On the left what the subscriber claims, on the right what proves it. The line below a claim explains its level.',
    heads: ['No.', 'Claim', 'Confirmed', 'Document', 'Page'],
    more: (count) => `and ${count} more`,
    request: (on) => `Request to end the contract made on ${on}`,
    settled: (sum) => `Nothing is owed: ${sum}`,
    owed: (sum) => `Still owed: ${sum}`,
    agreement: (signedOn, effectiveOn) =>
      [
        signedOn === null ? 'Agreement not signed' : `Agreement signed on ${signedOn}`,
        ...(effectiveOn === null ? [] : [`contract ends on ${effectiveOn}`])
      ].join(', '),
    returned: (on) => `Equipment returned on ${on}`,
    nothingToReturn: 'Nothing to return',
    confirmation: (on) => `Closing confirmed on ${on}`,
    weak: (count) => (count === 1 ? 'Weak spot:' : 'Weak spots:'),
    reasons: {
      nothing: 'There is neither a statement nor a document.',
      papersWithoutFacts: 'There are files, but the dossier holds no facts for them to prove.',
      onlyStated: 'This pack holds no document, only the subscriber’s word.',
      partlyProven: 'The files prove a part of it; the rest is the subscriber’s word.',
      oneDocument: 'One file proves it.',
      corroborated: 'Two or more different files prove it.',
      documentExpires: (on) => `the document expires or expired on ${on}`,
      stillOwed: (sum) => `still owed: ${sum}`,
      paymentUnproven: (count) => `${counted(count, 'payment')} without a document`,
      deviceUnproven: (devices) => `no document of the return: ${devices}`,
      nothingToReturn: 'The contract binds no device.'
    },
    note: 'The program computes the level by the same rules as on the screen: by files that are there and can be opened, not by what they say. “Stated only” is left in on purpose: the pack shows its weak spots too.',
    byHand: 'Marked by the subscriber',
    byHandLead:
      'The subscriber set these states of steps by hand and said why; they do not change the levels above.',
    byHandHeads: ['Step', 'State', 'When', 'Reason'],
    steps: {
      account: 'Account facts',
      identity: 'Identity',
      contact: 'Contact with the operator',
      payments: 'Settling what is owed',
      agreement: 'Cancellation agreement',
      equipment: 'Return of equipment',
      confirmation: 'Confirmation of closing'
    },
    states: {
      open: 'not begun',
      'in-progress': 'in progress',
      waiting: 'waiting for an answer',
      done: 'done',
      'not-needed': 'not needed'
    }
  }
}
