import { randomUUID } from 'node:crypto'
import { access } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { shell } from 'electron'
import type { AnswerOf, PackRequest, RequestOf } from '../../shared/bridge/contract.ts'
import type { Dossier } from '../../shared/domain/dossier.ts'
import { addPack } from '../../shared/domain/dossier-edit.ts'
import { factText } from '../../shared/domain/fact.ts'
import type { MadePack, PackFailure } from '../../shared/domain/pack-job.ts'
import { packCode, packFileName, withoutExtension } from '../../shared/domain/pack-name.ts'
import type { PackLanguage } from '../../shared/domain/pack-record.ts'
import { findSupplemented } from '../../shared/domain/pack-supplement.ts'
import { addresseeOf, isOneFile } from '../../shared/domain/recipient-profile.ts'
import { done, failed, type Result } from '../../shared/domain/result.ts'
import { openFileOriginal } from '../file-original.ts'
import { notedPack, type PackReader } from '../pack/noted-pack.ts'
import type { RecipientBook } from '../recipients/recipient-book.ts'
import type { PackRuns } from '../pack-runs.ts'
import type { RunningJobs } from '../running-jobs.ts'
import type { Vault } from '../vault/vault.ts'
import type { ChosenTarget, FileDialogs } from '../window/file-dialogs.ts'
import type { VaultProtocol } from '../window/vault-protocol.ts'
import { checkExported, chosenNumbers, type ExportedPack } from './check-exported.ts'
import type { Caller, Handlers } from './handle.ts'

type PackHandlers = Pick<Handlers, Extract<keyof Handlers, `pack:${string}`>>

export interface PackServices {
  readonly vault: Vault
  readonly dialogs: FileDialogs
  readonly jobs: RunningJobs
  readonly runs: PackRuns
  readonly protocol: VaultProtocol
  readonly recipients: RecipientBook
  readonly now: () => string
  readonly documentsFolder: string
  /** Emptied at every start: a preview is a readable copy of the evidence. */
  readonly previewFolder: string
}

interface PackWish {
  readonly path: string
  readonly replace: boolean
  readonly checksumFile: boolean
  readonly password: string | null
}

interface OrderedPack extends ExportedPack {
  readonly checked: AnswerOf<'pack:check'> | null
}

