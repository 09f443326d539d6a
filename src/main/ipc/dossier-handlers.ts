import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { beginDossier } from '../../shared/domain/dossier.ts'
import { editDossierBy } from '../../shared/domain/dossier-edit.ts'
import { safeFileName } from '../../shared/domain/file-name.ts'
import { done } from '../../shared/domain/result.ts'
import type { ScreenLanguage } from '../../shared/domain/settings.ts'
import { addSample } from '../sample.ts'
import { exportBag, importBag } from '../vault/bag-exchange.ts'
import type { Vault } from '../vault/vault.ts'
import type { FileDialogs } from '../window/file-dialogs.ts'
import type { Handlers } from './handle.ts'

type DossierHandlers = Pick<Handlers, Extract<keyof Handlers, `dossier:${string}`>>

export interface DossierServices {
  readonly vault: Vault
  readonly dialogs: FileDialogs
  readonly now: () => string
  readonly resourcesFolder: string
  readonly screenLanguage: () => Promise<ScreenLanguage>
}

/** Dossiers: the vault holds them, the page asks for changes. */
export function dossierHandlers(services: DossierServices): DossierHandlers {
  const { vault, dialogs, now } = services
  return {
    'dossier:list': () => vault.list(),
    'dossier:read': ({ id }) => vault.readDossier(id),
    'dossier:create': (fresh) => vault.createDossier(beginDossier(randomUUID(), fresh, now())),
    'dossier:edit': ({ id, edits }) =>
      vault.changeDossier(id, (dossier) => editDossierBy(dossier, edits, now())),
    'dossier:open-sample': async () =>
      addSample(vault, services.resourcesFolder, await services.screenLanguage(), now),
    'dossier:destroy': ({ id }) => vault.destroyDossier(id),
    'dossier:export-folder': async ({ id }) => {
      const read = await vault.readDossier(id)
      if (!read.ok) return read
      const parent = await dialogs.chooseFolder()
      if (parent === null) return null
      const folderName = safeFileName(`closeout-${read.value.phoneNumber}-${now().slice(0, 10)}`)
      const exported = await exportBag(vault.homeOf(id), join(parent, folderName), { now })
      return exported.ok ? done({ folderName }) : exported
    },
    'dossier:import-folder': async () => {
      const folder = await dialogs.chooseFolder()
      return folder === null ? null : importBag(folder, vault, { now, newId: randomUUID })
    }
  }
}
