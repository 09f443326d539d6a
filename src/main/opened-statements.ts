import { basename } from 'node:path'
import type { IntakeFailure } from '../shared/domain/intake.ts'
import { done, failed, type Result } from '../shared/domain/result.ts'
import {
  LARGEST_STATEMENT_BYTES,
  STATEMENT_FAILURES,
  type StatementFailure
} from '../shared/domain/statement.ts'
import { type Fsx, nodeFsx } from './fsx.ts'
import { openSource } from './intake/source-file.ts'
import { type StatementFile, statementFile } from './statement/statement-file.ts'

export interface OpenedStatements {
  /** Reads the file into memory; the one opened before is let go. */
  open(path: string): Promise<Result<{ readonly statementId: string }, { readonly code: StatementFailure }>>
  find(statementId: string): StatementFile | null
  close(statementId: string): void
}

/** The statement that is being looked through, known to the page by an id. One at a time bounds the memory. */
export function createOpenedStatements(newId: () => string, fsx: Fsx = nodeFsx): OpenedStatements {
  let opened: { readonly id: string; readonly file: StatementFile } | null = null
  return {
    async open(path) {
      opened = null
      const whole = await readWhole(fsx, path)
      if (!whole.ok) return whole
      const file = statementFile({ fileName: basename(path), ...whole.value })
      if (!file.ok) return file
      opened = { id: newId(), file: file.value }
      return done({ statementId: opened.id })
    },
    find: (statementId) => (opened?.id === statementId ? opened.file : null),
    close(statementId) {
      if (opened?.id === statementId) opened = null
    }
  }
}

async function readWhole(
  fsx: Fsx,
  path: string
): Promise<Result<Omit<StatementFile, 'fileName'>, { readonly code: StatementFailure }>> {
  const source = await openSource(fsx, path, LARGEST_STATEMENT_BYTES)
  if (!source.ok) return failed({ code: failureOf(source.code) })
  try {
    const chunks: Uint8Array[] = []
    for await (const chunk of source.value.read(() => undefined)) chunks.push(chunk)
    return done({ bytes: Buffer.concat(chunks), modifiedAt: source.value.modifiedAt })
  } catch {
    // It ends early for reasons of the file only, and the source keeps which.
    return failed({ code: failureOf(source.value.failure()) })
  } finally {
    await source.value.close()
  }
}

/** What can be said of a list in the words it has for any file. */
const SAME_WORDS: ReadonlySet<string> = new Set(STATEMENT_FAILURES)

function failureOf(code: IntakeFailure): StatementFailure {
  if (code === 'too-large') return 'statement-too-large'
  return SAME_WORDS.has(code) ? (code as StatementFailure) : 'read-failed'
}
