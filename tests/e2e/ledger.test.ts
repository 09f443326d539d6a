import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { expect, it } from 'vitest'
import type { LedgerEntry } from '../../src/shared/domain/ledger.ts'
import { encodeAs } from '../main/statement/encoded.ts'
import { answerOpenDialog, launch, temporaryFolder } from './app.ts'
import { specimenPdf } from './papers.ts'

const entry = (values: Partial<LedgerEntry>): LedgerEntry => ({
  id: crypto.randomUUID(),
  on: '2026-09-30',
  kind: 'bill',
  amountMinor: 65_000,
  currency: 'RUB',
  note: 'SPECIMEN',
  ...values
})

/** A dossier with these entries, its ledger on the screen; SPECIMEN. */
async function begin(page: Page, entries: readonly LedgerEntry[]): Promise<string> {
  await page.waitForSelector('main')
  const id = await page.evaluate(async (records) => {
    const made = await window.bridge.createDossier({
      operator: { id: 'mts', name: 'МТС' },
      phoneNumber: '+79990001234',
      subscriber: { latin: 'LI Xue', cyrillic: '', chinese: '' },
      contractNumber: '000-4711',
      isSpecimen: true
    })
    if (!made.ok) throw new Error(made.code)
    const { id } = made.value
    const put = { kind: 'put-records', list: 'entries', records, beforeId: null } as const
    if (records.length > 0) await window.bridge.editDossier({ id, edits: [put] })
    return id
  }, entries)
  await page.evaluate((hash) => (location.hash = hash), `#/dossiers/${id}/ledger`)
  await page.reload()
  await page.getByRole('heading', { name: /^(Ledger|Расчёты)$/ }).waitFor()
  return id
}

const read = (page: Page, id: string) =>
  page.evaluate(async (of) => {
    const answer = await window.bridge.readDossier({ id: of })
    if (!answer.ok) throw new Error(answer.code)
    return answer.value
  }, id)

const BANK = [
  'ОБРАЗЕЦ. Выписка по счёту',
  'Дата операции;Сумма операции;Валюта операции;Остаток;Описание',
  '14.10.2026 09:12:01;-650,00;RUB;1 200,00;МТС, оплата связи',
  '15.10.2026 18:00:10;-1 230,50;RUB;900,00;Продукты',
  '16.11.2026 11:00:10;-120,00;RUB;780,00;"=HYPERLINK(""http://x"") МТС"',
  '31.02.2026 11:00:10;-120,00;RUB;780,00;МТС, такого дня нет'
].join('\r\n')

it('takes a Russian bank list in after it was looked through, keeps it as the proof, and takes both back', async () => {
  const { app, page } = await launch()
  const known = entry({ on: '2026-10-14', kind: 'payment' })
  const id = await begin(page, [entry({}), known])
  const path = join(temporaryFolder(), 'bank.csv')
  await writeFile(path, encodeAs(BANK, 'windows-1251'))
  await answerOpenDialog(app, [path])

  await page.getByRole('button', { name: 'Import a statement' }).click()
  const dialog = page.getByRole('dialog', { name: 'Import a statement' })
  await dialog.getByText('bank.csv').waitFor()
  expect(await dialog.getByLabel('Encoding').innerText()).toContain('Windows-1251')
  expect(await dialog.getByLabel('What column Сумма операции holds').innerText()).toBe('Amount')
  expect(await dialog.getByLabel('What column Остаток holds').innerText()).toBe('Not used')
  // Only what names the operator; what is there already is not taken again.
  expect(await dialog.getByRole('checkbox', { name: /^Add line/ }).count()).toBe(2)
  expect(await dialog.getByRole('checkbox', { name: /^Add line 3/ }).isChecked()).toBe(false)
  await dialog.getByText('Already in the ledger').waitFor()
  await dialog.getByText('1 row cannot become an entry').click()
  await dialog.getByText('Line 6: not a date: 31.02.2026 11:00:10').waitFor()

  await dialog.getByLabel('Encoding').click()
  await page.getByRole('option', { name: 'GB 18030 (Chinese)' }).click()
  await dialog.getByText('What column Сумма операции holds').waitFor({ state: 'detached' })
  await dialog.getByLabel('Encoding').click()
  await page.getByRole('option', { name: 'Windows-1251 (Cyrillic)' }).click()

  await dialog.getByRole('button', { name: 'Add 1 entry' }).click()
  await dialog.waitFor({ state: 'detached' })
  const after = await read(page, id)
  const added = after.payments.entries.at(-1)
  expect(added).toMatchObject({
    on: '2026-11-16',
    kind: 'payment',
    amountMinor: 12_000,
    note: '=HYPERLINK("http://x") МТС'
  })
  expect(after.exhibits.map(({ number, proves, file }) => [number, proves, file.originalName])).toEqual([
    [
      { category: 'B', serial: 1 },
      [
        { kind: 'entry', id: added?.id },
        { kind: 'entry', id: known.id }
      ],
      'bank.csv'
    ]
  ])

  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(async () => (await read(page, id)).payments.entries.length).toBe(2)
  expect((await read(page, id)).exhibits[0]?.trashedAt).not.toBeNull()
})

