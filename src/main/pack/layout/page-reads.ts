import { isSameValue } from '../../../shared/domain/same-value.ts'
import type { Target } from './drawing.ts'
import type { LayoutEnv, PageRange } from './layout-env.ts'

/** What a text of ours can say about pages. Known only when everything is laid out. */
export type PageNumbers = Pick<LayoutEnv, 'pages' | 'pageCount' | 'firstPage' | 'files' | 'manifestSha256'>

/** Page numbers that note what they were asked: what was laid out from them stays while the answers do. */
export interface PageReads {
  readonly numbers: PageNumbers
  /** Whether other numbers would have answered the same. */
  readonly agreesWith: (other: PageNumbers) => boolean
}

export function recordReads(numbers: PageNumbers): PageReads {
  const targets = new Map<Target, PageRange | undefined>()
  const others = new Set<Exclude<keyof PageNumbers, 'pages'>>()
  return {
    numbers: {
      pages: {
        get: (target) => {
          const range = numbers.pages.get(target)
          targets.set(target, range)
          return range
        }
      },
      get pageCount() {
        others.add('pageCount')
        return numbers.pageCount
      },
      get firstPage() {
        others.add('firstPage')
        return numbers.firstPage
      },
      get files() {
        others.add('files')
        return numbers.files
      },
      get manifestSha256() {
        others.add('manifestSha256')
        return numbers.manifestSha256
      }
    },
    agreesWith: (other) =>
      [...others].every((name) => isSameValue(other[name], numbers[name])) &&
      [...targets].every(([target, range]) => {
        const now = other.pages.get(target)
        return now?.first === range?.first && now?.last === range?.last
      })
  }
}
