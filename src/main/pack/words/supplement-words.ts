import type { PackLanguage } from '../../../shared/domain/pack-record.ts'
import { pagesInEnglish } from './english-count.ts'
import { FACT } from './words.ts'

/** What only a supplement says: which pack it belongs to, and that nothing sent before moves. */
export interface SupplementWords {
  readonly title: (code: string) => string
  readonly statement: (added: { readonly count: number; readonly from: number }) => string
  readonly section: string
  readonly pack: string
  readonly madeAt: string
  readonly extent: string
  readonly extentText: (pages: number, lastPage: number) => string
  readonly hash: string
  readonly hashes: (count: number) => string
  /** Where a pack has too many files to name each. */
  readonly moreFiles: (count: number) => string
  readonly contents: (parts: {
    readonly index: string
    readonly exhibits: string | null
    readonly checks: string
  }) => string
}

const bold = (text: string) => `${FACT}${text}${FACT}`

export const SUPPLEMENT_WORDS: Readonly<Record<PackLanguage, SupplementWords>> = {
  ru: {
    title: (code) => `Дополнение к комплекту ${code}`,
    statement: ({ count, from }) =>
      `Новых приложений: ${bold(String(count))}. Нумерация страниц продолжается, первая здесь — ${bold(String(from))}; номера приложений идут вслед за прежними. Отправленные ранее страницы и номера не меняются.`,
    section: 'Что дополняется',
    pack: 'Комплект',
    madeAt: 'Составлен',
    extent: 'Страницы',
    extentText: (pages, lastPage) =>
      lastPage === pages ? `1–${pages}` : `1–${pages}, с прежними дополнениями — до ${lastPage}`,
    hash: 'SHA-256 файла',
    hashes: (count) => `SHA-256 каждого из ${count}\u00a0файлов`,
    moreFiles: (count) => `и ещё ${count}: их суммы — в manifest.json, вложенном в это дополнение`,
    contents: ({ index, exhibits, checks }) =>
      [
        `Опись новых приложений — с.\u00a0${index}.`,
        exhibits === null ? 'Приложений нет.' : `Сами приложения — с.\u00a0${exhibits}.`,
        `Как сверить файлы с контрольными суммами — с.\u00a0${checks}.`,
        'Сведения о деле изложены в комплекте и здесь не повторяются.'
      ].join(' ')
  },
  en: {
    title: (code) => `Supplement to pack ${code}`,
    statement: ({ count, from }) =>
      `New exhibits: ${bold(String(count))}. Page numbers go on and begin here with ${bold(String(from))}; exhibit numbers go on as well. Pages and numbers sent earlier do not change.`,
    section: 'What it supplements',
    pack: 'Pack',
    madeAt: 'Made at',
    extent: 'Pages',
    extentText: (pages, lastPage) =>
      lastPage === pages ? `1–${pages}` : `1–${pages}, up to ${lastPage} with earlier supplements`,
    hash: 'SHA-256 of the file',
    hashes: (count) => `SHA-256 of each of ${count} files`,
    moreFiles: (count) =>
      `and ${count} more: their checksums are in the manifest.json attached to this supplement`,
    contents: ({ index, exhibits, checks }) =>
      [
        `Index of the new exhibits: ${pagesInEnglish(index)}.`,
        exhibits === null ? 'No exhibits.' : `The exhibits: ${pagesInEnglish(exhibits)}.`,
        `How to check the files against their checksums: ${pagesInEnglish(checks)}.`,
        'The case itself is told in the pack and not repeated here.'
      ].join(' ')
  },
  'zh-CN': {
    title: (code) => `材料 ${code} 的补充`,
    statement: ({ count, from }) =>
      `新增附件 ${bold(String(count))} 份。页码接着编，本册从第 ${bold(String(from))} 页开始；附件编号也依次接续。此前已发出的页码和编号不变。`,
    section: '所补充的材料',
    pack: '编号',
    madeAt: '生成时间',
    extent: '页码',
    extentText: (pages, lastPage) =>
      lastPage === pages ? `1–${pages}` : `1–${pages}，连同此前的补充至 ${lastPage}`,
    hash: '文件 SHA-256',
    hashes: (count) => `共 ${count} 个文件，逐一列出 SHA-256`,
    moreFiles: (count) => `另有 ${count} 个文件，校验值见本补充所附的 manifest.json`,
    contents: ({ index, exhibits, checks }) =>
      [
        `第${index}页为新增附件目录；`,
        exhibits === null ? '没有附件；' : `第${exhibits}页为附件；`,
        `第${checks}页说明如何核对文件的校验值。案情见原材料，此处不再重复。`
      ].join('')
  }
}