it('offers the import in the step too, before and after the first entry', async () => {
  const { app, page } = await launch()
  const id = await begin(page, [])
  await page.getByRole('link', { name: 'Steps' }).click()
  await page.getByRole('link', { name: /^Settling what is owed/ }).click()
  const button = page.getByRole('button', { name: 'Import a statement' })
  await page.getByText(/^No entries yet\./).waitFor()
  await button.waitFor()

  const path = join(temporaryFolder(), 'bank.csv')
  await writeFile(path, encodeAs(BANK, 'windows-1251'))
  await answerOpenDialog(app, [path])
  await button.click()
  await page.getByRole('button', { name: 'Add 2 entries' }).click()
  // The button of the empty ledger is gone: one goes on where entries are added.
  await expect.poll(() => page.locator('[data-place=add-entry]:has(:focus)').count()).toBe(1)
  expect((await read(page, id)).payments.entries.length).toBe(2)
  expect(await button.isVisible()).toBe(true)
})

it('takes nothing from a file with broken quotes before the user agrees to the repair', async () => {
  const { app, page } = await launch()
  const id = await begin(page, [])
  const path = join(temporaryFolder(), 'broken.csv')
  await writeFile(path, 'date;amount;note\n2026-10-14;-1,00;"ООО "Ромашка""\n2026-10-15;-2,00;"open\n')
  await answerOpenDialog(app, [path])
  await page.getByRole('button', { name: 'Import a statement' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Line 3: a quotation mark that is never closed').waitFor()
  expect(await dialog.getByRole('button', { name: /^Add / }).getAttribute('aria-disabled')).toBe('true')
  await dialog.getByLabel('Take the rows as repaired below').check()
  await dialog.getByRole('button', { name: 'Add 2 entries' }).click()
  await dialog.waitFor({ state: 'detached' })
  expect((await read(page, id)).payments.entries.map(({ note }) => note)).toEqual(['ООО "Ромашка"', '"open'])
})

it('says why a file is no list', async () => {
  const { app, page } = await launch()
  await begin(page, [])
  const path = join(temporaryFolder(), 'book.xlsx')
  await writeFile(path, new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 6, 0]))
  await answerOpenDialog(app, [path])
  await page.getByRole('button', { name: 'Import a statement' }).click()
  await page.getByRole('alert').getByText('This is a spreadsheet file.').waitFor()
})

it('keeps currencies apart and rules off each one that is settled and proven', async () => {
  const { app, page } = await launch()
  const paid = entry({ on: '2026-10-14', kind: 'payment' })
  const id = await begin(page, [
    entry({}),
    paid,
    entry({ currency: 'CNY', amountMinor: 5_000, on: '2026-10-01' })
  ])
  const roubles = page.getByRole('table', { name: 'RUB' })
  await roubles.waitFor()
  await page.getByRole('table', { name: 'CNY' }).waitFor()
  await page.getByText('The payment of 650.00').waitFor()
  expect(await page.locator('.sum.off').count()).toBe(0)

  const path = join(temporaryFolder(), 'receipt SPECIMEN.pdf')
  await writeFile(path, await specimenPdf(1))
  await answerOpenDialog(app, [path])
  await page.getByRole('button', { name: 'Attach a file' }).click()
  await expect.poll(() => page.locator('.sum.off').count()).toBe(1)
  expect((await read(page, id)).exhibits[0]?.proves).toEqual([{ kind: 'entry', id: paid.id }])

  // The same paper proves the bill too, from the menu of its row.
  await roubles.getByRole('button', { name: /^Link an exhibit: Bill/ }).click()
  await page.getByRole('menuitemcheckbox', { name: /B-1/ }).click()
  await expect.poll(async () => (await read(page, id)).exhibits[0]?.proves.length).toBe(2)
})

