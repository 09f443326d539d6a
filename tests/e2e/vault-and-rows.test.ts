import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { expect, it } from 'vitest'
import { rowReader } from '../../src/renderer/db/summary-row.ts'
import type { DossierSummary } from '../../src/shared/domain/dossier-summary.ts'
import { answerOpenDialog, launch, temporaryFolder } from './app.ts'
import { createDossier, dropZone, fillAndSave, waitForOutcome } from './journey.ts'
import { writePapers } from './papers.ts'

const NUMBER = '+7\u00a0999\u00a0000-33-90'

/** Everything the page keeps in one table of its real IndexedDB. */
function tableOf(page: Page, name: string): Promise<readonly Record<string, unknown>[]> {
  return page.evaluate(async (table) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('closeout')
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error ?? new Error('not opened'))
    })
    const rows = await new Promise<Record<string, unknown>[]>((resolve, reject) => {
      const request = database.transaction(table).objectStore(table).getAll()
      request.onsuccess = () => resolve(request.result as Record<string, unknown>[])
      request.onerror = () => reject(request.error ?? new Error('not read'))
    })
    database.close()
    return rows
  }, name)
}

/** Puts a row into a table, as another day or another program would have left it. */
function putInto(page: Page, name: string, row: Record<string, unknown>): Promise<void> {
  return page.evaluate(
    async ([table, value]) => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open('closeout')
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error ?? new Error('not opened'))
      })
      await new Promise<void>((resolve, reject) => {
        const change = database.transaction(table, 'readwrite')
        change.objectStore(table).put(value)
        change.oncomplete = () => resolve()
        change.onerror = () => reject(change.error ?? new Error('not written'))
      })
      database.close()
    },
    [name, row] as const
  )
}

async function rowsOf(page: Page): Promise<readonly DossierSummary[]> {
  const shelves = await tableOf(page, 'shelves')
  const rows = shelves.flatMap(({ text }) => JSON.parse(String(text)) as unknown[])
  return rows.map(rowReader()).filter((summary) => summary !== null)
}

const revisionsIn = (rows: readonly DossierSummary[]) => rows.map(({ id, revision }) => ({ id, revision }))

async function vaultRevisions(userData: string) {
  const names = await readdir(join(userData, 'vault', 'dossiers'))
  return names.map((name) => ({ id: name.split('.')[0], revision: Number(name.split('.')[1]) }))
}

async function fillOne(page: Page): Promise<void> {
  await createDossier(page, '+7 999 000-33-90', 'WANG Yao')
  await fillAndSave(page, 'Account number', 'E00000002')
}

it('finds everything after a restart, and the rows stand at the revision of the vault', async () => {
  const userData = temporaryFolder()
  const papers = await writePapers(userData)
  const first = await launch({ userData })
  await fillOne(first.page)
  await answerOpenDialog(first.app, [papers.passport])
  await dropZone(first.page).click()
  await waitForOutcome(first.page, '1 file added')
  await first.quit()

  const second = await launch({ userData })
  await second.page.getByRole('link', { name: NUMBER, exact: true }).click()
  await second.page.getByText('C-1', { exact: true }).first().waitFor()
  expect(await second.page.getByLabel('Account number').inputValue()).toBe('E00000002')
  expect(revisionsIn(await rowsOf(second.page))).toEqual(await vaultRevisions(userData))
  await second.quit()
})

it('finds everything after the database of the page was deleted, and says that it was rebuilt', async () => {
  const userData = temporaryFolder()
  const first = await launch({ userData })
  await fillOne(first.page)
  await first.quit()
  await rm(join(userData, 'IndexedDB'), { recursive: true })

  const second = await launch({ userData })
  await second.page.getByText('Nothing is lost').waitFor()
  await second.page.getByRole('link', { name: NUMBER, exact: true }).click()
  await second.page.getByLabel('Account number').waitFor()
  expect(await second.page.getByLabel('Account number').inputValue()).toBe('E00000002')
  expect(revisionsIn(await rowsOf(second.page))).toEqual(await vaultRevisions(userData))
  await second.quit()
})

it('takes the newer state of the vault when the rows are behind', async () => {
  const userData = temporaryFolder()
  const first = await launch({ userData })
  await fillOne(first.page)
  const [row] = await rowsOf(first.page)
  // A change that reached the vault and not the rows: what a crash in between leaves behind.
  await first.page.evaluate(async (id) => {
    const bridge = Reflect.get(window, 'bridge') as { editDossier: (request: unknown) => Promise<unknown> }
    const edits = [{ kind: 'set-contract', values: { accountNumber: 'E99999999' } }]
    await bridge.editDossier({ id, edits })
  }, row?.id)
  await first.kill()

  const second = await launch({ userData })
  await second.page.getByRole('link', { name: NUMBER, exact: true }).click()
  await second.page.getByLabel('Account number').waitFor()
  expect(await second.page.getByLabel('Account number').inputValue()).toBe('E99999999')
  await second.quit()
})

it('keeps what the app said was saved when the app is killed right after', async () => {
  const userData = temporaryFolder()
  const first = await launch({ userData })
  await fillOne(first.page)
  await fillAndSave(first.page, 'Contract number', '000-4711')
  await first.kill()

  const second = await launch({ userData })
  await second.page.getByRole('link', { name: NUMBER, exact: true }).click()
  expect(await second.page.getByLabel('Contract number').inputValue()).toBe('000-4711')
  const [name] = await readdir(join(userData, 'vault', 'dossiers'))
  expect(await readFile(join(userData, 'vault', 'dossiers', name ?? ''), 'utf8')).toContain('000-4711')
  await second.quit()
})

it('trusts its rows for a day, and looks at every dossier again on the next', async () => {
  const userData = temporaryFolder()
  const first = await launch({ userData })
  await fillOne(first.page)
  await first.page.getByRole('link', { name: 'Dossiers', exact: true }).click()
  // The same revision as in the vault, so that only looking at the dossier itself can tell.
  const [shelf] = await tableOf(first.page, 'shelves')
  const text = String(shelf?.['text']).replace('WANG Yao', 'WANG Other')
  await putInto(first.page, 'shelves', { ...shelf, text })
  await first.quit()

  const sameDay = await launch({ userData })
  await sameDay.page.getByText('WANG Other').waitFor()
  await putInto(sameDay.page, 'reviews', { ...(await tableOf(sameDay.page, 'reviews'))[0], on: '2020-02-29' })
  await sameDay.quit()

  const nextDay = await launch({ userData })
  await nextDay.page.getByText('WANG Yao').waitFor()
  await expect.poll(async () => (await rowsOf(nextDay.page))[0]?.subscriber.latin).toBe('WANG Yao')
  await nextDay.quit()
})

it('reads from the vault again what it cannot understand of its rows', async () => {
  const userData = temporaryFolder()
  const first = await launch({ userData })
  await fillOne(first.page)
  const [shelf] = await tableOf(first.page, 'shelves')
  await putInto(first.page, 'shelves', { ...shelf, text: String(shelf?.['text']).slice(0, -9) })
  await first.quit()

  const second = await launch({ userData })
  await second.page.getByRole('link', { name: NUMBER, exact: true }).waitFor()
  const kept = async () => revisionsIn(await rowsOf(second.page))
  await expect.poll(kept).toEqual(await vaultRevisions(userData))
  await second.quit()
})
