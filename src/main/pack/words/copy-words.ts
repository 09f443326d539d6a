import type { PackLanguage } from '../../../shared/domain/pack-record.ts'
import { russianPlural } from './russian-plural.ts'

type Row = readonly [label: string, value: string]

/** What a pack says of the copy of a picture that was saved anew. */
export interface CopyWords {
  /** Under a picture that was saved anew; `purpose` = what is in its pixels, null = nothing is; empty = said before. */
  readonly copiedPhoto: (width: number, height: number, dpi: number, purpose: string | null) => string
  /** Parts of a picture that are covered in its copy. */
  readonly covered: {
    /** Beside the name of the file over a page with bars. */
    readonly onPage: string
    /** In white on the bar. */
    readonly label: (what: string) => string
    readonly title: string
    /** Label and value: what is covered, how, the purpose, the original. The first value is made from the parts. */
    readonly rows: readonly [readonly [string], Row, Row, Row]
    /** `names` as a list; a second language does not say them again. */
    readonly parts: (names: string, unnamed: number, hasNames: boolean) => string
  }
}

export const COPY_WORDS: Readonly<Record<PackLanguage, CopyWords>> = {
  ru: {
    copiedPhoto: (width, height, dpi, purpose) =>
      `Копия снимка целиком, ${width}\u00a0×\u00a0${height}\u00a0точек, ${dpi}\u00a0${russianPlural(dpi, 'точка', 'точки', 'точек')} на дюйм. ${printedRu(purpose)}Сведения о месте съёмки и камере убраны.`,
    covered: {
      onPage: 'часть закрыта',
      label: (what) => `закрыто: ${what}`,
      title: 'Что изменено в этой копии',
      rows: [
        ['Закрыто полосой'],
        ['Как закрыто', 'точки изображения удалены, под полосой ничего нет'],
        ['Надпись о назначении', 'нанесена на копию, в исходном файле её нет'],
        ['Исходный файл', 'не изменён, хранится у абонента']
      ],
      parts: (names, unnamed, hasNames) => {
        const places = `${unnamed}\u00a0${russianPlural(unnamed, 'место', 'места', 'мест')}`
        if (!hasNames) return places
        return unnamed === 0 ? names : `${names} и ещё ${places}`
      }
    }
  },
  en: {
    copiedPhoto: (width, height, dpi, purpose) =>
      `A copy of the whole picture, ${width}\u00a0×\u00a0${height}\u00a0pixels, ${dpi}\u00a0per inch. ${printedEn(purpose)}Where and with which camera it was taken is left out.`,
    covered: {
      onPage: 'partly masked',
      label: (what) => `masked: ${what}`,
      title: 'What was changed in this copy',
      rows: [
        ['Covered by a bar'],
        ['How', 'pixels removed, nothing lies under the bar'],
        ['Purpose', 'printed into the copy; the original does not have this text'],
        ['Original file', 'unchanged, kept by the subscriber']
      ],
      parts: (names, unnamed, hasNames) => {
        const isOne = unnamed === 1
        if (!hasNames) return `${unnamed} ${isOne ? 'place' : 'places'}`
        if (unnamed === 0) return names
        return `${names} and ${unnamed} more ${isOne ? 'place' : 'places'}`
      }
    }
  },
  'zh-CN': {
    copiedPhoto: (width, height, dpi, purpose) =>
      `图片完整副本，${width}\u00a0×\u00a0${height}\u00a0像素，每英寸\u00a0${dpi}\u00a0点。${printedZh(purpose)}拍摄地点和相机信息已去除。`,
    covered: {
      onPage: '局部遮盖',
      label: (what) => `已遮盖：${what}`,
      title: '本副本的改动',
      rows: [
        ['黑条遮盖'],
        ['遮盖方式', '像素已删除，黑条下没有任何内容'],
        ['用途文字', '印在副本上，原始文件中没有'],
        ['原始文件', '未作改动，由用户保存']
      ],
      parts: (names, unnamed, hasNames) => {
        if (!hasNames) return `${unnamed}\u00a0处`
        return unnamed === 0 ? names : `${names}，另有\u00a0${unnamed}\u00a0处`
      }
    }
  }
}

function printedRu(purpose: string | null): string {
  if (purpose === '') return 'В саму копию впечатано, для чего она. '
  return purpose === null ? '' : `В саму копию впечатано: «${purpose}». `
}

function printedEn(purpose: string | null): string {
  if (purpose === '') return 'What it is for is printed into the copy itself. '
  return purpose === null ? '' : `Printed into the copy itself: “${purpose}”. `
}

function printedZh(purpose: string | null): string {
  if (purpose === '') return '用途已印入副本图像。'
  return purpose === null ? '' : `副本图像中已印入：“${purpose}”。`
}