it('adds an entry in another currency for an exhibit that belongs to no entry', async () => {
  const { app, page } = await launch()
  const id = await begin(page, [])
  const path = join(temporaryFolder(), 'receipt SPECIMEN.pdf')
  await writeFile(path, await specimenPdf(1))
  await answerOpenDialog(app, [path])
  await page.evaluate(async (dossierId) => {
    await window.bridge.chooseFiles({ jobId: crypto.randomUUID(), dossierId, category: 'B', proves: [] })
  }, id)
  await page.reload()
  await page.getByText('1 exhibit belongs to no entry').waitFor()
  await page.getByRole('button', { name: 'Add the entry for B-1' }).click()
  const form = page.getByRole('form', { name: 'New entry' })
  await form.getByLabel('Amount').fill('50')
  await form.getByLabel('Currency').click()
  await page.getByRole('option', { name: /^CNY/ }).click()
  await form.getByRole('button', { name: 'Add entry' }).click()
  await page.getByText('1 exhibit belongs to no entry').waitFor({ state: 'detached' })
  const { payments, exhibits } = await read(page, id)
  expect(payments.entries).toMatchObject([{ kind: 'payment', amountMinor: 5_000, currency: 'CNY' }])
  expect(exhibits[0]?.proves).toEqual([{ kind: 'entry', id: payments.entries[0]?.id }])
})

it('tells of one deed at a time, and never over the row one types into', async () => {
  const { page } = await launch({ size: { width: 1100, height: 720 } })
  await begin(page, [entry({}), entry({ on: '2026-10-14', kind: 'payment' })])
  const message = page.getByText(/^Entry deleted/)
  for (const kind of ['Bill', 'Payment']) {
    await page.getByRole('row').filter({ hasText: kind }).getByRole('button').first().click()
    await page.getByRole('button', { name: 'Delete', exact: true }).click()
    await message.filter({ hasText: kind }).waitFor()
    expect(await message.count()).toBe(1)
  }
  const toast = await page.getByRole('listitem').filter({ has: message }).boundingBox()
  const row = await page.getByRole('form', { name: 'New entry' }).boundingBox()
  expect((toast?.y ?? 0) + (toast?.height ?? 0)).toBeLessThanOrEqual(row?.y ?? 0)
  // Nor over what a dialog asks.
  await page.keyboard.press('?')
  const title = await page.getByRole('heading', { name: 'Keyboard shortcuts' }).boundingBox()
  const moved = await page.locator('.toast').boundingBox()
  expect((moved?.y ?? 0) + (moved?.height ?? 0)).toBeLessThanOrEqual(title?.y ?? 0)
})

it('goes back to an entry far down a long ledger', async () => {
  const { page } = await launch({ size: { width: 1100, height: 720 } })
  const days = Array.from({ length: 365 }, (_, index) => new Date(Date.UTC(2025, 0, 1 + index)))
  const entries = days.map((day, index) =>
    entry({ on: day.toISOString().slice(0, 10), note: `SPECIMEN ${index}` })
  )
  const id = await begin(page, entries)
  const row = page.getByRole('row').filter({ hasText: 'SPECIMEN 340' })
  await page.keyboard.press('Control+k')
  await page.keyboard.type('SPECIMEN 340')
  await page.getByRole('option', { name: /SPECIMEN 340/ }).click()
  await row.locator('.edit:focus').click()
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  await page.getByText(/^Entry deleted/).waitFor()
  await page.evaluate((hash) => (location.hash = hash), `#/dossiers/${id}/steps/account`)
  await page.getByRole('heading', { name: 'Account facts' }).waitFor()
  await page.keyboard.press('Control+z')
  await row.locator('.edit:focus').waitFor()
  const box = await row.boundingBox()
  expect(box?.y).toBeGreaterThan(0)
  expect(box?.y).toBeLessThan(720)
})

it('shows long notes of entries to their end in the narrow sheet of the step', async () => {
  const { page } = await launch({ language: 'ru', size: { width: 1100, height: 720 } })
  const note = 'Неустойка за досрочное расторжение по пункту 6.4 договора, ОБРАЗЕЦ'
  const id = await begin(page, [entry({ kind: 'penalty', note })])
  await page.evaluate((hash) => (location.hash = hash), `#/dossiers/${id}/steps/payments`)
  const shown = page.getByRole('row').getByText(note, { exact: true })
  await shown.waitFor()
  const { isCut, lines } = await shown.evaluate((text) => ({
    isCut: text.scrollWidth > text.clientWidth,
    lines: text.clientHeight / Number.parseFloat(getComputedStyle(text).lineHeight)
  }))
  expect(isCut).toBe(false)
  expect(lines).toBeGreaterThan(1)
})

it('prints the ledger alone', async () => {
  const { page } = await launch()
  await begin(page, [entry({}), entry({ on: '2026-10-14', kind: 'payment' })])
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByText('Ledger as of').isVisible()).toBe(true)
  expect(await page.getByRole('table', { name: 'Ledger' }).isVisible()).toBe(true)
  expect(await page.getByRole('button').filter({ visible: true }).count()).toBeLessThanOrEqual(3)
  expect(await page.getByRole('navigation').filter({ visible: true }).count()).toBe(0)
})
