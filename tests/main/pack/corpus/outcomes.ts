import type { SlipReason } from '../../../../src/shared/domain/pack-job.ts'
import { sha256Of } from '../../../specimen-dossier.ts'
import type { CorpusFile } from './corpus-file.ts'

interface Manifest {
  readonly exhibits: readonly {
    readonly fileName: string
    readonly sha256: string
    readonly pages: { readonly first: number; readonly last: number }
    readonly notShownBecause: SlipReason | null
    readonly bytes: { readonly where: string; readonly name?: string }
  }[]
}

/** What became of one file of the corpus in the pack. */
export interface Outcome {
  readonly file: CorpusFile
  readonly first: number
  readonly last: number
  readonly slip: SlipReason | null
  readonly where: string
  readonly attachment: string | null
}

export function outcomesOf(files: readonly CorpusFile[], manifest: Manifest): readonly Outcome[] {
  const byName = new Map(manifest.exhibits.map((exhibit) => [exhibit.fileName, exhibit]))
  return files.map((file) => {
    const found = byName.get(file.name)
    if (found === undefined || found.sha256 !== sha256Of(file.bytes))
      throw new Error(`not in the pack: ${file.name}`)
    const { pages, notShownBecause, bytes } = found
    return { file, ...pages, slip: notShownBecause, where: bytes.where, attachment: bytes.name ?? null }
  })
}

/** In words, what is not as the corpus expects it. */
export function faultsOf(outcomes: readonly Outcome[]): readonly string[] {
  return outcomes.flatMap((outcome) => {
    const { file, first, last, slip } = outcome
    const pages = last - first + 1
    const { expected } = file
    const became = slip ?? `${pages} pages`
    const isRight =
      slip === null
        ? expected.kind !== 'slip' && (expected.pages === null || expected.pages === pages)
        : pages === 1 &&
          (expected.kind === 'either' || (expected.kind === 'slip' && expected.reasons.includes(slip)))
    return isRight ? [] : [`${file.name}: ${became}, expected ${JSON.stringify(expected)}`]
  })
}

/** Pages that do not bear what has to stand on them: a slip's words, or the text of the source. */
export function textFaults(outcomes: readonly Outcome[], texts: readonly string[]): readonly string[] {
  return outcomes.flatMap(({ file, first, slip }) => {
    const wanted =
      slip === null
        ? file.texts.map((text, index) => [first + index, text] as const)
        : [
            [
              first,
              slip === 'no-page-form' ? 'File attached to this PDF' : 'This file could not be shown'
            ] as const,
            [first, sha256Of(file.bytes)] as const
          ]
    return wanted.flatMap(([page, text]) =>
      (texts[page - 1] ?? '').includes(text) ? [] : [`${file.name}: page ${page} does not say ${text}`]
    )
  })
}
