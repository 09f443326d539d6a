import type { PackLanguage } from '../../../shared/domain/pack-record.ts'
import { pagesInEnglish } from './english-count.ts'
import { FACT } from './words.ts'

interface VolumeStatement {
  readonly of: number
  /** `B-1 — C-4`; null = it has none. */
  readonly exhibits: string | null
  readonly from: number
}

/** What a pack says because it comes in more than one file. */
export interface VolumeWords {
  readonly title: (number: number, of: number) => string
  /** Under the title of a later volume. */
  readonly statement: (volume: VolumeStatement) => string
  /** On the cover of the first one. */
  readonly first: (of: number) => string
  readonly section: string
  readonly heads: readonly [volume: string, pages: string, exhibits: string]
  readonly none: string
  /** Head of the column of volumes in the index. */
  readonly column: string
  /** A page in another volume, inside a table. */
  readonly inTable: (volume: number, page: string) => string
  /** A page in another volume, in a sentence. */
  readonly inText: (volume: number, page: string) => string
  readonly contents: (parts: { readonly index: string; readonly checks: string }) => string
  /** On the cover of the own pages where each exhibit has a file of its own. */
  readonly separate: (count: number) => string
  /** In the list of checksums: where the original is. */
  readonly inOwnFile: string
}

const bold = (text: string) => `${FACT}${text}${FACT}`

export const VOLUME_WORDS: Readonly<Record<PackLanguage, VolumeWords>> = {
  ru: {
    title: (number, of) => `Том ${number} из ${of}`,
    statement: ({ of, exhibits, from }) =>
      `${exhibits === null ? '' : `Приложения ${bold(exhibits)}. `}Нумерация страниц сквозная, здесь она начинается со страницы ${bold(String(from))}. Сведения о деле и полная опись — в томе 1 из ${of}.`,
    first: (of) => `Комплект в томах, всего ${of}; нумерация страниц сквозная.`,
    section: 'Тома комплекта',
    heads: ['Том', 'Страницы', 'Приложения'],
    none: 'сведения о деле',
    column: 'Том',
    inTable: (volume, page) => `т.\u00a0${volume}, ${page}`,
    inText: (volume, page) => `том\u00a0${volume}, ${page}`,
    contents: ({ index, checks }) =>
      `Опись этого тома — с.\u00a0${index}. Как сверить файлы с контрольными суммами — с.\u00a0${checks}.`,
    separate: (count) =>
      `Приложения переданы отдельными файлами, всего ${count}; имя файла начинается с номера приложения, нумерация страниц сквозная.`,
    inOwnFile: 'в файле приложения'
  },
  en: {
    title: (number, of) => `Volume ${number} of ${of}`,
    statement: ({ of, exhibits, from }) =>
      `${exhibits === null ? '' : `Exhibits ${bold(exhibits)}. `}Page numbers go on through all volumes and begin here with ${bold(String(from))}. The case and the full index are in volume 1 of ${of}.`,
    first: (of) => `In ${of} volumes; page numbers go on through all of them.`,
    section: 'Volumes of this pack',
    heads: ['Volume', 'Pages', 'Exhibits'],
    none: 'the case',
    column: 'Vol.',
    inTable: (volume, page) => `vol.\u00a0${volume}, ${page}`,
    inText: (volume, page) => `volume\u00a0${volume}, ${page}`,
    contents: ({ index, checks }) =>
      `Index of this volume: ${pagesInEnglish(index)}. How to check the files against their checksums: ${pagesInEnglish(checks)}.`,
    separate: (count) =>
      `Exhibits are handed over as files of their own, ${count} in all; a file’s name begins with the number of its exhibit, and page numbers go on through all files.`,
    inOwnFile: 'in the exhibit’s file'
  },
  'zh-CN': {
    title: (number, of) => `第 ${number} 册，共 ${of} 册`,
    statement: ({ of, exhibits, from }) =>
      `${exhibits === null ? '' : `附件 ${bold(exhibits)}。`}各册页码连续，本册从第 ${bold(String(from))} 页开始。案情和完整目录见第 1 册（共 ${of} 册）。`,
    first: (of) => `分为 ${of} 册，页码连续。`,
    section: '各册内容',
    heads: ['册', '页码', '附件'],
    none: '案情说明',
    column: '册',
    inTable: (volume, page) => `第${volume}册 ${page}`,
    inText: (volume, page) => `第${volume}册${page}`,
    contents: ({ index, checks }) => `第${index}页为本册目录；第${checks}页说明如何核对文件的校验值。`,
    separate: (count) => `附件另成文件，共 ${count} 个；文件名以附件编号开头，页码连续。`,
    inOwnFile: '在该附件的文件中'
  }
}
