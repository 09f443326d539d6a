import { basename } from 'node:path'
import type { PackRecord } from '../../shared/domain/pack-record.ts'
import { firstPageOf } from '../../shared/domain/pack-supplement.ts'
import type { PackJob, WrittenPack } from './make-pack.ts'

type NotedJob = Pick<
  PackJob,
  'code' | 'madeAt' | 'language' | 'secondLanguage' | 'targetPath' | 'supplementTo' | 'password'
>

/** Whom a pack is for: their name in the user's words, and the profile it was made by. */
export type PackReader = Pick<PackRecord, 'recipient' | 'profile'>

/** What the dossier's register keeps of a pack. */
export function notedPack(
  job: NotedJob,
  written: WrittenPack,
  { recipient, profile }: PackReader
): PackRecord {
  const { code, madeAt, language, secondLanguage = null } = job
  const { targetPath, supplementTo = null, password = null } = job
  const { pages, sizeBytes, sha256, files, exhibits, contents } = written
  return {
    ...{
      code,
      madeAt,
      language,
      secondLanguage,
      fileName: basename(targetPath),
      pages,
      sizeBytes,
      sha256,
      recipient
    },
    files,
    profile,
    encrypted: password !== null,
    ...{ firstPage: firstPageOf(supplementTo), supplementTo: supplementTo?.code ?? null, exhibits, contents }
  }
}
