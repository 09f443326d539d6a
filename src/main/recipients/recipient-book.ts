import { randomUUID } from 'node:crypto'
import type { RecipientFailure, RecipientListing } from '../../shared/bridge/contract.ts'
import type { ListedProfile, RecipientProfile } from '../../shared/domain/recipient-profile.ts'
import { done, failed, type Result } from '../../shared/domain/result.ts'
import { ownFiles } from '../own-files.ts'
import { serialQueue } from '../vault/serial-queue.ts'
import { vaultFailureOf } from '../vault/vault-failure.ts'
import { RECIPIENT_FILE } from './recipient-file.ts'
import { readShippedRecipients } from './shipped-recipients.ts'

/** The shipped recipients, and behind them the user's own. */
export interface RecipientBook {
  list(): Promise<RecipientListing>
  find(id: string): Promise<ListedProfile | null>
  /** A copy under a name of the user's. */
  add(profile: Omit<RecipientProfile, 'id'>): Promise<Result<RecipientProfile, RecipientFailure>>
  /** Changes one of the user's own; those that ship with the app stay as they are. */
  change(profile: RecipientProfile): Promise<Result<RecipientProfile, RecipientFailure>>
  remove(id: string): Promise<Result<null, RecipientFailure>>
}

interface BookFolders {
  readonly resourcesFolder: string
  /** Of the user's own files; need not exist. */
  readonly ownFolder: string
}

export async function openRecipientBook({ resourcesFolder, ownFolder }: BookFolders): Promise<RecipientBook> {
  const shipped = await readShippedRecipients(resourcesFolder)
  const files = ownFiles(ownFolder, RECIPIENT_FILE)
  const changes = serialQueue()
  const isShipped = (id: string) => shipped.some((profile) => profile.id === id)

  async function list(): Promise<RecipientListing> {
    const { values: profiles, damaged } = await files.read()
    const own = profiles.filter(({ id }) => !isShipped(id))
    const hidden = profiles.filter(({ id }) => isShipped(id)).map(({ id }) => `${id}.json`)
    return {
      profiles: [
        ...shipped.map((profile) => ({ profile, isOwn: false })),
        ...own.map((profile) => ({ profile, isOwn: true }))
      ],
      damaged: [...damaged, ...hidden]
    }
  }

  async function find(id: string): Promise<ListedProfile | null> {
    return (await list()).profiles.find(({ profile }) => profile.id === id) ?? null
  }

  function save(profile: RecipientProfile): Promise<Result<RecipientProfile, RecipientFailure>> {
    return onDisk(async () => {
      await files.setAsideDamaged(profile.id)
      await files.write(profile)
      return profile
    })
  }

  return {
    list,
    find,
    add: (profile) => changes.run(() => save({ ...profile, id: `own-${randomUUID().slice(0, 8)}` })),
    change: (profile) =>
      changes.run(async () => {
        const known = await find(profile.id)
        return known === null || !known.isOwn ? failed({ code: 'recipient-gone' }) : save(profile)
      }),
    remove: (id) =>
      changes.run(() =>
        onDisk(async () => {
          await files.remove(id)
          return null
        })
      )
  }
}

async function onDisk<Value>(deed: () => Promise<Value>): Promise<Result<Value, RecipientFailure>> {
  try {
    return done(await deed())
  } catch (error) {
    const { code } = vaultFailureOf(error)
    return failed({ code: code === 'vault-failed' ? 'write-failed' : code })
  }
}