/** Record packs: where they go, how they are made, and what is noted about them. */
export function packHandlers(services: PackServices): PackHandlers {
  const { vault, dialogs, jobs, runs, protocol, recipients, now } = services
  /** Chosen targets by the name the page knows them by. */
  const targets = new Map<string, ChosenTarget>()
  /** What was asked for under a target, for the check of the finished file. */
  const ordered = new Map<string, OrderedPack>()

  /** A profile that was deleted meanwhile is noted by nothing; what it asked for is in the request. */
  async function readersOf({ profileId, recipient }: PackRequest) {
    const listed = await recipients.find(profileId)
    return (language: PackLanguage): PackReader => ({
      recipient: recipient.trim(),
      profile: listed && { id: profileId, name: factText(listed.profile.name, language) }
    })
  }

  async function jobOf(request: PackRequest) {
    const read = await vault.readDossier(request.dossierId)
    if (!read.ok) return failed({ code: 'dossier-gone' })
    const { language, secondLanguage, order, exhibitIds, settings, isCore } = request
    const supplementTo =
      request.supplementTo === null ? null : findSupplemented(read.value, request.supplementTo)
    if (supplementTo === null && request.supplementTo !== null) return failed({ code: 'no-such-pack' })
    const madeAt = now()
    const code = packCode(read.value, { madeAt, supplementTo: supplementTo?.code ?? null })
    const readerIn = await readersOf(request)
    const addresseeIn = (one: PackLanguage) => addresseeOf(readerIn(one).recipient, readerIn(one).profile)
    const job = {
      ...{ dossier: read.value, exhibitIds, language, secondLanguage, order, settings },
      ...{ supplementTo, code, madeAt, isCore, addressee: addresseeIn(language) },
      ...(secondLanguage !== null && { secondAddressee: addresseeIn(secondLanguage) })
    }
    return done({ job, reader: readerIn(language) })
  }

  async function make(request: PackRequest, wish: PackWish, caller: Caller) {
    const planned = await jobOf(request)
    if (!planned.ok) return planned
    const { reader } = planned.value
    const { path: targetPath, replace, checksumFile, password } = wish
    const job = { ...planned.value.job, targetPath, replace, checksumFile, password }
    const made = await jobs.run(request.jobId, (signal) =>
      runs.run(job, signal, (progress) =>
        caller.notify('pack:progress', { ...progress, jobId: request.jobId })
      )
    )
    if (!made.ok) return made
    const { findings } = made.value
    const pack: MadePack = { findings, record: notedPack(job, made.value, reader) }
    return done({ pack, contentsOf: (dossier: Dossier) => runs.contentsOf({ ...job, dossier }) })
  }

  async function exportPack(
    request: RequestOf<'pack:export'>,
    caller: Caller
  ): Promise<AnswerOf<'pack:export'>> {
    const target = targets.get(request.targetId)
    if (target === undefined) return failed({ code: 'target-gone' })
    const { path } = target
    // The system's dialog has asked about the one name that was chosen, not about those of several files.
    const wasAsked = target.mayReplace && isOneFile(request.settings)
    const made = await make(
      request,
      {
        path,
        replace: request.replace || wasAsked,
        checksumFile: request.checksumFile,
        password: request.password
      },
      caller
    )
    if (!made.ok) return made
    const { pack, contentsOf } = made.value
    const noted: Result<Dossier, { code: string }> = await vault.changeDossier(request.dossierId, (dossier) =>
      done(addPack(dossier, pack.record, now()))
    )
    if (noted.ok) {
      const exhibits = chosenNumbers(noted.value, request.exhibitIds)
      const folder = request.settings.delivery === 'separate-files' ? path : dirname(path)
      const files = pack.record.files.map(({ fileName }) => join(folder, fileName))
      const { dossierId, password } = request
      const contents = async () => {
        const read = await vault.readDossier(dossierId)
        return read.ok ? contentsOf(read.value) : null
      }
      ordered.set(request.targetId, { files, exhibits, password, contents, checked: null })
    }
    return noted.ok
      ? done({ ...pack, dossier: noted.value })
      : failed({ code: 'dossier-gone' as PackFailure })
  }

  async function previewPack(request: PackRequest, caller: Caller): Promise<AnswerOf<'pack:preview'>> {
    const path = join(services.previewFolder, `${randomUUID()}.pdf`)
    // What is looked at is one document, however it is handed over.
    const settings = { ...request.settings, delivery: 'one-file' } as const
    const wish = { path, replace: false, checksumFile: false, password: null }
    const made = await make({ ...request, settings }, wish, caller)
    if (!made.ok) return made
    const open = () => openFileOriginal(path)
    return done({ ...made.value.pack, url: protocol.show({ open, mediaType: 'application/pdf' }) })
  }

  async function estimatePack(request: RequestOf<'pack:estimate'>): Promise<AnswerOf<'pack:estimate'>> {
    const planned = await jobOf(request)
    if (!planned.ok) return null
    // Whatever the password is, it adds the same to the file.
    const password = request.isEncrypted ? 'estimate' : null
    const job = { ...planned.value.job, targetPath: services.previewFolder, replace: false, password }
    return jobs.run(request.jobId, (signal) => runs.estimate(job, signal))
  }

  /** The pack, or the first of its files. */
  async function withTarget(targetId: string, deed: (path: string) => Promise<unknown>) {
    const path = ordered.get(targetId)?.files[0]
    try {
      if (path === undefined) return failed({ code: 'target-gone' })
      await access(path)
    } catch {
      return failed({ code: 'target-gone' })
    }
    await deed(path)
    return done(null)
  }

  return {
    'pack:choose-target': async ({ dossierId, language, supplementTo, delivery }) => {
      const read = await vault.readDossier(dossierId)
      if (!read.ok) return null
      const madeAt = now()
      const code = packCode(read.value, { madeAt, supplementTo })
      const fileName = packFileName(code, madeAt.slice(0, 10), language)
      const isFolder = delivery === 'separate-files'
      const suggested = isFolder ? withoutExtension(fileName) : fileName
      const chosen = await dialogs.chooseTarget(join(services.documentsFolder, suggested))
      if (chosen === null) return null
      const targetId = randomUUID()
      targets.set(targetId, chosen)
      return {
        targetId,
        fileName: basename(chosen.path),
        folderName: basename(isFolder ? chosen.path : dirname(chosen.path)),
        // Names of several files are known only when the pack is planned: the export itself says if they are taken.
        mustAskToReplace: delivery === 'one-file' && !chosen.mayReplace && (await exists(chosen.path))
      }
    },
    'pack:export': exportPack,
    'pack:preview': previewPack,
    'pack:estimate': estimatePack,
    'pack:check': async ({ targetId }) => {
      const order = ordered.get(targetId)
      if (order === undefined) return failed({ code: 'target-gone' })
      if (order.checked !== null) return order.checked
      const checked = await checkExported(order)
      // The password is let go of once the file was read; a second look is answered from what came of it.
      if (order.password !== null && checked.ok) ordered.set(targetId, { ...order, password: null, checked })
      return checked
    },
    'pack:cancel': ({ jobId }) => {
      jobs.cancel(jobId)
      return null
    },
    'pack:open-file': ({ targetId }) => withTarget(targetId, (path) => shell.openPath(path)),
    'pack:show-in-folder': ({ targetId }) =>
      withTarget(targetId, async (path) => {
        shell.showItemInFolder(path)
      })
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path)
    return true
  } catch {
    return false
  }
}
