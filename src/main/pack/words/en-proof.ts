import { countedInEnglish as counted, pagesInEnglish as pages } from './english-count.ts'
import type { ProofWords } from './proof-words.ts'

export const enProof: ProofWords = {
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
    length: 'Length',
    lengthUnknown: 'not stated in the file',
    units: ['\u00a0h', '\u00a0min', '\u00a0s'],
    notes: 'Notes on it',
    noNotes: 'none; no transcript',
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
      'engine-gave-up': 'Reading the file could not be brought to an end.',
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
  written: {
    note: {
      text: (name) =>
        `The file as text, lines numbered by the program. The file itself is attached unchanged: ${name}`,
      table: (name) =>
        `The file as a table: its values are unchanged, its rows numbered by the program. The file itself is attached unchanged: ${name}`,
      mail: (name) =>
        `The letter as text, without its layout; lines numbered by the program. The letter itself is attached unchanged: ${name}`,
      messages: (name) =>
        `The messages as text; lines numbered by the program. The file itself is attached unchanged: ${name}`
    },
    fields: {
      from: 'From',
      to: 'To',
      cc: 'Cc',
      date: 'Date in the letter',
      subject: 'Subject',
      id: 'Message-ID',
      signature: 'Domain signature',
      attachments: 'Attachments'
    },
    signature: (domain) => `DKIM: ${domain}; not verified by the program`,
    attachment: (nth, name, size, where) =>
      `${nth} — ${name === '' ? 'unnamed' : name}, ${size}${where === null ? '' : `; ${where}`}`,
    shownAfter: 'shown on the sheets after the letter',
    onlyInLetter: 'in the letter itself',
    sameAs: 'the same file as',
    cut: (shown, all) => `Lines 1–${shown} of ${all} are shown; the rest are in the file itself.`,
    cutTable: (shown, all) => `Rows 1–${shown} of ${all} are shown; the rest are in the file itself.`
  },
  messages: {
    heads: ['Line', 'Time', 'Direction, number', 'Text of the message'],
    zone: (zone) => `Times: ${zone}`,
    directions: { in: 'Received', out: 'Sent', unsent: 'Not sent' },
    party: {
      in: (number) => `from ${number}`,
      out: (number) => `to ${number}`,
      unsent: (number) => `to ${number}`
    },
    attachment: (nth, name) => (name === '' ? `attachment ${nth}` : `attachment ${nth}: ${name}`),
    inFull: 'in full on the sheets after the messages',
    onlyInFile: 'not shown here, see the file itself',
    all: (count, from, to) =>
      `Messages in the file: ${count}, ${from === to ? `on ${from}` : `${from} to ${to}`}; all are shown.`,
    declared: (declared, found) =>
      `The file itself gives another number of messages: ${declared}, and holds ${found}.`,
    unread: (count) => `Without a date or a text, so not shown: ${count}.`,
    cut: (shown, all) => `Messages 1–${shown} of ${all} are shown; the rest are in the file itself.`,
    asInFile:
      'Ordered by time; the text is as in the file, unedited. Messages received are tinted and have an arrow to the left.'
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
