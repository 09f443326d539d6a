import { basename, dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import type { PackVerdict } from '../../../src/shared/domain/pack-norm.ts'
import { USUAL_PACK_SETTINGS, type PackSettings } from '../../../src/shared/domain/recipient-profile.ts'
import { packRenderer } from '../../pack-renderer.ts'
import type { SpecimenExhibit } from '../../specimen-dossier.ts'
import { closeoutHere } from '../command-line/closeout.ts'
import { judge, packOf, richExhibits, temporaryFolder } from './pack-fixtures.ts'

const ARCHIVAL: PackSettings = { ...USUAL_PACK_SETTINGS, form: 'archival' }

async function packIn(
  files: readonly SpecimenExhibit[],
  settings: Partial<PackSettings>,
  targetPath?: string
) {
  const pack = await packOf(
    files,
    { settings: { ...ARCHIVAL, ...settings }, ...(targetPath === undefined ? {} : { targetPath }) },
    { renderer: await packRenderer() }
  )
  const folder = targetPath ?? dirname(pack.path)
  const paths = pack.files.map(({ fileName }) => join(folder, fileName))
  for (const path of paths) expect(await judge('qpdf', '--check', path)).toContain('No syntax')
  const { out } = await closeoutHere(['check', ...paths, '--json'])
  return { pack, paths, verdict: JSON.parse(out) as PackVerdict }
}

/** Files are named by their captions, however long: that is no matter of the form. */
function faults({ norms }: PackVerdict) {
  return norms.filter(({ norm, state }) => state === 'not-held' && norm !== 'N19')
}

it('goes out in volumes with exhibits of all kinds, each of them archival and below the limit', async () => {
  const { pack, verdict } = await packIn(await richExhibits(), { delivery: 'volumes', largestFileMb: 0.3 })
  expect(pack.files.length).toBeGreaterThan(1)
  expect(verdict.archival).toEqual({ state: 'held' })
  expect(faults(verdict)).toEqual([])
})

it('goes out with a file for each exhibit, each of them archival', async () => {
  const files = (await richExhibits()).slice(0, 3)
  const { pack, paths, verdict } = await packIn(
    files,
    { delivery: 'separate-files' },
    join(await temporaryFolder(), 'pack')
  )
  expect(paths.map((path) => basename(path)).toSorted()).toEqual(
    pack.files.map(({ fileName }) => fileName).toSorted()
  )
  expect(paths).toHaveLength(files.length + 1)
  expect(verdict.archival).toEqual({ state: 'held' })
  expect(faults(verdict)).toEqual([])
})
