import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { PackTarget } from '../../shared/bridge/contract.ts'
import { coreExhibits, coreParts } from '../../shared/domain/core-pack.ts'
import type { Dossier } from '../../shared/domain/dossier.ts'
import type { Exhibit } from '../../shared/domain/exhibit.ts'
import type { PackEstimate } from '../../shared/domain/pack-estimate.ts'
import type { MadePack, PackFailure, PackProgress } from '../../shared/domain/pack-job.ts'
import {
  packSections,
  USUAL_PACK_ORDER,
  type PackOrder,
  type PackSection
} from '../../shared/domain/pack-order.ts'
import type { PackLanguage } from '../../shared/domain/pack-record.ts'
import {
  FIRST_PROFILE_ID,
  USUAL_PACK_SETTINGS,
  type PackSettings
} from '../../shared/domain/recipient-profile.ts'
import { exhibitsSince } from '../../shared/domain/pack-supplement.ts'
import { bridge } from '../bridge/bridge.ts'
import { usePackPasswordStore } from './pack-password.ts'
import { useDossiersStore } from './dossiers.ts'

export interface PackChoice {
  readonly language: PackLanguage
  /** Below or beside the first, and never the same; null = none. */
  readonly secondLanguage: PackLanguage | null
  readonly order: PackOrder
  /** Whom it is for; the settings begin as this profile has them. */
  readonly profileId: string
  readonly settings: PackSettings
  /** Their name in the user's words. */
  readonly recipient: string
  readonly checksumFile: boolean
  /** Code of the pack to go on from: then only what was added after it goes in. */
  readonly supplementTo: string | null
  /** Only the papers that the end of the contract rests on. */
  readonly isCore: boolean
  /** Kept as what is left out, so that a file that arrives later is in. */
  readonly leftOut: ReadonlySet<string>
}

/**
 * The pack of the first users goes to the operator, who reads Russian: as the shipped profile says, and safe to hand
 * out before that is read.
 */
const FIRST_CHOICE: PackChoice = {
  profileId: FIRST_PROFILE_ID,
  language: 'ru',
  secondLanguage: null,
  settings: {
    ...USUAL_PACK_SETTINGS,
    masking: { documentNumbers: true, birthDates: true },
    purposeMark: true
  },
  order: USUAL_PACK_ORDER,
  recipient: '',
  checksumFile: true,
  supplementTo: null,
  isCore: false,
  leftOut: new Set()
}

export interface MakingPreview {
  readonly jobId: string
  readonly progress: PackProgress | null
}

export interface ReadyPreview extends MadePack {
  readonly dossierId: string
  readonly url: string
}

export interface AskedEstimate {
  readonly dossierId: string
  readonly jobId: string
  /** null = it is being found. */
  readonly found: PackEstimate | null
}

/** A core has few pages about the case, whoever it is for. */
export function settingsFor({ settings, isCore }: PackChoice): PackSettings {
  return isCore ? { ...settings, parts: coreParts(settings.parts) } : settings
}

export type ExportJob =
  | { readonly state: 'idle' }
  | { readonly state: 'choosing'; readonly dossierId: string }
  /** A file of this name is there and the system's dialog has not asked about it. */
  | { readonly state: 'asking'; readonly dossierId: string; readonly target: PackTarget }
  | {
      readonly state: 'running'
      readonly dossierId: string
      readonly target: PackTarget
      readonly jobId: string
      readonly progress: PackProgress | null
      readonly isCancelling: boolean
    }
  | {
      readonly state: 'done'
      readonly dossierId: string
      readonly target: PackTarget
      readonly made: MadePack
    }
  | { readonly state: 'cancelled'; readonly dossierId: string }
  | {
      readonly state: 'failed'
      readonly dossierId: string
      readonly target: PackTarget
      readonly code: PackFailure
    }

