import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { expect, it } from 'vitest'
import { readCalendar } from '../shared/domain/strict-ical.ts'
import { answerSaveDialog, launch, temporaryFolder, type RunningApp } from './app.ts'

/** A dossier as a person has it after the first minute; SPECIMEN. */
async function begin(page: Page): Promise<string> {
  await page.waitForSelector('main')
  const id = await page.evaluate(async () => {
    const settings = await window.bridge.readSettings()
    await window.bridge.saveSettings({ ...settings, hasSeenWelcome: true })
    const made = await window.bridge.createDossier({
      operator: { id: 'mts', name: 'МТС' },
      phoneNumber: '+79990001234',
      subscriber: { latin: 'LI Xue', cyrillic: '', chinese: '' },
      contractNumber: '000-4711',
      isSpecimen: true
    })
    if (!made.ok) throw new Error(made.code)
    return made.value.id
  })
  await reload(page)
  await go(page, id, 'steps/payments')
  await page
    .getByRole('tab', { name: /Timeline/ })
    .or(page.getByRole('link', { name: /Timeline/ }))
    .waitFor()
  return id
}

/** Loads the page anew and waits until it shows a screen: an address given before that may be overtaken. */
async function reload(page: Page): Promise<void> {
  await page.reload()
  await page.locator('main:not([aria-busy])').waitFor()
}

async function go(page: Page, id: string, screen: string): Promise<void> {
  await page.evaluate((hash) => (location.hash = hash), `#/dossiers/${id}/${screen}`)
}

const read = (page: Page, id: string) =>
  page.evaluate(async (of) => {
    const answer = await window.bridge.readDossier({ id: of })
    if (!answer.ok) throw new Error(answer.code)
    return answer.value
  }, id)

/** Days from today, as the page’s own clock has it. */
const dayFrom = (page: Page, days: number) =>
  page.evaluate((more) => {
    const date = new Date()
    date.setDate(date.getDate() + more)
    return new Intl.DateTimeFormat('sv-SE').format(date)
  }, days)

it('notes a call by one key from any screen, and what was promised becomes a due date that can be done', async () => {
  const { page } = await launch({ language: 'en' })
  const id = await begin(page)

  await page.keyboard.press('F8')
  const quick = page.getByRole('region', { name: 'Contact now' })
  await quick.waitFor()
  expect((await read(page, id)).contacts).toHaveLength(1)

  await page.keyboard.type('SPECIMEN: may be ended by a representative')
  const promisedBy = await dayFrom(page, -2)
  await quick.getByLabel('What was promised').fill('a written answer')
  await quick.getByLabel('Promised by').fill(promisedBy)
  await quick.getByLabel('Reference number').fill('1-48 203 951')
  await page.keyboard.press('Escape')
  await quick.waitFor({ state: 'detached' })

  const [contact] = (await read(page, id)).contacts
  expect(contact).toMatchObject({
    channel: 'call',
    direction: 'out',
    said: 'SPECIMEN: may be ended by a representative',
    promised: 'a written answer',
    promisedBy,
    reference: '1-48 203 951'
  })
  expect(contact?.at.zone).toBe(await page.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone))

  await go(page, id, 'timeline')
  const due = page.getByRole('article', { name: 'Ask: a written answer' })
  await due.getByText('2 days overdue').waitFor()
  await due.getByRole('button', { name: 'Done' }).click()
  await due.waitFor({ state: 'hidden' })
  expect((await read(page, id)).dueChanges).toMatchObject([{ doneOn: await dayFrom(page, 0) }])
  await page.getByRole('button', { name: 'Undo' }).click()
  await due.getByText('2 days overdue').waitFor()
})

