import { BYTES_IN_MB, USUAL_PACK_SETTINGS } from '../../shared/domain/recipient-profile.ts'
import { absorbExhibit, type Absorption } from './absorb/absorb-exhibit.ts'
import { createAssumption } from './absorb/assume-exhibit.ts'
import { createPageSample } from './absorb/page-sample.ts'
import type { Sheet } from './layout/drawing.ts'
import type { LaidFile } from './layout/lay-out-pack.ts'
import { fillFiles, writeFiles, type Run } from './pack-run.ts'
import { planFiles, type PackFile } from './plan/pack-files.ts'
import { planVolumes, type VolumePlan, type VolumeRoom } from './plan/plan-volumes.ts'
import { CountedTarget } from './write/counted-target.ts'
import { encryptFile } from './write/encrypt-file.ts'
import { PdfFile } from './write/pdf-file.ts'

/** What was not read is a little larger at times than it was taken for: so much of a volume is left for that. */
const ROOM_FOR_ERROR = 0.985
/** The own pages of a volume grow with what it holds; a few rounds, and they fit. */
const MOST_ROUNDS = 6

/** What one exhibit takes in a file, as it was found or is taken to be. */
export interface MeasuredExhibit {
  readonly absorption: Absorption
  readonly bytes: number
  readonly objects: number
}

export type MeasuredExhibits = ReadonlyMap<string, MeasuredExhibit>

/** What the exhibits of a pack will take, mostly without their bytes being read. */
export async function measureExhibits(run: Run): Promise<MeasuredExhibits> {
  const measured = new Map<string, MeasuredExhibit>()
  const target = new CountedTarget()
  const file = await PdfFile.begin(target, run.signal)
  const assume = createAssumption()
  const skip = (count: number) => target.skip(count)
  const sample = run.renderer === null ? null : createPageSample(drawnPages(run), skip)
  const absorb: Run['absorb'] = measuring(
    measured,
    async (options, exhibit) =>
      (await assume({ ...options, skip }, exhibit)) ?? absorbExhibit(options, exhibit)
  )
  const whole = { place: null, sections: run.material.sections }
  await fillFiles({ ...run, absorb, sample, hashing: null }, [whole], () => Promise.resolve(file))
  return measured
}

/** As far as it is known before anything is read: what comes with letters is not. */
function drawnPages({ job, material }: Run): number {
  const isAll = job.settings?.form === 'archival'
  return material.sections
    .flatMap(({ exhibits }) => exhibits)
    .filter(({ file }) => file.mediaType === 'application/pdf')
    .filter((exhibit) => isAll || material.covered(exhibit).length > 0)
    .reduce((sum, { file: { pages } }) => sum + (pages ?? 1), 0)
}

/** Notes what each exhibit takes in its file. */
export function measuring(measured: Map<string, MeasuredExhibit>, absorb: Run['absorb']): Run['absorb'] {
  return async (options, exhibit) => {
    const { file } = options
    const [bytes, objects] = [file.sizeBytes, file.objectCount]
    const absorption = await absorb(options, exhibit)
    measured.set(exhibit.id, {
      absorption,
      bytes: file.sizeBytes - bytes,
      objects: file.objectCount - objects
    })
    return absorption
  }
}

/** A file of the pack by what it will be. */
export interface CountedFile {
  readonly plan: PackFile
  readonly laid: LaidFile
  readonly sizeBytes: number
}

export interface CountedPack extends Pick<VolumePlan, 'apart' | 'above'> {
  readonly files: readonly CountedFile[]
}

const NONE: ReadonlySet<string> = new Set()

/** Finds the files of a pack, and how large each will be: own pages are laid out and written, and only counted. */
export async function planPackFiles(run: Run, measured: MeasuredExhibits): Promise<CountedPack> {
  const { delivery, largestFileMb } = run.job.settings ?? USUAL_PACK_SETTINGS
  const { sections } = run.material
  if (delivery !== 'volumes' || largestFileMb === null) {
    const plans = planFiles(sections, delivery, [])
    return { files: await countFiles(run, measured, plans, NONE), apart: NONE, above: NONE }
  }
  const sheets = new Map<string, number>()
  const [whole] = await countFiles(run, measured, planFiles(sections, 'one-file', []), NONE, sheets)
  const largest = largestFileMb * BYTES_IN_MB
  if (whole !== undefined && whole.sizeBytes <= largest * ROOM_FOR_ERROR) {
    return { files: [whole], apart: NONE, above: NONE }
  }
  return dealOut(run, measured, sheets, largest)
}

