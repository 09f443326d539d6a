import { enCase } from './en-case.ts'
import { FACT, type Words } from './words.ts'

const bold = (text: string) => `${FACT}${text}${FACT}`
const stated = (isStatedOnly: boolean) => (isStatedOnly ? ' (as stated by the subscriber)' : '')
const counted = (count: number, one: string, many = `${one}s`) => `${count}\u00a0${count === 1 ? one : many}`
/** `p. 17` or `pp. 13–14`. */
const pages = (range: string) => `${range.includes('–') ? 'pp.' : 'p.'}\u00a0${range}`

export const en: Words = {
  ...enCase,
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
  coverInIndex: 'The case and the state of the six points',
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
    nothingOwed: (sum) => `Amount owed: ${bold(sum)}.`,
    credit: (sum) => `Nothing is owed; the subscriber is ${bold(sum)} in credit.`,
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
    more: (count) => `and ${count} more`
  },
  contents: {
    head: 'Contents.',
    text: ({ index, own, exhibits, count, checks }) =>
      [
        `Index: ${pages(index)}.`,
        `The case as the subscriber entered it: ${pages(own)}.`,
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
    morePapers: (count) => `and ${count} more`,
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
  },
  slip: {
    title: 'This file could not be shown',
    lead: (number) =>
      `This page stands in the place of exhibit ${number}, so that no document is lost unnoticed. The file is attached to this PDF, unchanged.`,
    leadLost: (number) =>
      `This page stands in the place of exhibit ${number}, so that no document is lost unnoticed. The file itself is not in this PDF.`,
    attachedTitle: 'File attached to this PDF',
    attachedLead: (number) =>
      `The program does not turn files of this kind into pages. Exhibit ${number} is attached to this PDF, unchanged.`,
    fileName: 'File name',
    size: 'Size',
    type: 'Type',
    reason: 'Reason',
    caption: 'Content as stated',
    howToOpen: 'How to open',
    openAttachment: (name) =>
      `Open this PDF in Adobe Acrobat Reader or Firefox, then the attachments panel (paper clip). Name of the attachment: ${name}`,
    openNowhere: 'Ask the subscriber for the file and compare its checksum with the one below.',
    reasons: {
      'pdf-encrypted': 'The PDF is protected by a password.',
      'pdf-broken': 'The PDF is damaged or has no pages.',
      'pdf-too-large': 'The PDF is too large to be shown page by page.',
      'image-broken': 'The picture is damaged and cannot be decoded.',
      'image-too-large': 'The picture is too large to be shown on a page.',
      'no-page-form': 'The program does not turn files of this kind into pages.',
      'object-missing': 'The file is not in the store.',
      'object-changed': 'The file in the store has changed: its checksum differs.'
    },
    counted: 'The cover does not count this file as a proof.',
    mediaTypes: {
      'audio/*': 'sound recording',
      'video/*': 'video',
      'image/*': 'picture',
      'text/*': 'text',
      'application/pdf': 'PDF document',
      'message/rfc822': 'e-mail message',
      'application/zip': 'archive',
      'application/octet-stream': 'file of unknown kind'
    }
  },
  verification: {
    lead: 'Anyone can check: neither this program nor the internet is needed.',
    what: [
      'What this is',
      'The original files are attached to this PDF as the subscriber added them. Each file has a SHA-256 checksum: 64 characters computed from its content. If a single byte changes, the checksum changes too.'
    ],
    how: 'How to check',
    steps: [
      'Open the PDF in Adobe Acrobat Reader or Firefox, open the attachments panel (paper clip) and save the file you want to check.',
      'Open a command line in the folder of the file and type the command. Put the file’s name in place of FILE.',
      (checksums) =>
        `Compare the 64 characters with the list on ${pages(checksums)}. You can copy the checksum and find it in the PDF (Ctrl+F): it is printed without spaces, every second group of eight is underlined. Upper or lower case does not matter.`
    ],
    photoStep: [
      'JPEG photos are not attached a second time: their bytes stand unchanged in the page itself. They can be taken out like this:',
      'The command names the page of the first photo in this pack; put the name of this PDF in place of FILE.pdf. The file you get equals the original byte for byte.'
    ],
    proves: [
      'What it proves',
      (checksums) =>
        `If the checksums agree, the file is byte for byte the one in the list on ${pages(checksums)}. If you know that list from this PDF alone, agreement only shows that the attachment matches the list. If the list or its checksum was given to you earlier, the file has not changed since.`
    ],
    provesNot: [
      'What it does not prove',
      'A checksum does not say who made a file, when, or whether its content is true. It does not replace a signature, a notary or the operator’s own answer. Dates in the index come from the files themselves or from the subscriber.'
    ],
    changed: [
      'What was changed for display',
      'Some numbers on the subscriber’s page are masked with dots. Pages of other parties’ PDFs are reduced to leave room for the page number; links and scripts are taken out, filled fields and notes are shown as part of the page. Photos are only turned and fitted to the page; transparent parts of pictures are shown white.'
    ],
    example: 'Example',
    exampleText: (number, name) => `For exhibit ${number} (file ${name}) the result must be:`,
    note: (checksums) =>
      `The checksum of this PDF cannot be printed inside it: the program shows it and the subscriber hands it over separately. The list on ${pages(checksums)} is also attached as manifest.json.`
  },
  checksums: {
    lead: (exhibits) =>
      `${counted(exhibits, 'exhibit')}. The column “Where” says where the original file is.`,
    heads: ['No.', 'File and SHA-256', 'Bytes', 'Where', 'Page'],
    attached: 'attached to the PDF',
    pageImage: 'in the PDF, as page image',
    notThere: 'not in the PDF',
    manifest: 'Manifest manifest.json'
  }
}