/** What goes into a dossier's pack, its preview, and the export, which goes on when the screen is left. */
export const usePackStore = defineStore('pack', () => {
  const choices = shallowRef<ReadonlyMap<string, PackChoice>>(new Map())
  const making = shallowRef<MakingPreview | null>(null)
  const ready = shallowRef<ReadyPreview | null>(null)
  const previewFailure = shallowRef<PackFailure | null>(null)
  const job = shallowRef<ExportJob>({ state: 'idle' })
  const estimate = shallowRef<AskedEstimate | null>(null)
  let stopListening: (() => void) | undefined

  function choiceOf(dossierId: string): PackChoice {
    return choices.value.get(dossierId) ?? FIRST_CHOICE
  }

  /** Null while nothing came of this dossier; of another one an export may be running. */
  function jobOf(dossierId: string): Exclude<ExportJob, { readonly state: 'idle' }> | null {
    const now = job.value
    return now.state !== 'idle' && now.dossierId === dossierId ? now : null
  }

  function choose(dossierId: string, change: Partial<PackChoice>): void {
    choices.value = new Map(choices.value).set(dossierId, { ...choiceOf(dossierId), ...change })
  }

  function leaveOut(dossierId: string, exhibitIds: readonly string[], isLeftOut: boolean): void {
    const leftOut = new Set(choiceOf(dossierId).leftOut)
    for (const id of exhibitIds) {
      if (isLeftOut) leftOut.add(id)
      else leftOut.delete(id)
    }
    choose(dossierId, { leftOut })
  }

  /** What can go in, as the pack will have it: everything, or for a supplement what came later. */
  function offered(dossier: Dossier): readonly PackSection[] {
    const { order, supplementTo, isCore } = choiceOf(dossier.id)
    const sections = packSections(dossier, order)
    if (supplementTo === null && !isCore) return sections
    const since = new Set(
      supplementTo === null
        ? coreExhibits(dossier).map(({ exhibit }) => exhibit)
        : exhibitsSince(dossier, supplementTo)
    )
    return sections
      .map((section) => ({ ...section, exhibits: section.exhibits.filter((one) => since.has(one)) }))
      .filter(({ exhibits }) => exhibits.length > 0)
  }

  /** The chosen exhibits in the order of the pack: by category, within it by date or as the user ordered them. */
  function chosen(dossier: Dossier): readonly Exhibit[] {
    const { leftOut } = choiceOf(dossier.id)
    return offered(dossier).flatMap(({ exhibits }) => exhibits.filter(({ id }) => !leftOut.has(id)))
  }

  function request(dossier: Dossier, jobId: string) {
    const choice = choiceOf(dossier.id)
    const { language, secondLanguage, order, supplementTo, profileId, recipient } = choice
    const settings = settingsFor(choice)
    const exhibitIds = chosen(dossier).map(({ id }) => id)
    return {
      ...{ jobId, dossierId: dossier.id, language, secondLanguage, order, supplementTo, exhibitIds },
      ...{ profileId, settings, recipient, isCore: choice.isCore }
    }
  }

  /** Finds how large the pack gets. An answer to a choice that was changed meanwhile is dropped. */
  async function makeEstimate(dossier: Dossier): Promise<void> {
    dropEstimate()
    const jobId = crypto.randomUUID()
    estimate.value = { dossierId: dossier.id, jobId, found: null }
    const found = await bridge.estimatePack(request(dossier, jobId))
    if (estimate.value?.jobId !== jobId) return
    estimate.value = found === null ? null : { dossierId: dossier.id, jobId, found }
  }

  function dropEstimate(): void {
    const asked = estimate.value
    estimate.value = null
    if (asked !== null && asked.found === null) void bridge.cancelPack({ jobId: asked.jobId })
  }

  /** Makes the preview anew. The old one stays on screen until the new one is there; a late answer is dropped. */
  async function makePreview(dossier: Dossier): Promise<void> {
    listen()
    const superseded = making.value
    const jobId = crypto.randomUUID()
    making.value = { jobId, progress: null }
    previewFailure.value = null
    if (superseded !== null) void bridge.cancelPack({ jobId: superseded.jobId })
    try {
      const answer = await bridge.previewPack(request(dossier, jobId))
      if (making.value?.jobId !== jobId) {
        if (answer.ok) void bridge.closeExhibit({ url: answer.value.url })
        return
      }
      if (answer.ok) show({ ...answer.value, dossierId: dossier.id })
      else if (answer.code !== 'cancelled') previewFailure.value = answer.code
    } finally {
      if (making.value?.jobId === jobId) making.value = null
      hush()
    }
  }

  function show(next: ReadyPreview | null): void {
    const before = ready.value
    ready.value = next
    if (before !== null) void bridge.closeExhibit({ url: before.url })
  }

  /** Ends a running preview and lets go of the one shown. */
  function leavePreview(): void {
    const running = making.value
    making.value = null
    previewFailure.value = null
    if (running !== null) void bridge.cancelPack({ jobId: running.jobId })
    show(null)
    hush()
  }

  /** Asks where to, then writes; asks first where a file would be replaced. */
  async function startExport(dossier: Dossier): Promise<void> {
    if (job.value.state === 'running' || job.value.state === 'choosing') return
    const dossierId = dossier.id
    job.value = { state: 'choosing', dossierId }
    try {
      const { language, supplementTo, settings } = choiceOf(dossierId)
      const { delivery } = settings
      const target = await bridge.choosePackTarget({ dossierId, language, supplementTo, delivery })
      job.value = { state: 'idle' }
      if (target === null) return
      if (target.mustAskToReplace) job.value = { state: 'asking', dossierId, target }
      else await write(dossier, target, false)
    } finally {
      if (job.value.state === 'choosing') job.value = { state: 'idle' }
    }
  }

  /** "Yes" to the question whether the file there may be replaced. */
  async function replace(dossier: Dossier, target: PackTarget): Promise<void> {
    if (job.value.state !== 'running') await write(dossier, target, true)
  }

  /** "No" to it. */
  function declineReplace(): void {
    if (job.value.state === 'asking') job.value = { state: 'idle' }
  }

  async function write(dossier: Dossier, target: PackTarget, mayReplace: boolean): Promise<void> {
    listen()
    const dossierId = dossier.id
    const { checksumFile } = choiceOf(dossierId)
    const jobId = crypto.randomUUID()
    job.value = { state: 'running', dossierId, target, jobId, progress: null, isCancelling: false }
    try {
      const answer = await bridge.exportPack({
        ...request(dossier, jobId),
        targetId: target.targetId,
        replace: mayReplace,
        checksumFile,
        password: usePackPasswordStore().passwordOf(dossierId)
      })
      if (answer.ok) {
        const { dossier: changed, ...made } = answer.value
        await useDossiersStore().take(changed)
        job.value = { state: 'done', dossierId, target, made }
        usePackPasswordStore().forget(dossierId)
      } else if (answer.code === 'cancelled') job.value = { state: 'cancelled', dossierId }
      else if (answer.code === 'target-exists') job.value = { state: 'asking', dossierId, target }
      else job.value = { state: 'failed', dossierId, target, code: answer.code }
    } finally {
      if (job.value.state === 'running') {
        job.value = { state: 'failed', dossierId, target, code: 'engine-stopped' }
      }
      hush()
    }
  }

  async function cancelExport(): Promise<void> {
    if (job.value.state !== 'running') return
    const { jobId } = job.value
    job.value = { ...job.value, isCancelling: true }
    await bridge.cancelPack({ jobId })
  }

  function dismissExport(): void {
    if (job.value.state !== 'running') job.value = { state: 'idle' }
  }

  function listen(): void {
    stopListening ??= bridge.onPackProgress((progress) => {
      if (making.value?.jobId === progress.jobId) making.value = { ...making.value, progress }
      if (job.value.state === 'running' && job.value.jobId === progress.jobId) {
        job.value = { ...job.value, progress }
      }
    })
  }

  function hush(): void {
    if (making.value !== null || job.value.state === 'running') return
    stopListening?.()
    stopListening = undefined
  }

  return {
    choices,
    making,
    ready,
    previewFailure,
    job,
    estimate,
    makeEstimate,
    dropEstimate,
    jobOf,
    choiceOf,
    choose,
    leaveOut,
    offered,
    chosen,
    makePreview,
    leavePreview,
    startExport,
    replace,
    declineReplace,
    cancelExport,
    dismissExport
  }
})
