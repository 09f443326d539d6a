import type { PackLanguage } from '../../../shared/domain/pack-record.ts'
import { COPY_WORDS, type CopyWords } from './copy-words.ts'
import { pagesInEnglish } from './english-count.ts'

interface PurposeFacts {
  /** Empty where the contract's number is not known. */
  readonly contract: string
  readonly phoneNumber: string
  readonly operator: string
  readonly on: string
}

/** What a pack says because of who it is for: the addressee, what is masked, what is kept back. */
export interface RecipientWords extends CopyWords {
  readonly addressee: (name: string) => string
  /** Across the copy of an identity document. */
  readonly purpose: (facts: PurposeFacts) => string
  /** In the list of checksums. */
  readonly masked: string
  readonly apart: string
  /** Above the subscriber's facts. */
  readonly identityMasked: string
  readonly slip: {
    readonly title: string
    readonly maskedLead: (number: string) => string
    readonly apartLead: (number: string) => string
    readonly failedMasked: (number: string) => string
    readonly failedApart: (number: string) => string
    readonly openMasked: string
    readonly openApart: string
  }
  /** Above a letter or a text that the program has set. */
  readonly written: { readonly masked: string; readonly apart: string }
  /** Above a file of cells that the program has set as a table. */
  readonly table: { readonly masked: string; readonly apart: string }
  readonly index: { readonly maskedFlag: string; readonly apartFlag: string }
  readonly verification: {
    readonly whatApart: string
    readonly saveApart: string
    readonly head: string
    readonly documentNumbers: string
    readonly birthDates: string
    /** What masking does not do, but under bars. */
    readonly exhibitsStay: (barred: string) => string
    /** Documents with bars, none of whose pages is the one of its file. */
    readonly drawn: (numbers: string) => string
    readonly kept: (numbers: string, checksums: string) => string
    readonly marked: string
    /** How firmly the mark sits in pictures, and on pages of PDF files. */
    readonly burnt: string
    readonly laidOver: string
  }
}

