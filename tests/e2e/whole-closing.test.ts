import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication, Locator, Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { STEPS } from '../../src/shared/domain/step.ts'
import type { ScreenLanguage } from '../../src/shared/domain/settings.ts'
import { answerOpenDialog, answerSaveDialog, launch, temporaryFolder } from './app.ts'
import { attachmentNames, checkedPages, pageTexts } from './pack-judges.ts'
import { specimenPdf } from './papers.ts'
import { holding, screenWords, type ScreenWords } from './screen-words.ts'

const PAPERS = ['договор', 'паспорт', 'ответ оператора', 'чек', 'соглашение', 'акт', 'подтверждение'] as const
type Paper = (typeof PAPERS)[number]

/** Seven papers, each of other bytes than the others. */
async function writeSevenPapers(folder: string): Promise<Readonly<Record<Paper, string>>> {
  const paths = await Promise.all(
    PAPERS.map(async (name, index) => {
      const path = join(folder, `${name}.pdf`)
      await writeFile(path, await specimenPdf(index + 1))
      return [name, path] as const
    })
  )
  return Object.fromEntries(paths) as Record<Paper, string>
}

/** One person at the window, who knows only what it says. */
class Walk {
  constructor(
    readonly app: ElectronApplication,
    readonly page: Page,
    readonly t: ScreenWords,
    readonly papers: Readonly<Record<Paper, string>>
  ) {}

  get steps(): Locator {
    return this.page.getByRole('navigation', { name: this.t('step.list') })
  }

  async openStep(step: (typeof STEPS)[number]): Promise<void> {
    const name = this.t(`step.name.${step}`)
    await this.steps.getByRole('link', { name: holding(name) }).click()
    await this.page.getByRole('heading', { name, exact: true, level: 2 }).waitFor()
  }

  async press(key: string, place: Page | Locator = this.page): Promise<void> {
    await place.getByRole('button', { name: this.t(key), exact: true }).click()
  }

  async fill(key: string, text: string, place: Page | Locator = this.page): Promise<void> {
    const field = place.getByLabel(this.t(key), { exact: true })
    await field.fill(text)
    await field.press('Tab')
  }

  async choose(key: string, option: string | RegExp, place: Page | Locator = this.page): Promise<void> {
    await place.getByRole('combobox', { name: this.t(key), exact: true }).click()
    await this.page.getByRole('option', { name: option, exact: true }).click()
  }

  /** Adds a paper through the zone beside the step, and sees it there under its number. */
  async attach(paper: Paper, number: string): Promise<void> {
    await answerOpenDialog(this.app, [this.papers[paper]])
    await this.page.getByRole('button', { name: new RegExp(`^${this.t('intake.drop')}`) }).click()
    await this.tray.getByRole('link', { name: holding(number) }).waitFor()
  }

  get tray(): Locator {
    return this.page.getByRole('complementary', { name: this.t('exhibit.tray.title') })
  }
}

async function begin({ page, t }: Walk): Promise<void> {
  await page
    .getByRole('button', { name: t('home.new') })
    .first()
    .click()
  await page.getByRole('radio', { name: /^(MTS|МТС)$/ }).click()
  await page.getByLabel(t('home.account.number'), { exact: true }).fill('+7 999 000-77-01')
  await page.getByLabel(t('home.account.latin'), { exact: true }).fill('LI Xue')
  await page.getByLabel(t('home.account.chinese'), { exact: true }).fill('李雪')
  await page.getByRole('button', { name: t('home.account.create') }).click()
  await page.getByRole('heading', { name: t('step.name.account'), level: 2 }).waitFor()
}

async function accountAndIdentity(walk: Walk): Promise<void> {
  const { t } = walk
  await walk.fill('account.contractNumber', '000-4711')
  await walk.fill('account.contractOn', '2020-02-03')
  await walk.choose('account.reason', t('account.reasons.moving'))
  await walk.fill('account.plannedOn', '2026-11-16')
  await walk.attach('договор', 'C-1')
  await walk.openStep('identity')
  await walk.press('identity.add')
  await walk.fill('identity.number', 'E00000000')
  await walk.fill('identity.issuedOn', '2019-05-19')
  await walk.fill('identity.expiresOn', '2029-05-18')
  await walk.attach('паспорт', 'A-1')
}

async function contact(walk: Walk): Promise<void> {
  await walk.openStep('contact')
  await walk.press('contactStep.note')
  const panel = walk.page.getByRole('region', { name: walk.t('contacts.quick') })
  await walk.fill('contacts.counterpart', '8 000 000-00-00', panel)
  await walk.fill('contacts.said', 'SPECIMEN: asked for the closing', panel)
  await walk.fill('contacts.reference', '4-118-207', panel)
  await walk.press('contacts.finish', panel)
  await walk.attach('ответ оператора', 'D-1')
}

