import { renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { nodeFsx, type Fsx } from '../../../src/main/fsx.ts'
import { dossierNameList, type DossierNames } from '../../../src/main/vault/dossier-names.ts'
import { freshFolder } from './fixture.ts'

const ID = '0b7c8a52-4c1e-4f0a-9d2b-5a1e6f3c7d80'
const OTHER = '1b7c8a52-4c1e-4f0a-9d2b-5a1e6f3c7d81'

/** A folder whose listings are counted, and whose time does not stand still within one tick. */
function folderWith(...names: readonly string[]) {
  const folder = freshFolder()
  let ticks = 0
  const tick = () => utimesSync(folder, new Date(), new Date(Date.UTC(2026, 0, 1) + (ticks += 1) * 1000))
  const put = (name: string) => {
    writeFileSync(join(folder, name), '')
    tick()
  }
  for (const name of names) put(name)
  let listings = 0
  let isTimeHidden = false
  const fsx: Fsx = {
    ...nodeFsx,
    readdir: (path) => {
      listings += 1
      return nodeFsx.readdir(path)
    },
    lstat: (path) =>
      isTimeHidden ? Promise.reject(Object.assign(new Error('EIO'), { code: 'EIO' })) : nodeFsx.lstat(path)
  }
  return {
    folder,
    put,
    tick,
    list: dossierNameList(fsx, folder),
    listings: () => listings,
    hideTime: (isHidden: boolean) => (isTimeHidden = isHidden)
  }
}

const revisions = ({ byId }: DossierNames, id: string) =>
  (byId.get(id) ?? []).map(({ revision }) => revision).toSorted()

describe('the names of the dossiers', () => {
  it('tell dossiers from strangers, and leave hidden files alone', async () => {
    const { list } = folderWith(
      `${ID}.1`,
      `${ID}.2`,
      `${ID.toUpperCase()}.3`,
      `${ID}.0`,
      '.DS_Store',
      'notes'
    )
    const names = await list.known()
    expect([...names.byId.keys()]).toEqual([ID])
    expect(revisions(names, ID)).toEqual([1, 2])
    expect(names.strangers.toSorted()).toEqual([`${ID}.0`, `${ID.toUpperCase()}.3`, 'notes'].toSorted())
  })

  it('are listed once while nobody changes the folder, and for whatever is deleted every time', async () => {
    const { list, listings } = folderWith(`${ID}.1`)
    await list.known()
    await list.known()
    expect(listings()).toBe(1)
    await list.fresh()
    expect(listings()).toBe(2)
  })

  it('follow the changes of this process without another listing', async () => {
    const { list, listings, put, folder, tick } = folderWith(`${ID}.1`)
    await list.known()
    await list.changing({ added: [`${ID}.2`, `${OTHER}.1`] }, async () =>
      [`${ID}.2`, `${OTHER}.1`].forEach(put)
    )
    await list.changing({ removed: [`${ID}.1`] }, async () => {
      rmSync(join(folder, `${ID}.1`))
      tick()
    })
    expect(revisions(await list.known(), ID)).toEqual([2])
    expect(revisions(await list.known(), OTHER)).toEqual([1])
    expect(listings()).toBe(1)
  })

  it('are listed again when another program changed the folder, before or after a change of this one', async () => {
    const { list, put, folder, tick } = folderWith(`${ID}.1`)
    await list.known()
    put(`${ID}.7`)
    expect(revisions(await list.known(), ID)).toEqual([1, 7])
    renameSync(join(folder, `${ID}.7`), join(folder, `${ID}.8`))
    tick()
    await list.changing({ added: [`${OTHER}.1`] }, async () => put(`${OTHER}.1`))
    expect(revisions(await list.known(), ID)).toEqual([1, 8])
  })

  it('are listed again after a change that failed half-way', async () => {
    const { list, put } = folderWith(`${ID}.1`)
    await list.known()
    const failing = list.changing({ added: [`${ID}.2`, `${ID}.3`] }, async () => {
      put(`${ID}.2`)
      throw new Error('the disk is full')
    })
    await expect(failing).rejects.toThrow('the disk is full')
    expect(revisions(await list.known(), ID)).toEqual([1, 2])
  })

  it('do not make a change fail that is done already', async () => {
    const { list, put, hideTime } = folderWith(`${ID}.1`)
    await list.known()
    await list.changing({ added: [`${ID}.2`] }, async () => {
      put(`${ID}.2`)
      hideTime(true)
    })
    hideTime(false)
    expect(revisions(await list.known(), ID)).toEqual([1, 2])
  })

  it('that were read while this process changed the folder are not kept', async () => {
    const { list, put, listings } = folderWith(`${ID}.1`)
    await Promise.all([list.known(), list.changing({ added: [`${ID}.2`] }, async () => put(`${ID}.2`))])
    expect(revisions(await list.known(), ID)).toEqual([1, 2])
    expect(listings()).toBeGreaterThan(1)
  })
})
