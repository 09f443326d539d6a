import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright'
import { PRECAUTIONS } from '../../src/shared/domain/precaution.ts'
import { STEPS } from '../../src/shared/domain/step.ts'
import { launch, resize, temporaryFolder } from './app.ts'

type Theme = 'light' | 'dark'

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

const NARROW = { width: 860, height: 600 } as const
const WIDE = { width: 1280, height: 800 } as const

interface Sample {
  readonly id: string
  readonly exhibitId: string
}

/**
 * Every violation axe finds on the screen as it is, with the elements it is about: all rules in the light theme,
 * then those that colours can break in the dark one. The theme follows the system, which the test plays.
 */
async function violationsOn(
  page: Page,
  screen: string,
  themes: readonly Theme[]
): Promise<readonly string[]> {
  const found: string[] = []
  for (const theme of themes) {
    await page.emulateMedia({ colorScheme: theme })
    await page.waitForFunction(
      (wanted) => document.documentElement.classList.contains('dark') === wanted,
      theme === 'dark'
    )
    const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] })
    const { violations } = await (theme === 'light' ? axe : axe.withRules(COLOUR_RULES)).analyze()
    for (const { id, nodes } of violations) {
      const where = nodes.map((node) => node.html).join(' ')
      found.push(`${screen}, ${theme}: ${id}: ${where.slice(0, 400)}`)
    }
  }
  return found
}

const COLOUR_RULES = ['color-contrast', 'link-in-text-block']

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

/** Walks every screen and three dialogs in one language. @returns all that axe finds */
export async function findViolations(
  language: 'zh-CN' | 'ru' | 'en',
  themes: readonly Theme[]
): Promise<readonly string[]> {
  const userData = temporaryFolder()
  await writeFile(join(userData, 'settings.json'), JSON.stringify({ language }))
  const { app, page, quit } = await launch({ userData })
  await page.getByRole('heading', { level: 1 }).waitFor()
  const look = (screen: string) => violationsOn(page, screen, themes)
  const found = [...(await look('empty home'))]
  const sample = await openSample(page)
  await page.reload()
  await page.getByRole('heading', { level: 1 }).waitFor()
  found.push(...(await look('home')))
  for (const screen of [...SCREENS, `exhibits/${sample.exhibitId}`]) {
    await goTo(page, `dossiers/${sample.id}/${screen}`)
    // Its fields are there only when they are asked for.
    if (screen === 'pack') await page.locator('.password').getByRole('checkbox').check()
    found.push(...(await look(screen)))
  }
  // The one screen that is another in a narrow window: two tabs in place of two columns.
  await resize(app, page, NARROW)
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click()
    found.push(...(await look(`exhibit, ${await tab.innerText()}`)))
  }
  await resize(app, page, WIDE)
  for (const screen of SETTINGS) {
    await goTo(page, screen)
    found.push(...(await look(screen)))
  }
  for (const [keys, what] of [
    ['Control+k', 'palette'],
    ['?', 'shortcuts'],
    ['Control+n', 'new dossier']
  ] as const) {
    await page.keyboard.press(keys)
    await page.getByRole('dialog').waitFor()
    found.push(...(await look(what)))
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }
  await quit()
  return found
}
