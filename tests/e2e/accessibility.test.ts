import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright'
import { expect, it } from 'vitest'
import { PRECAUTIONS } from '../../src/shared/domain/precaution.ts'
import { STEPS } from '../../src/shared/domain/step.ts'
import { launch, temporaryFolder } from './app.ts'

const RUNS = (['zh-CN', 'ru', 'en'] as const).flatMap((language) =>
  (['light', 'dark'] as const).map((theme) => ({ language, theme }))
)
/** Screens of a dossier, as ends of its address. */
const SCREENS = [
  ...[...STEPS, ...PRECAUTIONS].map((step) => `steps/${step}`),
  'exhibits',
  'ledger',
  'contacts',
  'timeline',
  'readiness',
  'pack'
]
const SETTINGS = ['settings', 'settings/operators', 'settings/operators/law', 'welcome']

interface Sample {
  readonly id: string
  readonly exhibitId: string
}

/** Every violation axe finds on the screen as it is, with the elements it is about. */
async function violationsOn(page: Page, screen: string): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  return violations.map(({ id, nodes }) => {
    const where = nodes.map((node) => node.html).join(' ')
    return `${screen}: ${id}: ${where.slice(0, 400)}`
  })
}

async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate((wanted) => (location.hash = wanted), `#/${hash}`)
  await page.waitForFunction((end) => location.hash.endsWith(end), hash)
  await page.getByRole('heading').first().waitFor()
}

async function openSample(page: Page): Promise<Sample> {
  return page.evaluate(async () => {
    const answer = await window.bridge.openSample()
    if (!answer.ok) throw new Error(answer.code)
    return { id: answer.value.id, exhibitId: answer.value.exhibits[0]?.id ?? '' }
  })
}

it.each(RUNS)(
  'has no accessibility violation on any screen, $language $theme',
  async ({ language, theme }) => {
    const userData = temporaryFolder()
    await writeFile(join(userData, 'settings.json'), JSON.stringify({ language, theme }))
    const { page, quit } = await launch({ userData })
    await page.getByRole('heading', { level: 1 }).waitFor()
    const found = [...(await violationsOn(page, 'empty home'))]
    const sample = await openSample(page)
    await page.reload()
    await page.getByRole('heading', { level: 1 }).waitFor()
    found.push(...(await violationsOn(page, 'home')))
    for (const screen of [...SCREENS, `exhibits/${sample.exhibitId}`]) {
      await goTo(page, `dossiers/${sample.id}/${screen}`)
      found.push(...(await violationsOn(page, screen)))
    }
    for (const screen of SETTINGS) {
      await goTo(page, screen)
      found.push(...(await violationsOn(page, screen)))
    }
    for (const [keys, what] of [
      ['Control+k', 'palette'],
      ['?', 'shortcuts'],
      ['Control+n', 'new dossier']
    ] as const) {
      await page.keyboard.press(keys)
      await page.getByRole('dialog').waitFor()
      found.push(...(await violationsOn(page, what)))
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    }
    expect(found).toEqual([])
    await quit()
  },
  // Some twenty screens; axe reads every element of each.
  300_000
)
