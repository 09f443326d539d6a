import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { expect, it } from 'vitest'
import { launch, temporaryFolder } from './app.ts'

const STEPS = ['identity', 'payments', 'agreement', 'confirmation']
const SCREENS = [
  ...STEPS.map((step) => `steps/${step}`),
  'exhibits',
  'ledger',
  'contacts',
  'timeline',
  'readiness',
  'pack'
]

it.each(['light', 'dark'] as const)('has no accessibility violation on any screen, %s', async (theme) => {
  const userData = temporaryFolder()
  await writeFile(join(userData, 'settings.json'), JSON.stringify({ language: 'ru', theme }))
  const { page, quit } = await launch({ userData })
  await page.getByRole('heading', { level: 1 }).waitFor()
  const violations: string[] = []
  const judge = async (screen: string) => {
    const { violations: found } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
    for (const { id, nodes } of found)
      violations.push(
        `${screen}: ${id}: ${nodes
          .map((node) => node.html)
          .join(' ')
          .slice(0, 400)}`
      )
  }
  await judge('empty home')
  const sample = await page.evaluate(async () => {
    const answer = await window.bridge.openSample()
    if (!answer.ok) throw new Error(answer.code)
    return { id: answer.value.id, exhibitId: answer.value.exhibits[0]?.id ?? '' }
  })
  await page.reload()
  await page.getByRole('heading', { level: 1 }).waitFor()
  await judge('home')
  for (const screen of [...SCREENS, `exhibits/${sample.exhibitId}`]) {
    await page.evaluate((hash) => (location.hash = hash), `#/dossiers/${sample.id}/${screen}`)
    await page.waitForFunction((end) => location.hash.endsWith(end), screen)
    await page.getByRole('heading').first().waitFor()
    await judge(screen)
  }
  await page.evaluate(() => (location.hash = '#/settings'))
  await page.getByRole('combobox').first().waitFor()
  await judge('settings')
  expect(violations).toEqual([])
  await quit()
})