it('leaves the focus on the contact beside one that is deleted by keyboard', async () => {
  const { page } = await launch({ language: 'en' })
  const id = await begin(page)
  const quick = page.getByRole('region', { name: 'Contact now' })
  for (const said of ['SPECIMEN first', 'SPECIMEN second']) {
    await page.keyboard.press('F8')
    await quick.waitFor()
    await page.keyboard.type(said)
    await page.keyboard.press('Escape')
    await quick.waitFor({ state: 'detached' })
  }
  await go(page, id, 'contacts')
  for (const left of ['SPECIMEN second', null]) {
    await page
      .getByRole('button', { name: left === null ? /SPECIMEN second/ : /SPECIMEN first/ })
      .press('Enter')
    await page.getByRole('button', { name: 'Delete', exact: true }).press('Enter')
    await expect.poll(() => page.locator(':focus').innerText()).toContain(left ?? 'Note a contact')
  }
})

it('leaves nothing behind of a call in which nothing was noted', async () => {
  const { page } = await launch({ language: 'en' })
  const id = await begin(page)
  await page.keyboard.press('F8')
  await page.getByRole('region', { name: 'Contact now' }).waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(async () => (await read(page, id)).contacts).toHaveLength(0)
})

it('leaves nothing behind of it when the window is closed during the call', async () => {
  const first = await launch({ language: 'en' })
  const id = await begin(first.page)
  await first.page.keyboard.press('F8')
  await first.page.getByRole('region', { name: 'Contact now' }).waitFor()
  await first.quit()
  const { page } = await launch({ language: 'en', userData: first.userData })
  await page.locator('main:not([aria-busy])').waitFor()
  expect((await read(page, id)).contacts).toHaveLength(0)
})

it('keeps what was noted when the app is killed during the call', async () => {
  const first = await launch({ language: 'en' })
  const id = await begin(first.page)
  await first.page.keyboard.press('F8')
  await first.page.getByRole('region', { name: 'Contact now' }).waitFor()
  await first.page.keyboard.type('SPECIMEN said so far')
  await expect.poll(async () => (await read(first.page, id)).contacts[0]?.said).toBe('SPECIMEN said so far')
  await first.kill()

  const second = await launch({ language: 'en', userData: first.userData })
  await second.page.waitForSelector('main')
  expect((await read(second.page, id)).contacts).toMatchObject([{ said: 'SPECIMEN said so far' }])
})

it('writes a message to the operator in Russian from an English screen', async () => {
  const { page } = await launch({ language: 'en' })
  const id = await begin(page)
  await page.keyboard.press('F8')
  await page.getByRole('region', { name: 'Contact now' }).waitFor()
  await page.keyboard.type('SPECIMEN')
  await page.getByRole('button', { name: 'Finish' }).click()
  await go(page, id, 'contacts')
  await page.getByRole('button', { name: /Call/ }).first().click()
  await page.getByRole('button', { name: 'Confirm in writing' }).click()
  const body = page.getByRole('textbox', { name: 'Text', exact: true })
  await expect.poll(() => body.inputValue()).toContain('состоялся телефонный разговор по моему звонку')
  expect(await body.inputValue()).toContain('Мною записано:\nSPECIMEN')
})

async function withReminders(page: Page, id: string): Promise<void> {
  const [late, ahead] = [await dayFrom(page, -1), await dayFrom(page, 9)]
  await page.evaluate(
    async ({ of, days }) => {
      const records = days.map((on, index) => ({
        id: `00000000-0000-4000-8000-00000000000${index}`,
        text: `SPECIMEN, ${on}`,
        on
      }))
      const answer = await window.bridge.editDossier({
        id: of,
        edits: [{ kind: 'put-records', list: 'reminders', records, beforeId: null }]
      })
      if (!answer.ok) throw new Error(answer.code)
    },
    { of: id, days: [late, ahead] }
  )
}

it('narrows the timeline down to one kind, and shows what is ahead above today', async () => {
  const { page } = await launch({ language: 'en' })
  const id = await begin(page)
  await withReminders(page, id)
  await reload(page)
  await go(page, id, 'timeline')
  const line = page.getByRole('list', { name: 'Timeline' })
  await line.getByText('Dossier begun').waitFor()
  await page.getByRole('button', { name: /^Due dates 2$/ }).click()
  await line.getByText('Dossier begun').waitFor({ state: 'hidden' })
  expect(await line.locator('li').count()).toBe(5)
  const texts = await line.locator('li').allInnerTexts()
  expect(texts[0]).toBe('Ahead')
  expect(texts[2]).toMatch(/^Today/)
})

