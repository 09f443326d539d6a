import { afterEach, describe, expect, it } from 'vitest'
import {
  forgetEveryText,
  forgetText,
  forgetTextsOf,
  keepText,
  restoreUnsaved,
  settleTexts,
  unsavedText
} from '../../../src/renderer/composables/unsaved-texts.ts'
import type { Drafts } from '../../../src/renderer/db/drafts.ts'

const KNOWN = '11111111-1111-4111-8111-111111111111'
const GONE = '22222222-2222-4222-8222-222222222222'

interface Disk extends Drafts {
  readonly rows: Map<string, string>
  readonly writes: string[][]
}

/** Drafts in a map, written a moment later, as a disk does. */
function disk(rows: ReadonlyMap<string, string> = new Map()): Disk {
  const kept = new Map(rows)
  const writes: string[][] = []
  return {
    rows: kept,
    writes,
    readAll: () => Promise.resolve(new Map(kept)),
    write: async (changes) => {
      writes.push([...changes.keys()])
      await Promise.resolve()
      for (const [name, text] of changes) {
        if (text === null) kept.delete(name)
        else kept.set(name, text)
      }
    }
  }
}

afterEach(() => forgetEveryText())

describe('text that is not saved yet', () => {
  it('is there again after a crash', async () => {
    const drafts = disk()
    await restoreUnsaved(drafts)
    keepText(`${KNOWN}/set-identity/bornOn`, '31.02.')
    await settleTexts()
    forgetEveryText()
    await restoreUnsaved(drafts)
    expect(unsavedText(`${KNOWN}/set-identity/bornOn`)).toBe('31.02.')
  })

  it('is gone from the disk once it is saved', async () => {
    const drafts = disk()
    await restoreUnsaved(drafts)
    keepText('a/b', 'half')
    forgetText('a/b')
    await settleTexts()
    expect(drafts.rows.size).toBe(0)
  })

  it('goes with the dossier it belonged to, and only with that one', async () => {
    const drafts = disk(
      new Map([
        [`${GONE}/x`, 'old'],
        [`${KNOWN}/x`, 'kept'],
        ['new-dossier', '{}']
      ])
    )
    await restoreUnsaved(drafts)
    forgetTextsOf(GONE)
    await settleTexts()
    expect([...drafts.rows.keys()]).toEqual([`${KNOWN}/x`, 'new-dossier'])
    expect(unsavedText(`${GONE}/x`)).toBeUndefined()
  })

  it('is written in few writes, the last text last', async () => {
    const drafts = disk()
    await restoreUnsaved(drafts)
    for (const text of ['1', '12', '123', '1234']) keepText('a/b', text)
    await settleTexts()
    expect(drafts.rows.get('a/b')).toBe('1234')
    expect(drafts.writes.length).toBeLessThanOrEqual(2)
  })

  it('stays in the field when the disk refuses', async () => {
    await restoreUnsaved({
      readAll: () => Promise.resolve(new Map()),
      write: () => Promise.reject(new Error('full'))
    })
    keepText('a/b', 'typed')
    await settleTexts()
    expect(unsavedText('a/b')).toBe('typed')
  })
})