async function payments(walk: Walk): Promise<void> {
  const { page, t } = walk
  await walk.openStep('payments')
  await walk.attach('чек', 'B-1')
  const form = page.getByRole('form', { name: t('ledger.adding') })
  for (const [kind, on] of [
    ['bill', '2026-10-31'],
    ['payment', '2026-11-03']
  ] as const) {
    await walk.choose('ledger.kind', t(`ledger.kinds.${kind}`), form)
    await walk.fill('ledger.on', on, form)
    await walk.fill('ledger.note', `SPECIMEN ${kind}`, form)
    await walk.fill('ledger.amount', '650,00', form)
    await walk.choose('ledger.proof', holding('B-1'), form)
    await walk.press('ledger.add', form)
    await page.getByText(`SPECIMEN ${kind}`).waitFor()
  }
}

async function agreement(walk: Walk): Promise<void> {
  await walk.openStep('agreement')
  await walk.fill('agreement.number', '000-4711/Р')
  await walk.fill('agreement.appliedOn', '2026-11-02')
  await walk.fill('agreement.signedOn', '2026-11-05')
  await walk.fill('agreement.effectiveOn', '2026-11-16')
  await walk.fill('agreement.penalty', '0')
  await walk.attach('соглашение', 'C-2')
}

async function equipment(walk: Walk): Promise<void> {
  const { app, page, t, papers } = walk
  await walk.openStep('equipment')
  await walk.press('equipment.add')
  await walk.fill('equipment.model', 'SPECIMEN R1')
  await walk.fill('equipment.serial', '00000274500')
  await page.getByLabel(t('equipment.accountsRemoved'), { exact: true }).check()
  await page.getByLabel(t('equipment.locksOff'), { exact: true }).check()
  await walk.fill('equipment.returnedOn', '2026-11-04')
  const card = page.getByRole('region', { name: holding('SPECIMEN R1') })
  await answerOpenDialog(app, [papers['акт']])
  await card
    .getByRole('button', { name: holding('SPECIMEN R1') })
    .first()
    .click()
  await page.getByRole('menuitem', { name: t('proof.chooseFile') }).click()
  await card
    .getByRole('link', { name: holding('E-1') })
    .first()
    .waitFor()
}

async function confirmation(walk: Walk): Promise<void> {
  const { t } = walk
  await walk.openStep('confirmation')
  await walk.choose('confirmation.channel', t('confirmation.channels.email'))
  await walk.fill('confirmation.sender', 'operator@obrazets.example')
  await walk.fill('confirmation.receivedOn', '2026-11-17')
  await walk.fill('confirmation.receivedAt', '12:30')
  await walk.fill('confirmation.text', 'ОБРАЗЕЦ: номер отключён, задолженности нет.')
  await walk.attach('подтверждение', 'F-1')
}

/** Exports the pack in Russian. @returns the text of its pages */
async function exportPack(walk: Walk, target: string): Promise<readonly string[]> {
  const { app, page, t } = walk
  await answerSaveDialog(app, target)
  await page.getByRole('link', { name: t('dossier.export') }).click()
  await walk.choose('pack.languageLabel', t('pack.language.ru'))
  const [deed = ''] = t('pack.exportPages', { count: '#' }).split('#')
  await page.getByRole('button', { name: new RegExp(`^${deed}\\d`) }).click()
  await page.getByText(t('pack.done'), { exact: true }).waitFor()
  expect(checkedPages(target)).toBeGreaterThan(20)
  return pageTexts(target)
}

describe('a whole closing, from the first field to the record pack', () => {
  it.each<ScreenLanguage>(['zh-CN', 'ru', 'en'])('in %s', async (language) => {
    const folder = temporaryFolder()
    const { app, page, quit } = await launch({ language })
    const t = screenWords(language)
    const walk = new Walk(app, page, t, await writeSevenPapers(folder))
    await begin(walk)
    await accountAndIdentity(walk)
    await contact(walk)
    await payments(walk)
    await agreement(walk)
    await equipment(walk)
    await confirmation(walk)

    for (const step of STEPS) {
      const link = walk.steps.getByRole('link', { name: holding(t(`step.name.${step}`)) })
      await expect.poll(() => link.textContent()).toContain(t('step.state.done'))
    }
    await page.getByRole('link', { name: holding(t('dossier.proven', { proven: 6, all: 6 })) }).waitFor()
    const texts = await exportPack(walk, join(folder, 'pack.pdf'))
    const whole = texts.join(' ').replace(/\s+/g, ' ')
    const typed = ['李雪', '4-118-207', '000-4711/Р', 'SPECIMEN R1', 'задолженности нет']
    expect(typed.filter((text) => !whole.includes(text))).toEqual([])
    // Shown in full only where the paper itself is shown.
    expect(whole).not.toContain('E00000000')
    expect(texts[0]).toMatch(/\+7\s999\s000-77-01/)
    const attached = attachmentNames(join(folder, 'pack.pdf')).join('\n')
    // The operator gets a masked pack: what shows the passport's number whole stays with the subscriber.
    for (const paper of PAPERS) expect(attached.includes(paper)).toBe(paper !== 'паспорт')

    await quit()
  })
})
