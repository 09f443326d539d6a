import { countedInEnglish as counted, pagesInEnglish as pages } from './english-count.ts'
import { enCase } from './en-case.ts'
import { enProof } from './en-proof.ts'
import { RECIPIENT_WORDS } from './recipient-words.ts'
import { SUPPLEMENT_WORDS } from './supplement-words.ts'
import { VOLUME_WORDS } from './volume-words.ts'
import { FACT, type Words } from './words.ts'

const bold = (text: string) => `${FACT}${text}${FACT}`
const stated = (isStatedOnly: boolean) => (isStatedOnly ? ' (as stated by the subscriber)' : '')

export const en: Words = {
  ...enCase,
  ...enProof,
  recipient: RECIPIENT_WORDS.en,
  supplement: SUPPLEMENT_WORDS.en,
  volume: VOLUME_WORDS.en,
  joins: {
    comma: ', ',
    list: ', ',
    semicolon: '; ',
    colon: ': ',
    sentence: ' ',
    stop: '. ',
    bracketed: (text, inside) => `${text} (${inside})`
  },
  kind: 'Record pack for the handling of a claim',
  titleClosed: (number) => `Number ${number} closed`,
  titleClosing: (number) => `Number ${number} being closed`,
  head: (number) => `Closing of number ${number}`,
  specimen: 'SPECIMEN',
  parts: {
    cover: 'Cover',
    index: 'Index',
    identity: 'Subscriber and number',
    chronology: 'Chronology',
    payments: 'Account with the operator',
    contacts: 'Contact log',
    agreement: 'Agreement and equipment',
    confirmation: 'Confirmation of closing',
    evidence: 'Evidence for each point',
    verification: 'Verification',
    checksums: 'Checksums'
  },
  continued: (title) => `${title}, continued`,
  categories: {
    A: 'Identity',
    B: 'Payments',
    C: 'Contract and agreement',
    D: 'Contacts with the operator',
    E: 'Equipment',
    F: 'Confirmation',
    G: 'Other'
  },
  page: (page) => pages(page),
  bookmarkPage: (page) => `p. ${page}`,
  stampOwn: (code, part) => `Pack ${code} · ${part}`,
  stampExhibit: ['Exhibit ', (page, of, code) => ` · p.\u00a0${page} of ${of} · pack ${code}`],
  asStated: 'as stated',
  computed: 'computed',
  yes: 'yes',
  no: 'no',

  result: {
    ended: (on, isStatedOnly) => `The contract ended on ${bold(on)}${stated(isStatedOnly)}.`,
    ends: (on, isStatedOnly) => `The contract ends on ${bold(on)}${stated(isStatedOnly)}.`,
    owed: (sum) => `Still owed: ${bold(sum)}.`,
    nothingOwed: (sum, isStatedOnly) => `Amount owed: ${bold(sum)}${stated(isStatedOnly)}.`,
    credit: (sum, isStatedOnly) =>
      `Nothing is owed; the subscriber is ${bold(sum)} in credit${stated(isStatedOnly)}.`,
    returned: (on) => `The equipment was returned on ${bold(on)}.`,
    confirmed: (on) =>
      on === null
        ? 'The operator has confirmed the closing of the number.'
        : `The operator confirmed the closing of the number on ${bold(on)}.`,
    confirmedAsStated: (on) =>
      `The subscriber states that the operator confirmed the closing on ${on}; this pack holds no document of it.`,
    awaitedSince: (on) => `The operator’s confirmation has been awaited since ${bold(on)}.`,
    notConfirmed: 'The operator has not confirmed the closing yet.'
  },
  facts: {
    subscriber: 'Subscriber',
    operator: 'Operator',
    document: 'Document',
    contract: 'Contract',
    account: 'Account',
    endedOn: 'Ended on',
    plannedOn: 'Planned for',
    period: 'Period covered',
    replyTo: 'Reply to',
    reference: 'Case no.',
    contractOf: (on) => `of ${on}`
  },
  points: {
    title: 'State of the six points',
    heads: ['Point', 'Confirmed', 'By (page)'],
    names: {
      identity: 'Identity proven',
      request: 'Request made',
      dues: 'Dues settled',
      agreement: 'Agreement concluded',
      equipment: 'Equipment returned',
      confirmation: 'Closing confirmed'
    },
    states: {
      corroborated: 'independently',
      documented: 'by document',
      stated: 'stated only',
      none: 'not confirmed'
    },
    note: '“Independently”: two or more different files; “by document”: one. The files are in this pack and can be opened. The program checks that a file is there, not what it says.',
    partly: 'in part',
    more: (count) => `and\u00a0${count}\u00a0more`
  },
  contents: {
    head: 'Contents.',
    text: ({ index, own, exhibits, count, checks }) =>
      [
        `Index: ${pages(index)}.`,
        ...(own === null ? [] : [`The case as the subscriber entered it: ${pages(own)}.`]),
        exhibits === null ? 'No exhibits.' : `Exhibits (${count}): ${pages(exhibits)}.`,
        `How to check the files against their checksums: ${pages(checks)}.`,
        'The number printed on a page is its page number in the PDF.'
      ].join(' ')
  },
  packBlock: {
    pack: 'Pack',
    madeAt: 'Made at',
    extent: 'Extent',
    program: 'Program',
    manifest: 'Manifest SHA-256',
    extentText: (count, exhibits) => `${counted(count, 'page')}, ${counted(exhibits, 'exhibit')}`,
    zoneNote: (zone) =>
      zone === 'Europe/Moscow'
        ? 'Times are Moscow time unless stated otherwise.'
        : `Times are those of ${zone} unless stated otherwise.`
  },
  stampBox: 'For the recipient’s stamp',

  index: {
    lead: 'Number, title and page are links. Exhibit numbers use Latin letters and never change when documents are added.',
    heads: ['No.', 'Date', 'Title', 'Page'],
    ownPages: 'Pages of the pack',
    checks: 'Verification and checksums',
    undated: 'undated',
    attachedFlag: 'file attached',
    unreadableFlag: 'not readable',
    missingFlag: 'file missing',
    formerly: (numbers) => `formerly ${numbers}`
  },
  identity: {
    lead: 'On this page some characters are masked with dots; the exhibits show them in full. “As stated”: entered by the subscriber.',
    subscriber: 'Subscriber',
    names: { latin: 'Name in Latin script', cyrillic: 'Name in Cyrillic', chinese: 'Name in Chinese' },
    bornOn: 'Date of birth',
    document: 'Identity document',
    documentKind: 'Kind',
    documentNumber: 'Number',
    issuedBy: 'Issued by',
    issuedOn: 'Issued on',
    expiresOn: 'Valid until',
    issuedAndExpires: 'Issued, valid until',
    onEnd: 'On the day the contract ended',
    valid: (days) => `valid, ${counted(days, 'day')} left`,
    expired: (days) => `expired ${counted(days, 'day')} before that day`,
    numberAndContract: 'Number and contract',
    phoneNumber: 'Phone number',
    operator: 'Operator',
    legalName: 'Legal entity',
    taxNumber: 'Tax number (INN)',
    readOn: (on) => `read on ${on}`,
    unconfirmed: 'unconfirmed,',
    sim: 'SIM card, ICCID',
    contract: 'Contract',
    account: 'Account',
    reason: 'Reason for closing',
    tariff: 'Tariff',
    representative: 'Representative of the subscriber',
    representativeName: 'Name',
    attorney: 'Power of attorney',
    notary: 'Notary',
    mayReceiveMoney: 'May receive money',
    forReply: 'For a reply',
    address: 'Postal address',
    email: 'E-mail',
    phone: 'Phone',
    kinds: {
      passport: 'passport',
      'id-card': 'identity card',
      'residence-permit': 'residence permit',
      other: 'other document'
    },
    reasons: {
      moving: 'moving abroad',
      'new-number': 'changing the number',
      'not-used': 'no longer used',
      cost: 'cost',
      other: 'other reason'
    }
  },
  proofs: 'Exhibits to this part',
  proofsNone: 'This pack holds no exhibits to this part.',
  ledger: {
    lead: (from) =>
      `Charges and payments entered by the subscriber since ${from}, by date. What is owed is computed after each entry; a minus sign means credit of the subscriber.`,
    inCurrency: (currency) => `Account in ${currency}`,
    inUnit: (head, currency) => `${head},${currency.length > 1 ? ' ' : '\u00a0'}${currency}`,
    heads: {
      date: 'Date',
      entry: 'Entry',
      proof: 'Proof, page',
      charged: 'Charged',
      paid: 'Paid',
      owedAfter: 'Owed after'
    },
    opening: 'Opening balance',
    carriedTo: (page) => `Carried to p.\u00a0${page}`,
    carriedFrom: (page) => `Carried from p.\u00a0${page}`,
    total: 'Total',
    kinds: {
      bill: 'Bill',
      arrears: 'Arrears',
      penalty: 'Penalty',
      fee: 'Fee',
      payment: 'Payment',
      refund: 'Refund'
    },
    reconciliation: 'Reconciliation by kind',
    chargedHead: 'Charged',
    paidHead: 'Paid',
    kindTotals: {
      bill: (count) => `Bills (${count})`,
      arrears: (count) => `Arrears (${count})`,
      penalty: (count) => `Penalties (${count})`,
      fee: (count) => `Other fees (${count})`,
      payment: (count) => `Payments (${count})`,
      refund: () => 'Refunded to the subscriber'
    },
    byExhibits: (numbers) => `By exhibit${numbers.length === 1 ? '' : 's'} ${numbers.join(', ')}`,
    byOtherExhibits: (count) => `By other exhibits (${count})`,
    withoutProof: 'Without a document',
    stillOwed: 'Still owed',
    credit: 'Credit of the subscriber',
    chargedTotal: 'Total',
    paidTotal: 'Total less refunds',
    settled: (sum) => `The sums agree: ${bold(sum)} is owed.`,
    owed: (sum) => `Still owed: ${bold(sum)}.`,
    inCredit: (sum) => `Nothing is owed; credit of the subscriber: ${bold(sum)}.`,
    allProven: 'There is no payment without a document.',
    unproven: (count) =>
      `${counted(count, 'payment is', 'payments are')} stated only: this pack holds no document of ${count === 1 ? 'it' : 'them'}.`,
    morePapers: (count) => `and\u00a0${count}\u00a0more`,
    endNote: (on) => `The contract’s end date: ${on}.`
  },
  agreement: {
    lead: 'What was signed, on what terms, and what was returned.',
    terms: 'Cancellation agreement',
    number: 'Agreement',
    appliedOn: 'Request handed in',
    signedOn: 'Signed on',
    effectiveOn: 'Contract ends on',
    penalty: 'Early-termination fee',
    noPenalty: 'none',
    owedAtSigning: 'Owed on the day of signing',
    notes: 'Worth noting in the agreement'
  },
  confirmation: {
    lead: 'What the operator answered: when, how and in what words.',
    details: 'Details',
    channel: 'Channel',
    sender: 'Sender',
    receivedAt: 'Received at',
    channels: {
      email: 'e-mail',
      sms: 'text message',
      letter: 'letter',
      chat: 'chat',
      shop: 'in a shop',
      call: 'phone call',
      other: 'other'
    },
    text: 'Text of the confirmation',
    textNote:
      'The text stands as the subscriber entered it. The original file, if there is one, is in section F.'
  },
  exhibit: {
    dateSources: { exif: 'date of the photo, from the file', pdf: 'date from the file', stated: 'as stated' },
    addedOn: (on) => `added on ${on}`,
    hashLine: (short, page) => `SHA-256: ${short}, in full on p.\u00a0${page}`,
    untitled: 'Untitled',
    photoNote: (width, height, dpi) =>
      `The picture is shown whole, ${width}\u00a0×\u00a0${height}\u00a0pixels, ${dpi}\u00a0per inch. The program did not crop or correct it.`,
    photoTurned: 'Turned as the file says.',
    coarse: 'The picture is small: better look at the original file.',
    reduced: (percent) => `reduced to ${percent}%, the original is attached`
  }
}
