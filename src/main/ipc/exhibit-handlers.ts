import { randomUUID } from 'node:crypto'
import { basename, join } from 'node:path'
import { shell } from 'electron'
import type { AnswerOf, AttachRequest, ExhibitRef } from '../../shared/bridge/contract.ts'
import { formatExhibitNumber, type Exhibit } from '../../shared/domain/exhibit.ts'
import { safeFileName } from '../../shared/domain/file-name.ts'
import { done, failed } from '../../shared/domain/result.ts'
import { type IntakeSource, takeIn } from '../intake/take-in.ts'
import type { RunningJobs } from '../running-jobs.ts'
import { copyOut } from '../vault/copy-out.ts'
import type { Vault } from '../vault/vault.ts'
import type { FileDialogs } from '../window/file-dialogs.ts'
import type { VaultProtocol } from '../window/vault-protocol.ts'
import type { Caller, Handlers } from './handle.ts'

type ExhibitHandlers = Pick<Handlers, Extract<keyof Handlers, `exhibit:${string}`>>

export interface ExhibitServices {
  readonly vault: Vault
  readonly dialogs: FileDialogs
  readonly jobs: RunningJobs
  readonly protocol: VaultProtocol
  readonly now: () => string
  readonly downloadsFolder: string
}

/** Files on their way in, out and onto the screen. */
export function exhibitHandlers(services: ExhibitServices): ExhibitHandlers {
  const { vault, dialogs, jobs, protocol, now } = services

  async function attach(
    { jobId, dossierId, category, proves }: AttachRequest,
    source: IntakeSource,
    caller: Caller
  ): Promise<AnswerOf<'exhibit:attach'>> {
    return jobs.run(jobId, (signal) =>
      takeIn({
        home: vault.homeOf(dossierId),
        source,
        category,
        proves,
        signal,
        now,
        newId: randomUUID,
        onProgress: (progress) => caller.notify('intake:progress', { ...progress, jobId })
      })
    )
  }

  async function find({ dossierId, exhibitId }: ExhibitRef): Promise<Exhibit | null> {
    const read = await vault.readDossier(dossierId)
    return (read.ok ? read.value.exhibits.find((one) => one.id === exhibitId) : null) ?? null
  }

  const gone = failed({ code: 'dossier-gone' })

  return {
    'exhibit:choose-files': async (request, caller) => {
      const paths = await dialogs.chooseFiles()
      return paths === null ? null : attach(request, { kind: 'paths', paths, folders: 'expand' }, caller)
    },
    'exhibit:attach': ({ paths, ...request }, caller) =>
      attach(request, { kind: 'paths', paths, folders: 'expand' }, caller),
    'exhibit:paste': ({ bytes, ...request }, caller) => {
      const name = `clipboard-${now().slice(0, 19).replace(/[T:]/g, '-')}.png`
      return attach(request, { kind: 'bytes', name, bytes }, caller)
    },
    'exhibit:cancel-attach': ({ jobId }) => {
      jobs.cancel(jobId)
      return null
    },
    'exhibit:open': async (ref) => {
      const exhibit = await find(ref)
      if (exhibit === null) return gone
      const { sha256, mediaType } = exhibit.file
      const opened = await vault.objects.open(sha256)
      if (!opened.ok) return opened
      await opened.value.close()
      const open = async () => {
        const original = await vault.objects.open(sha256)
        return original.ok ? original.value : null
      }
      return done({ url: protocol.show({ open, mediaType }) })
    },
    'exhibit:close': ({ url }) => {
      protocol.revoke(url)
      return null
    },
    'exhibit:show-original': async (ref) => {
      const exhibit = await find(ref)
      if (exhibit === null) return gone
      const path = await vault.objects.pathOf(exhibit.file.sha256)
      if (!path.ok) return path
      shell.showItemInFolder(path.value)
      return done(null)
    },
    'exhibit:save-copy': async (ref) => {
      const exhibit = await find(ref)
      if (exhibit === null) return gone
      const fileName = `${formatExhibitNumber(exhibit.number)}_${safeFileName(exhibit.file.originalName)}`
      const target = await dialogs.chooseTarget(join(services.downloadsFolder, fileName))
      if (target === null) return null
      const original = await vault.objects.open(exhibit.file.sha256)
      if (!original.ok) return original
      try {
        const { sha256 } = exhibit.file
        const copied = await copyOut({ original: original.value, sha256, targetPath: target.path })
        return copied.ok ? done({ fileName: basename(target.path) }) : copied
      } finally {
        await original.value.close()
      }
    },
    'exhibit:verify': async (ref) => {
      const exhibit = await find(ref)
      if (exhibit === null) return gone
      const verified = await vault.objects.verify(exhibit.file.sha256)
      return verified.ok ? done({ verifiedAt: now() }) : verified
    }
  }
}