it('saves due dates as a calendar that keeps its events when it is saved again', async () => {
  const { app, page } = await launch({ language: 'en' })
  const id = await begin(page)
  await withReminders(page, id)
  await reload(page)
  await go(page, id, 'timeline')
  const folder = temporaryFolder()
  const save = async (name: string) => {
    await answerSaveDialog(app, join(folder, name))
    await page.getByRole('button', { name: 'To a calendar' }).click()
    await page.getByRole('menuitem', { name: 'This dossier' }).click()
    await page.getByText(`Saved as ${name}`).waitFor()
    return readCalendar(await readFile(join(folder, name)))
  }
  const first = await save('first.ics')
  const second = await save('second.ics')
  expect(first.events).toHaveLength(2)
  expect(first.events[1]?.['SUMMARY']).toBe(`SPECIMEN, ${await dayFrom(page, 9)} · MTS …12-34`)
  expect(JSON.stringify(first)).not.toContain('9990001234')
  expect(second.events.map((one) => one['UID'])).toEqual(first.events.map((one) => one['UID']))
})

/** Stands in for the system's notifications, which a screen without a desktop does not have. */
async function catchNotices({ app }: RunningApp): Promise<void> {
  await app.evaluate(({ Notification }) => {
    const caught: Electron.Notification[] = []
    Object.assign(globalThis, { caught })
    Notification.isSupported = () => true
    Notification.prototype.show = function () {
      caught.push(this as Electron.Notification)
    }
  })
}

it('tells of what is due through the system, and a click leads there', async () => {
  const running = await launch({ language: 'en' })
  const { app, page } = running
  const id = await begin(page)
  await withReminders(page, id)
  await catchNotices(running)
  await reload(page)
  const titles = () =>
    app.evaluate(() =>
      (globalThis as unknown as { caught: Electron.Notification[] }).caught.map(({ title, body }) => [
        title,
        body
      ])
    )
  await expect.poll(titles).toEqual([[`SPECIMEN, ${await dayFrom(page, -1)}`, '1 day overdue · MTS …12-34']])
  await app.evaluate(() => {
    ;(globalThis as unknown as { caught: Electron.Notification[] }).caught[0]?.emit('click')
  })
  await page.waitForURL(/timeline/)
  await page.getByRole('article').getByRole('button', { name: 'Later' }).first().click()
  await page.getByRole('menuitem', { name: 'By 3 days' }).click()
  await page.getByText(/^Later, from/).waitFor()
})

it('takes a reminder of one’s own, moves it to another day and back', async () => {
  const { page } = await launch({ language: 'en' })
  const id = await begin(page)
  await go(page, id, 'timeline')
  const [on, next] = [await dayFrom(page, 0), await dayFrom(page, 1)]
  const form = page.getByRole('form', { name: 'A reminder of your own' })
  await form.getByRole('button', { name: 'Add' }).click()
  await form.getByText('Fill in the date.').waitFor()
  await form.getByLabel('What about').fill('SPECIMEN reminder')
  await form.getByLabel('Day', { exact: true }).fill(on)
  await form.getByRole('button', { name: 'Add' }).click()

  const due = page.getByRole('article', { name: 'SPECIMEN reminder' })
  await due.getByText('Today').waitFor()
  await due.getByRole('button', { name: 'Another day' }).click()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await due.getByText('You moved it from').waitFor()
  const dueId = `reminder:${(await read(page, id)).reminders[0]?.id}`
  expect((await read(page, id)).dueChanges).toEqual([{ id: dueId, on: next, doneOn: null, laterUntil: null }])
  await due.getByRole('button', { name: 'As computed' }).click()
  await due.getByText('Today').waitFor()
  await due.getByRole('button', { name: 'Delete the reminder' }).click()
  await due.waitFor({ state: 'detached' })
})
