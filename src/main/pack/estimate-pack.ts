import { formatExhibitNumber } from '../../shared/domain/exhibit.ts'
import type { PackEstimate } from '../../shared/domain/pack-estimate.ts'
import { beginRun } from './begin-run.ts'
import { rendererFor, type PackJob, type PackServices } from './make-pack.ts'
import { measureExhibits, planPackFiles } from './measure-pack.ts'
import type { Run } from './pack-run.ts'

/**
 * What a pack of this job would be: its pages are laid out, most of its exhibits' bytes are not read, and of the pages
 * that it would draw a few are. Once the signal is given it throws as soon as it can.
 */
export async function estimatePack(
  job: PackJob,
  services: Pick<PackServices, 'openOriginal' | 'signal' | 'renderer'>
): Promise<PackEstimate> {
  const signal = services.signal ?? new AbortController().signal
  const renderer = rendererFor(job, services, signal)
  try {
    return await estimate(await beginRun(job, { services, signal, hashing: null, renderer }))
  } finally {
    await renderer?.close()
  }
}

async function estimate(run: Run): Promise<PackEstimate> {
  const measured = await measureExhibits(run)
  const { files, apart, above } = await planPackFiles(run, measured)
  const numbersOf = (ids: ReadonlySet<string>) =>
    run.material.sections.flatMap(({ exhibits }) =>
      exhibits.filter(({ id }) => ids.has(id)).map(({ number }) => formatExhibitNumber(number))
    )
  return {
    pages: files.reduce((sum, { laid }) => sum + laid.pageCount, 0),
    sizeBytes: files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
    files: files.map(({ plan, laid, sizeBytes }) => ({
      ...{ firstPage: laid.firstPage, pages: laid.pageCount, sizeBytes },
      exhibits: plan.sections.flatMap(({ exhibits }) =>
        exhibits.map(({ number }) => formatExhibitNumber(number))
      )
    })),
    above: numbersOf(above),
    apart: numbersOf(apart)
  }
}
