import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { answerOpenDialog, launch, temporaryFolder } from './app.ts'
import { createDossier, dropZone, waitForOutcome } from './journey.ts'
import { writePapers } from './papers.ts'
import { unbroken } from '../../src/renderer/formats/unbroken.ts'
import en from '../../src/shared/locales/en.json' with { type: 'json' }

it('says beside each file why it was not taken in, and takes in the rest of the batch', async () => {
  const folder = temporaryFolder()
  const papers = await writePapers(folder)
  const empty = join(folder, 'empty.txt')
  await writeFile(empty, '')
  const emptyFolder = join(folder, 'nothing')
  await mkdir(emptyFolder)
  const shortcut = join(folder, 'link.pdf')
  await symlink(papers.bill, shortcut)
  const bidi = join(folder, 'invoice\u202efdp.txt')
  await writeFile(bidi, 'SPECIMEN with a name that reads otherwise')
  const newline = join(folder, 'two\nlines.txt')
  await writeFile(newline, 'SPECIMEN with a name of two lines')

  const { app, page, quit } = await launch()
  await createDossier(page, '+7 999 000-14-27', 'LI Xue')
  await answerOpenDialog(app, [
    empty,
    emptyFolder,
    shortcut,
    '/dev/zero',
    join(folder, 'gone.pdf'),
    bidi,
    newline,
    papers.bill
  ])
  await dropZone(page).click()
  await waitForOutcome(page, '3 files added')
  const list = page.getByRole('region', { name: 'What was added' })
  for (const code of [
    'empty-file',
    'empty-folder',
    'is-link',
    'not-a-file',
    'vanished',
    'hidden-characters'
  ] as const) {
    await list.getByText(en.failure[code]).first().waitFor()
  }
  const answer = await page.evaluate(async () => {
    const { stored } = await window.bridge.listDossiers()
    const read = await window.bridge.readDossier({ id: stored[0]?.id ?? '' })
    return read.ok ? read.value.exhibits.map((exhibit) => exhibit.file.originalName) : []
  })
  expect(answer).toEqual(['invoice\u202efdp.txt', 'two\nlines.txt', 'счёт за октябрь.pdf'])
  await quit()
})

it('keeps what was typed wrongly in its field, says why beside it, and saves nothing of it', async () => {
  const { page, quit } = await launch()
  await createDossier(page, '+7 999 000-14-27', 'LI Xue')
  await page.getByRole('link', { name: /Identity documents/ }).click()
  await page.getByRole('button', { name: 'Add a document' }).click()
  const issued = page.getByLabel('Issued on')
  await issued.fill('31.02.2026')
  await issued.blur()
  expect(await issued.inputValue()).toBe('31.02.2026')
  expect(await issued.getAttribute('aria-invalid')).toBe('true')

  const expires = page.getByLabel('Expires on')
  await issued.fill('2026-05-01')
  await expires.fill('2026-04-01')
  await expires.blur()
  await page.getByText('The document expires before it was issued').waitFor()

  await page
    .getByRole('link', { name: /Settling what is owed/ })
    .first()
    .click()
  const form = page.getByRole('form', { name: 'New entry' })
  await form.getByLabel('Amount').fill('1e99')
  await form.getByRole('button', { name: 'Add entry' }).click()
  await form.getByText(en.failure['amount-not-a-number']).waitFor()
  expect(await form.getByLabel('Amount').inputValue()).toBe('1e99')
  const entries = await page.evaluate(async () => {
    const { stored } = await window.bridge.listDossiers()
    const read = await window.bridge.readDossier({ id: stored[0]?.id ?? '' })
    return read.ok ? read.value.payments.entries.length : -1
  })
  expect(entries).toBe(0)
  await quit()
})

it('goes to what is wrong in the new dossier, and takes a complaint back as soon as its cause is mended', async () => {
  const { page, quit } = await launch()
  await page.getByRole('button', { name: /New dossier$/ }).click()
  const create = page.getByRole('button', { name: 'Create the dossier' })
  await create.press('Enter')
  await expect.poll(() => page.locator(':focus').ariaSnapshot()).toContain('MTS')
  await page.getByText(en.failure['operator-needed']).waitFor()
  await page.getByRole('radio', { name: 'MTS' }).click()
  await page.getByText(en.failure['operator-needed']).waitFor({ state: 'detached' })
  await create.press('Enter')
  await expect.poll(() => page.locator(':focus').ariaSnapshot()).toContain('Number being closed')
  await page.getByLabel('Chinese', { exact: true }).fill('李雪')
  await page.getByText(en.failure['name-needed']).waitFor({ state: 'detached' })
  await page.getByText(en.failure['phone-needed']).waitFor()
  await quit()
})

it('creates nothing from a number that is none', async () => {
  const { page, quit } = await launch()
  await page.getByRole('button', { name: /New dossier$/ }).click()
  await page.getByRole('radio', { name: 'MTS' }).click()
  await page.getByLabel('Number being closed').fill('12345')
  await page.getByRole('button', { name: 'Create the dossier' }).click()
  await page.getByText(unbroken(en.failure['phone-not-a-number'])).waitFor()
  expect(await page.evaluate(async () => (await window.bridge.listDossiers()).stored)).toEqual([])
  await quit()
})
