import { basename } from 'node:path'
import { checksumPath, writeChecksumFile } from './checksum-file.ts'
import type { WrittenPack } from './make-pack.ts'
import { fillFromDisk, writeFiles, type Run } from './pack-run.ts'
import { encryptFile } from './write/encrypt-file.ts'
import { PdfFile } from './write/pdf-file.ts'

/** Writes the whole pack into one unfinished file and gives that its name. */
export async function makeOneFile(run: Run): Promise<WrittenPack> {
  const { job, signal, hashing, material, progress } = run
  const { targetPath, partialPath, password, replace } = job
  const encryption = password == null ? null : encryptFile(password)
  const file = await PdfFile.create(targetPath, signal, partialPath, encryption, hashing?.target)
  try {
    const whole = { place: null, sections: material.sections }
    const filled = await fillFromDisk(run, [whole], () => Promise.resolve(file))
    const { laid, documents, exhibits, findings } = await writeFiles(run, filled)
    const written = await file.finish(documents[0]!, replace)
    progress.end()
    const pages = laid.pageCount
    const own = { fileName: basename(targetPath), firstPage: laid.files[0]!.firstPage, pages, ...written }
    const pack = { pages, ...written, files: [own], exhibits, contents: run.contents, findings }
    return job.checksumFile === true ? await withChecksumFile(run, pack) : pack
  } catch (error) {
    await file.discard()
    throw error
  }
}

/** The pack is complete by now: a checksum that cannot be written is told and takes nothing away. */
async function withChecksumFile({ job }: Run, pack: WrittenPack): Promise<WrittenPack> {
  const { targetPath, partialPath, replace } = job
  const path = checksumPath(targetPath)
  if (await writeChecksumFile({ path, files: pack.files, partialPath, replace })) return pack
  const finding = { code: 'checksum-not-written', fileName: basename(path) } as const
  return { ...pack, findings: [...pack.findings, finding] }
}
