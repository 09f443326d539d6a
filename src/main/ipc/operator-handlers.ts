import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { LawRule } from '../../shared/domain/law-rule.ts'
import { listOperator, type OwnOperator } from '../../shared/domain/operator-data.ts'
import { ownFromImport } from '../../shared/domain/operator-import.ts'
import { done, failed } from '../../shared/domain/result.ts'
import { isSameValue } from '../../shared/domain/same-value.ts'
import type { OperatorBook } from '../operators/operator-book.ts'
import { readOperatorFile, writeOperatorFile } from '../operators/operator-files.ts'
import type { FileDialogs } from '../window/file-dialogs.ts'
import type { Handlers } from './handle.ts'

type OperatorHandlers = Pick<Handlers, Extract<keyof Handlers, `operator:${string}` | `law:${string}`>>

export interface OperatorServices {
  readonly book: OperatorBook
  readonly dialogs: FileDialogs
  readonly rules: readonly LawRule[]
  readonly documentsFolder: string
}

/** Operators and rules of law: shipped as data, corrected by the user in files of their own. */
export function operatorHandlers({
  book,
  dialogs,
  rules,
  documentsFolder
}: OperatorServices): OperatorHandlers {
  /** Read and checked, but not written before the user has said that it may replace what they have. */
  let waiting: { readonly importId: string; readonly own: OwnOperator } | null = null

  return {
    'law:list': () => rules,
    'operator:list': () => book.list(),
    'operator:edit': ({ id, edit }) => book.edit(id, edit),
    'operator:add': (identity) => book.add(identity),
    'operator:remove': ({ id }) => book.remove(id),
    'operator:export': async ({ id }) => {
      const listed = await book.find(id)
      if (listed === null) return failed({ code: 'operator-gone' })
      const target = await dialogs.chooseTarget(join(documentsFolder, `closeout-operator-${id}.json`))
      return target === null ? null : writeOperatorFile(listed.data, target)
    },
    'operator:import': async () => {
      const path = await dialogs.chooseFile('json')
      if (path === null) return null
      const read = await readOperatorFile(path)
      if (!read.ok) return read
      const there = await book.find(read.value.id)
      const own = ownFromImport(read.value, there?.shipped ?? null)
      if (there !== null && isSameValue(listOperator(there.shipped, own).data, there.data)) {
        return done({ state: 'same', operator: there })
      }
      if (there !== null && there.own !== null) {
        waiting = { importId: randomUUID(), own }
        return done({ state: 'asks-to-replace', importId: waiting.importId, operator: there })
      }
      const put = await book.put(own)
      return put.ok ? done({ state: 'imported', operator: put.value }) : put
    },
    'operator:confirm-import': async ({ importId }) => {
      if (waiting === null || waiting.importId !== importId) return failed({ code: 'operator-gone' })
      const { own } = waiting
      waiting = null
      return book.put(own)
    }
  }
}
