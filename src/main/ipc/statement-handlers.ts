import { randomUUID } from 'node:crypto'
import { done, failed } from '../../shared/domain/result.ts'
import { takeIn } from '../intake/take-in.ts'
import type { OpenedStatements } from '../opened-statements.ts'
import type { RunningJobs } from '../running-jobs.ts'
import { previewStatement } from '../statement/preview-statement.ts'
import { proposeEntries } from '../statement/propose-entries.ts'
import type { Vault } from '../vault/vault.ts'
import type { FileDialogs } from '../window/file-dialogs.ts'
import type { Handlers } from './handle.ts'

type StatementHandlers = Pick<Handlers, Extract<keyof Handlers, `statement:${string}`>>

export interface StatementServices {
  readonly vault: Vault
  readonly dialogs: FileDialogs
  readonly jobs: RunningJobs
  readonly statements: OpenedStatements
  readonly now: () => string
}

/** Lists of movements from a bank or an operator: looked through, turned into entries, kept as a proof. */
export function statementHandlers(services: StatementServices): StatementHandlers {
  const { vault, dialogs, jobs, statements, now } = services
  const gone = failed({ code: 'statement-gone' })
  const notText = failed({ code: 'statement-not-text' })
  return {
    'statement:choose': async () => {
      const path = await dialogs.chooseFile('csv', 'txt', 'tsv')
      return path === null ? null : statements.open(path)
    },
    'statement:preview': async ({ statementId, reading, currency }) => {
      const file = statements.find(statementId)
      if (file === null) return gone
      const preview = await previewStatement(file, reading, currency)
      return preview === null ? notText : done(preview)
    },
    'statement:propose': async ({ statementId, dossierId, ...wanted }) => {
      const file = statements.find(statementId)
      if (file === null) return gone
      const read = await vault.readDossier(dossierId)
      if (!read.ok) return failed({ code: 'dossier-gone' })
      return proposeEntries({ ...wanted, bytes: file.bytes, entries: read.value.payments.entries })
    },
    'statement:keep': async ({ statementId, jobId, dossierId, category, proves }, caller) => {
      const file = statements.find(statementId)
      if (file === null) return gone
      return jobs.run(jobId, (signal) =>
        takeIn({
          home: vault.homeOf(dossierId),
          source: { kind: 'bytes', name: file.fileName, bytes: file.bytes, modifiedAt: file.modifiedAt },
          category,
          proves,
          signal,
          now,
          newId: randomUUID,
          onProgress: (progress) => caller.notify('intake:progress', { ...progress, jobId })
        })
      )
    },
    'statement:close': ({ statementId }) => {
      statements.close(statementId)
      return null
    }
  }
}
