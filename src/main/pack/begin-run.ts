import { absorbExhibit } from './absorb/absorb-exhibit.ts'
import { readFontSet } from './fonts/font-set.ts'
import type { PackJob } from './make-pack.ts'
import { preparePack } from './pack-material.ts'
import type { Run } from './pack-run.ts'
import { packContents } from './plan/pack-contents.ts'
import { createProgressReport } from './progress-report.ts'

/** Brings together what a pack is made from; nothing of its exhibits is read yet. */
export async function beginRun(
  job: PackJob,
  surroundings: Pick<Run, 'services' | 'signal' | 'hashing' | 'renderer'>
): Promise<Run> {
  const fonts = await readFontSet(job.fontsFolder)
  const material = preparePack(job, fonts, new Set())
  const progress = createProgressReport(material.sections, surroundings.services.onProgress)
  return {
    ...surroundings,
    ...{ job, fonts, material, progress, contents: packContents(job), absorb: absorbExhibit },
    sample: null
  }
}