/** @param sheets what the pages of each exhibit take beside what they show */
async function dealOut(
  run: Run,
  measured: MeasuredExhibits,
  sheets: ReadonlyMap<string, number>,
  largest: number
): Promise<CountedPack> {
  const { sections } = run.material
  const sized = sections.flatMap(({ exhibits }) =>
    exhibits.map(({ id, file }) => {
      const one = measured.get(id)
      const originalBytes = one?.absorption.attachment == null ? 0 : file.sizeBytes
      return { id, shownBytes: (one?.bytes ?? 0) - originalBytes + (sheets.get(id) ?? 0), originalBytes }
    })
  )
  const bytesOf = new Map(sized.map((one) => [one.id, one]))
  let room: VolumeRoom = { largest: largest * ROOM_FOR_ERROR, first: 0, later: 0 }
  for (let round = 0; ; round += 1) {
    const { volumes, apart, above } = planVolumes(sized, room)
    const files = await countFiles(run, measured, planFiles(sections, 'volumes', volumes), apart)
    const own = files.map(({ sizeBytes }, index) => {
      const held = (volumes[index] ?? []).map((id) => bytesOf.get(id)!)
      return (
        sizeBytes -
        held.reduce((sum, one) => sum + one.shownBytes + (apart.has(one.id) ? 0 : one.originalBytes), 0)
      )
    })
    const isHeld = files.every(
      ({ sizeBytes }, index) => sizeBytes <= largest || (volumes[index] ?? []).some((id) => above.has(id))
    )
    // An exhibit that only just fits a volume alone is one for a volume of its own in the end.
    if (round > 0 && (isHeld || round >= MOST_ROUNDS)) return { files, apart, above }
    const [first = 0, ...later] = own
    room = { ...room, first: Math.max(room.first, first), later: Math.max(room.later, ...later) }
  }
}

/** Writes all but the exhibits themselves, and counts. */
async function countFiles(
  run: Run,
  measured: MeasuredExhibits,
  plans: readonly PackFile[],
  apart: ReadonlySet<string>,
  sheets?: Map<string, number>
): Promise<readonly CountedFile[]> {
  const { password } = run.job
  const filled = await Promise.all(
    plans.map(async (plan) => {
      const target = new CountedTarget()
      const file = await PdfFile.begin(target, run.signal, password == null ? null : encryptFile(password))
      const absorptions = plan.sections.flatMap(({ exhibits }) =>
        exhibits.flatMap(({ id, file: { sizeBytes } }) => {
          const one = measured.get(id)
          if (one === undefined) return []
          for (let object = 0; object < one.objects; object += 1) file.reserve()
          const isApart = apart.has(id)
          target.skip(one.bytes - (isApart ? sizeBytes : 0))
          return isApart ? withoutOriginal(one.absorption) : one.absorption
        })
      )
      return { file, plan, absorptions }
    })
  )
  const onSheet = sheets === undefined ? undefined : countSheets(filled[0]?.file, sheets)
  const { laid, documents } = await writeFiles({ ...run, ...(onSheet && { onSheet }) }, filled)
  return Promise.all(
    filled.map(async ({ file, plan }, index) => {
      const { sizeBytes } = await file.complete(documents[index]!)
      return { plan, laid: laid.files[index]!, sizeBytes }
    })
  )
}

function withoutOriginal({ absorbed, layers }: Absorption): Absorption {
  return { absorbed: { ...absorbed, where: 'apart' }, attachment: null, layers }
}

/** Notes what is written from one sheet to the next for the exhibit that the first of them shows. */
function countSheets(file: PdfFile | undefined, sheets: Map<string, number>) {
  let current: string | null = null
  let start = 0
  return (sheet: Sheet | null): void => {
    const now = file?.sizeBytes ?? 0
    if (current !== null) sheets.set(current, (sheets.get(current) ?? 0) + now - start)
    current = /^exhibit:(.*?)(#\d+)?$/.exec(sheet?.name ?? '')?.[1] ?? null
    start = now
  }
}
