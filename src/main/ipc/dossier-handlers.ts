import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { beginDossier } from '../../shared/domain/dossier.ts'
import { editDossierBy } from '../../shared/domain/dossier-edit.ts'
import { summariseDossier } from '../../shared/domain/dossier-summary.ts'
import { dataOf, takeOperatorData, withItsOperatorData } from '../../shared/domain/dossier-operator.ts'
import type { DueRules } from '../../shared/domain/due-date.ts'
import { safeFileName } from '../../shared/domain/file-name.ts'
import { done } from '../../shared/domain/result.ts'
import type { ScreenLanguage } from '../../shared/domain/settings.ts'
import type { OperatorBook } from '../operators/operator-book.ts'
import { addSample } from '../sample.ts'
import { exportBag, importBag } from '../vault/bag-exchange.ts'
import type { Vault } from '../vault/vault.ts'
import type { FileDialogs } from '../window/file-dialogs.ts'
import type { Handlers } from './handle.ts'

type DossierHandlers = Pick<Handlers, Extract<keyof Handlers, `dossier:${string}`>>

export interface DossierServices {
  readonly vault: Vault
  readonly book: OperatorBook
  readonly rules: DueRules
  readonly dialogs: FileDialogs
  readonly now: () => string
  readonly resourcesFolder: string
  readonly screenLanguage: () => Promise<ScreenLanguage>
}

/** Dossiers: the vault holds them, the page asks for changes. */
export function dossierHandlers(services: DossierServices): DossierHandlers {
  const { vault, book, dialogs, now } = services
  const knownOperators = async () => (await book.list()).operators.map(({ data }) => data)
  return {
    'dossier:list': () => vault.revisions(),
    'dossier:summarise': async ({ ids, today }) => {
      const read = await vault.readDossiers(ids)
      return read.map(({ id, dossier, damaged }) => ({
        id,
        summary: dossier === null ? null : summariseDossier(dossier, services.rules, today),
        damaged
      }))
    },
    'dossier:read': ({ id }) => vault.readDossier(id),
    'dossier:create': async (fresh) => {
      const operatorData = dataOf(fresh.operator, await knownOperators())
      return vault.createDossier(beginDossier(randomUUID(), fresh, now(), operatorData))
    },
    'dossier:edit': async ({ id, edits }) => {
      const known = edits.some(({ kind }) => kind === 'set-account') ? await knownOperators() : []
      return vault.changeDossier(id, (dossier) => {
        const edited = editDossierBy(dossier, edits, now())
        return edited.ok ? done(withItsOperatorData(dossier, edited.value, known)) : edited
      })
    },
    'dossier:take-operator-data': async ({ id }) => {
      const known = await knownOperators()
      return vault.changeDossier<never>(id, (dossier) => done(takeOperatorData(dossier, known, now())))
    },
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
