import { randomUUID } from 'node:crypto'
import type { OperatorFailure, OperatorListing } from '../../shared/bridge/contract.ts'
import type { IsoDate } from '../../shared/domain/calendar.ts'
import {
  listOperator,
  type ListedOperator,
  type OperatorData,
  type OperatorIdentity,
  type OwnOperator
} from '../../shared/domain/operator-data.ts'
import {
  editOwnOperator,
  emptyOwnOperator,
  saysNothing,
  type OperatorEdit
} from '../../shared/domain/operator-edit.ts'
import { done, failed, type Result } from '../../shared/domain/result.ts'
import { operatorDataSchema } from '../../shared/schema/operator-schema.ts'
import { ownFiles } from '../own-files.ts'
import { serialQueue } from '../vault/serial-queue.ts'
import { vaultFailureOf } from '../vault/vault-failure.ts'
import { OWN_OPERATOR_FILE } from './own-operator-file.ts'
import { readShippedOperators } from './shipped-operators.ts'

/** The shipped operators together with what the user corrected and added. */
export interface OperatorBook {
  list(): Promise<OperatorListing>
  find(id: string): Promise<ListedOperator | null>
  edit(id: string, edit: OperatorEdit): Promise<Result<ListedOperator, OperatorFailure>>
  add(identity: OperatorIdentity): Promise<Result<ListedOperator, OperatorFailure>>
  /** Puts a whole file in place of the user's own one of that operator. */
  put(own: OwnOperator): Promise<Result<ListedOperator, OperatorFailure>>
  /** Of a shipped operator all corrections; of the user's own one everything, and then null is left. */
  remove(id: string): Promise<Result<ListedOperator | null, OperatorFailure>>
}

interface BookFolders {
  readonly resourcesFolder: string
  /** Of the user's own files; need not exist. */
  readonly ownFolder: string
  readonly today: () => IsoDate
}

export async function openOperatorBook(folders: BookFolders): Promise<OperatorBook> {
  const { today } = folders
  const files = ownFiles(folders.ownFolder, OWN_OPERATOR_FILE)
  const shipped = await readShippedOperators(folders.resourcesFolder)
  const changes = serialQueue()
  const shippedOf = (id: string) => shipped.find((one) => one.id === id) ?? null

  async function list(): Promise<OperatorListing> {
    const { values: operators, damaged } = await files.read()
    const usable = operators.filter((own) => own.identity !== null || shippedOf(own.id) !== null)
    const useless = operators.filter((own) => !usable.includes(own)).map(({ id }) => `${id}.json`)
    const ownOf = (id: string) => usable.find((own) => own.id === id) ?? null
    const added = usable.filter((own) => shippedOf(own.id) === null)
    return {
      operators: [
        ...shipped.map((data) => listOperator(data, ownOf(data.id))),
        ...added.map((own) => listOperator(null, own))
      ],
      damaged: [...damaged, ...useless]
    }
  }

  async function find(id: string): Promise<ListedOperator | null> {
    return (await list()).operators.find(({ data }) => data.id === id) ?? null
  }

  async function save(own: OwnOperator): Promise<Result<ListedOperator, OperatorFailure>> {
    const listed = listOperator(shippedOf(own.id), saysNothing(own) ? null : own)
    if (!isUsable(listed.data)) return failed({ code: 'operator-too-large' })
    return onDisk(async () => {
      await files.setAsideDamaged(own.id)
      if (listed.own === null) await files.remove(own.id)
      else await files.write(own)
      return listed
    })
  }

  return {
    list,
    find,
    edit: (id, edit) =>
      changes.run(async () => {
        const listed = await find(id)
        if (listed === null) return failed({ code: 'operator-gone' })
        const own = listed.own ?? emptyOwnOperator(id, null)
        return save(editOwnOperator(own, edit, { shipped: listed.shipped, today: today() }))
      }),
    add: (identity) => changes.run(() => save(emptyOwnOperator(`own-${randomUUID().slice(0, 8)}`, identity))),
    put: (own) => changes.run(() => save(own)),
    remove: (id) =>
      changes.run(() =>
        onDisk(async () => {
          await files.remove(id)
          return find(id)
        })
      )
  }
}

/** A dossier must be able to keep it. */
function isUsable(data: OperatorData): boolean {
  return operatorDataSchema.safeParse(data).success
}

async function onDisk<Value>(deed: () => Promise<Value>): Promise<Result<Value, OperatorFailure>> {
  try {
    return done(await deed())
  } catch (error) {
    const { code } = vaultFailureOf(error)
    return failed({ code: code === 'vault-failed' ? 'write-failed' : code })
  }
}