export const RECIPIENT_WORDS: Readonly<Record<PackLanguage, RecipientWords>> = {
  ru: {
    addressee: (name) => `Для кого: ${name}`,
    purpose: ({ contract, phoneNumber, operator, on }) =>
      contract === ''
        ? `Копия только для отключения номера ${phoneNumber} у оператора ${operator}, ${on}`
        : `Копия только для расторжения договора № ${contract} с ${operator}, ${on}`,
    ...COPY_WORDS.ru,
    masked: 'не вложен: данные закрыты',
    apart: 'передан отдельно',
    identityMasked:
      'В тексте комплекта номера документов закрыты точками, дата рождения не указана. «Со слов» — внесено абонентом.',
    slip: {
      title: 'Файла нет в этом PDF',
      maskedLead: (number) =>
        `Файлы этого вида программа не переводит в страницы. Данные документов в этом комплекте закрыты, поэтому файл приложения ${number} не вложен: он может их содержать.`,
      apartLead: (number) =>
        `Файлы этого вида программа не переводит в страницы. Приложение ${number} передаётся отдельно, без изменений.`,
      failedMasked: (number) =>
        `Лист стоит на месте приложения ${number}, чтобы ни один документ не пропал незаметно. Файл не вложен: данные документов в этом комплекте закрыты.`,
      failedApart: (number) =>
        `Лист стоит на месте приложения ${number}, чтобы ни один документ не пропал незаметно. Файл передаётся отдельно, без изменений.`,
      openMasked: 'Оригинал остаётся у абонента; он может показать его и сверить с контрольной суммой ниже.',
      openApart: 'Файл передаётся отдельно: сравните его контрольную сумму с указанной ниже.'
    },
    written: {
      masked:
        'Текст без оформления; строки пронумерованы программой. Данные документов в этом комплекте закрыты, поэтому сам файл не вложен.',
      apart:
        'Текст без оформления; строки пронумерованы программой. Сам файл передаётся отдельно, без изменений.'
    },
    table: {
      masked:
        'Содержимое файла показано таблицей; строки пронумерованы программой. Данные документов в этом комплекте закрыты, поэтому сам файл не вложен.',
      apart:
        'Содержимое файла показано таблицей: значения не изменены, строки пронумерованы программой. Сам файл передаётся отдельно, без изменений.'
    },
    index: { maskedFlag: 'файл не вложен', apartFlag: 'файл отдельно' },
    verification: {
      whatApart:
        'Исходные файлы в этот PDF не вложены: абонент передаёт их отдельно, в том виде, в каком внёс их в программу. У каждого файла есть контрольная сумма SHA-256: 64 знака, которые вычисляются из содержимого файла. Изменится хотя бы один байт — изменится и сумма.',
      saveApart: 'Возьмите файл, который передал вам абонент.',
      head: 'Что закрыто и не вложено',
      documentNumbers:
        'Номера документов, удостоверяющих личность, закрыты точками во всех текстах комплекта.',
      birthDates: 'Дата рождения опущена.',
      exhibitsStay: (barred) =>
        barred === ''
          ? 'На страницах приложений ничего не закрыто, кроме писем и сообщений, которые набраны программой.'
          : `На страницах приложений ничего не закрыто, кроме писем и сообщений, которые набраны программой, и мест под чёрными полосами в приложениях ${barred}: точки изображения там удалены.`,
      drawn: (numbers) =>
        `Страницы документов ${numbers} показаны изображениями: из самих файлов в комплект ничего не взято, а строки, которых касается полоса, не находятся поиском.`,
      kept: (numbers, checksums) =>
        `Исходные файлы приложений ${numbers} не вложены, потому что данные документов закрыты; их контрольные суммы указаны в перечне на с.\u00a0${checksums}.`,
      marked: 'Поперёк копий документов напечатано, для чего сделана копия; в оригинале этой надписи нет.',
      burnt:
        'В снимках надпись — часть самого изображения: копия сохранена заново, без сведений о месте съёмки и камере.',
      laidOver: 'На страницах из PDF надпись наложена сверху; тот, кто правит PDF, может её снять.'
    }
  },
  en: {
    addressee: (name) => `For: ${name}`,
    purpose: ({ contract, phoneNumber, operator, on }) =>
      contract === ''
        ? `Copy only for closing number ${phoneNumber} with ${operator}, ${on}`
        : `Copy only for ending contract ${contract} with ${operator}, ${on}`,
    ...COPY_WORDS.en,
    masked: 'not attached: masked',
    apart: 'handed over separately',
    identityMasked:
      'In the texts of this pack document numbers are masked with dots and the date of birth is left out. “As stated”: entered by the subscriber.',
    slip: {
      title: 'This file is not in this PDF',
      maskedLead: (number) =>
        `The program does not turn files of this kind into pages. Identity data is masked in this pack, so the file of exhibit ${number}, which may hold it, is not attached.`,
      apartLead: (number) =>
        `The program does not turn files of this kind into pages. Exhibit ${number} is handed over separately, unchanged.`,
      failedMasked: (number) =>
        `This page stands in the place of exhibit ${number}, so that no document is lost unnoticed. The file is not attached: identity data is masked in this pack.`,
      failedApart: (number) =>
        `This page stands in the place of exhibit ${number}, so that no document is lost unnoticed. The file is handed over separately, unchanged.`,
      openMasked:
        'The original stays with the subscriber, who can show it and compare it with the checksum below.',
      openApart: 'The file is handed over separately: compare its checksum with the one below.'
    },
    written: {
      masked:
        'The text without its layout; lines numbered by the program. Identity data is masked in this pack, so the file itself is not attached.',
      apart:
        'The text without its layout; lines numbered by the program. The file itself is handed over separately, unchanged.'
    },
    table: {
      masked:
        'The file as a table; its rows are numbered by the program. Identity data is masked in this pack, so the file itself is not attached.',
      apart:
        'The file as a table: its values are unchanged, its rows numbered by the program. The file itself is handed over separately, unchanged.'
    },
    index: { maskedFlag: 'file not attached', apartFlag: 'file separate' },
    verification: {
      whatApart:
        'The original files are not attached to this PDF: the subscriber hands them over separately, as they were added. Each file has a SHA-256 checksum: 64 characters computed from its content. If a single byte changes, the checksum changes too.',
      saveApart: 'Take the file that the subscriber handed over to you.',
      head: 'What is masked or kept back',
      documentNumbers: 'Numbers of identity documents are masked with dots in all texts of this pack.',
      birthDates: 'The date of birth is left out.',
      exhibitsStay: (barred) =>
        barred === ''
          ? 'Pages of exhibits are not masked, except letters and messages that the program has set.'
          : `Pages of exhibits are not masked, except letters and messages that the program has set, and what lies under black bars in exhibits ${barred}: its pixels are removed.`,
      drawn: (numbers) =>
        `Pages of documents ${numbers} are shown as pictures: nothing of the files themselves is in this pack, and lines that a bar touches are not found by searching.`,
      kept: (numbers, checksums) =>
        `The original files of exhibits ${numbers} are not attached because identity data is masked; their checksums are in the list on ${pagesInEnglish(checksums)}.`,
      marked:
        'Across copies of identity documents it is printed what the copy is for; the original does not have this text.',
      burnt:
        'In pictures this text is part of the image: the copy was saved anew, without data on place and camera.',
      laidOver: 'On pages of PDF files it lies on top; whoever edits the PDF can take it off.'
    }
  },
  'zh-CN': {
    addressee: (name) => `致：${name}`,
    purpose: ({ contract, phoneNumber, operator, on }) =>
      contract === ''
        ? `仅用于在 ${operator} 办理号码 ${phoneNumber} 的销号，${on}`
        : `仅用于与 ${operator} 解除第 ${contract} 号合同，${on}`,
    ...COPY_WORDS['zh-CN'],
    masked: '未附，资料已遮盖',
    apart: '单独交付',
    identityMasked: '本材料文字中的证件号码以圆点遮盖，出生日期略去。“本人陈述”指由用户填写。',
    slip: {
      title: '此文件不在本 PDF 中',
      maskedLead: (number) =>
        `程序不把这类文件转成页面。本材料遮盖身份资料，附件 ${number} 的文件可能含有这些资料，因此未附。`,
      apartLead: (number) => `程序不把这类文件转成页面。附件 ${number} 未作改动，单独交付。`,
      failedMasked: (number) =>
        `本页代替附件 ${number}，以免任何文件被悄悄遗漏。本材料遮盖身份资料，因此未附该文件。`,
      failedApart: (number) => `本页代替附件 ${number}，以免任何文件被悄悄遗漏。文件未作改动，单独交付。`,
      openMasked: '原件由用户保存；用户可以出示，并与下列校验值核对。',
      openApart: '文件单独交付，请与下列校验值核对。'
    },
    written: {
      masked: '仅列文字，不含版式；行号由程序所加。本材料遮盖身份资料，因此未附原文件。',
      apart: '仅列文字，不含版式；行号由程序所加。原文件未作改动，单独交付。'
    },
    table: {
      masked: '文件内容按表格显示，行号由程序所加。本材料遮盖身份资料，因此未附原文件。',
      apart: '文件内容按表格显示，各项内容未作改动，行号由程序所加。原文件未作改动，单独交付。'
    },
    index: { maskedFlag: '文件未附', apartFlag: '文件另交' },
    verification: {
      whatApart:
        '本 PDF 未附原始文件，由用户另行交付，与添加时完全相同。每个文件都有一个 SHA-256 校验值：由文件内容算出的 64 位字符。文件只要改动一个字节，校验值就会不同。',
      saveApart: '取用户交给你的文件。',
      head: '遮盖与未附',
      documentNumbers: '本材料所有文字中的证件号码均以圆点遮盖。',
      birthDates: '出生日期略去。',
      exhibitsStay: (barred) =>
        barred === ''
          ? '附件页面不作遮盖，由程序排出的信件和消息除外。'
          : `附件页面不作遮盖，由程序排出的信件和消息，以及附件 ${barred} 中的黑条部分除外；黑条下的像素已删除。`,
      drawn: (numbers) =>
        `文件 ${numbers} 的页面以图像显示：原文件的内容没有放入本材料，黑条所及的文字行无法搜索到。`,
      kept: (numbers, checksums) =>
        `因身份资料已遮盖，未附附件 ${numbers} 的原始文件；其校验值见第${checksums}页清单。`,
      marked: '证件副本上印有副本用途，原件上没有这些文字。',
      burnt: '图片中的文字已成为图像的一部分：副本重新保存，不含拍摄地点和相机信息。',
      laidOver: 'PDF 页面上的文字覆盖在页面上，编辑 PDF 的人可以将其去除。'
    }
  }
}
