import type { Instant } from '../../shared/domain/calendar.ts'
import type { VaultFailure } from '../../shared/bridge/contract.ts'
import type { Dossier } from '../../shared/domain/dossier.ts'
import {
  addExhibits,
  editDossier,
  type ArrivedFile,
  type DossierEdit
} from '../../shared/domain/dossier-edit.ts'
import type { Exhibit } from '../../shared/domain/exhibit.ts'
import { nameOddities } from '../../shared/domain/file-name.ts'
import type { IntakeFailure, IntakeOutcome } from '../../shared/domain/intake.ts'
import { isSameTarget } from '../../shared/domain/proof-target.ts'
import { done } from '../../shared/domain/result.ts'
import { MOST_EXHIBITS } from '../../shared/domain/limits.ts'
import type { DossierHome } from '../dossier-home.ts'

/** A batch of a thousand files is some twenty revisions, and a kill costs at most what one of them holds. */
const MOST_AT_ONCE = 64
const LONGEST_WAIT_MS = 1000

interface Arrival {
  readonly file: ArrivedFile
  readonly answer: (outcome: IntakeOutcome) => void
}

/** Stored files on their way into the dossier, saved in small groups. */
export interface Arrivals {
  add(arrival: Arrival): Promise<void>
  /** Saves what waits when the next file takes longer than a second. */
  saveWhileWaiting(next: Promise<unknown>): Promise<void>
  save(): Promise<void>
  /** As it was saved last. */
  dossier(): Dossier
  isGone(): boolean
}

export function arrivalsInto(home: DossierHome, current: Dossier, now: () => Instant): Arrivals {
  let dossier = current
  let waiting: Arrival[] = []
  let firstAt = 0
  let isGone = false

  async function save(): Promise<void> {
    if (waiting.length === 0) return
    const group = waiting
    waiting = []
    let decided: readonly Decision[] = []
    const changed = await home.change<never>((before) => {
      const plan = decide(before, group, now())
      decided = plan.decisions
      return done(plan.dossier)
    })
    if (changed.ok) dossier = changed.value
    else isGone ||= changed.code === 'dossier-gone'
    const exhibits = new Map(dossier.exhibits.map((exhibit) => [exhibit.id, exhibit]))
    group.forEach(({ file, answer }, index) => {
      answer(changed.ok ? outcomeOf(file, decided[index], exhibits) : refused(file, intakeCodeOf(changed)))
    })
  }

  return {
    save,
    dossier: () => dossier,
    isGone: () => isGone,
    async add(arrival) {
      if (waiting.length === 0) firstAt = performance.now()
      waiting.push(arrival)
      if (waiting.length >= MOST_AT_ONCE || performance.now() - firstAt >= LONGEST_WAIT_MS) await save()
    },
    async saveWhileWaiting(next) {
      if (waiting.length === 0) return
      let timer: NodeJS.Timeout | undefined
      const late = new Promise<'late'>((resolve) => {
        timer = setTimeout(() => resolve('late'), LONGEST_WAIT_MS)
      })
      const first = await Promise.race([next.catch(() => undefined), late])
      clearTimeout(timer)
      if (first === 'late') await save()
    }
  }
}

type Decision =
  | { readonly state: 'added' | 'known'; readonly exhibitId: string }
  | { readonly state: 'refused'; readonly code: IntakeFailure }

/**
 * What the group means for the dossier as it stands at this moment: new bytes become exhibits; bytes it has
 * already are told as known, brought back where their exhibit lay in the trash, and linked to what they prove now.
 */
function decide(before: Dossier, group: readonly Arrival[], at: Instant) {
  const idOf = new Map(before.exhibits.map((exhibit) => [exhibit.file.sha256, exhibit.id]))
  const fresh: ArrivedFile[] = []
  let dossier = before
  const decisions = group.map(({ file }): Decision => {
    const knownId = idOf.get(file.file.sha256)
    if (knownId === undefined) {
      if (before.exhibits.length + fresh.length >= MOST_EXHIBITS)
        return { state: 'refused', code: 'too-many-files' }
      fresh.push(file)
      idOf.set(file.file.sha256, file.id)
      return { state: 'added', exhibitId: file.id }
    }
    for (const edit of editsForKnown(dossier, knownId, file)) {
      // A record that was removed while the file was read is not there to be proved any more.
      const edited = editDossier(dossier, edit, at)
      if (edited.ok) dossier = edited.value
    }
    return { state: 'known', exhibitId: knownId }
  })
  return { decisions, dossier: fresh.length === 0 ? dossier : addExhibits(dossier, fresh, at) }
}

/** What is new about bytes that came again; none when they are an exhibit that proves all of it already. */
function editsForKnown(dossier: Dossier, exhibitId: string, { proves }: ArrivedFile): readonly DossierEdit[] {
  const exhibit = dossier.exhibits.find(({ id }) => id === exhibitId)
  // Known from this very group: it comes in with the same links.
  if (exhibit === undefined) return []
  const fresh = proves.filter((target) => !exhibit.proves.some((one) => isSameTarget(one, target)))
  return [
    ...(exhibit.trashedAt === null ? [] : [{ kind: 'restore-exhibit', exhibitId } as const]),
    ...fresh.map((target) => ({ kind: 'link-exhibit', exhibitId, target }) as const)
  ]
}

function outcomeOf(
  file: ArrivedFile,
  decision: Decision | undefined,
  exhibits: ReadonlyMap<string, Exhibit>
): IntakeOutcome {
  const fileName = file.file.originalName
  if (decision === undefined) throw new Error('every arrival is decided')
  if (decision.state === 'refused') return refused(file, decision.code)
  const exhibit = exhibits.get(decision.exhibitId)
  if (exhibit === undefined) throw new Error('the saved dossier lacks what was decided')
  return decision.state === 'known'
    ? { state: 'known', fileName, exhibit }
    : { state: 'added', fileName, exhibit, oddities: nameOddities(fileName) }
}

function refused(file: ArrivedFile, code: IntakeFailure): IntakeOutcome {
  return { state: 'refused', fileName: file.file.originalName, code }
}

function intakeCodeOf({ code }: VaultFailure): IntakeFailure {
  return code === 'no-permission' ? 'vault-failed' : code
}
