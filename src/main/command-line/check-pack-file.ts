import { basename } from 'node:path'
import type { ArchivalResult } from '../../shared/domain/archival-check.ts'
import type { NormResult, PackVerdict } from '../../shared/domain/pack-norm.ts'
import { pageRangesOf, writtenRanges } from '../../shared/domain/page-ranges.ts'
import { openFileOriginal } from '../file-original.ts'
import { checkPack } from '../pack-check/check-pack.ts'
import { joinVerdicts } from '../pack-check/join-verdicts.ts'
import { readArguments, readFolder } from './arguments.ts'
import { checkWords, type CheckWords } from './check-words.ts'
import { readPasswordFile } from './password-file.ts'
import { EXIT, type ExitCode, type Terminal } from './terminal.ts'
import { fail } from './with-bag.ts'

/** `closeout check PACK.pdf`, or all volumes of one */
export async function checkPackFile(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readArguments(
    args,
    { 'password-file': { type: 'string' }, json: { type: 'boolean' } },
    terminal
  )
  const { folder: first, rest } = readFolder(positionals, terminal, 'more')
  const passwordFile = values['password-file']
  const password = await readPasswordFile(passwordFile)
  if (!password.ok) return fail(terminal, passwordFile ?? '', password.code)
  const verdicts: PackVerdict[] = []
  for (const path of [first, ...rest]) {
    const original = await openFileOriginal(path)
    if (original === null) return fail(terminal, path, 'file-unreadable')
    try {
      const expected = { fileName: basename(path), exhibits: null, contents: null }
      verdicts.push(await checkPack(original, expected, password.value))
    } finally {
      await original.close()
    }
  }
  const check = joinVerdicts(verdicts)
  const files = rest.length === 0 ? {} : { files: [first, ...rest] }
  if (values.json === true) terminal.out(JSON.stringify({ file: first, ...files, ...check }))
  else tell(check, terminal)
  const isHeld = [check.archival, ...check.norms].every(({ state }) => state !== 'not-held')
  return isHeld ? EXIT.done : EXIT.failed
}

/** What needs reading comes first: faults, then what was changed; the rest is counted. */
function tell({ norms, archival, pages, sizeBytes }: PackVerdict, { out, language }: Terminal): void {
  const words = checkWords(language)
  const count = (state: NormResult['state']) => norms.filter((result) => result.state === state).length
  out(words.file(pages, sizeBytes))
  out(words.held(count('held')))
  for (const sentence of archivalSentences(archival, words)) out(`${words.archival.label}${sentence}`)
  for (const result of [...norms].toSorted((a, b) => weightOf(a) - weightOf(b))) {
    const sentence = sentenceFor(result, words)
    if (sentence !== null) out(sentence)
  }
  out(words.notAsked(count('not-asked')))
}

/** Every pack is told of it: whoever asked for an archival one has to learn that this is none. */
function archivalSentences(result: ArchivalResult, words: CheckWords): readonly string[] {
  const { archival } = words
  if (result.state === 'held') return [archival.held]
  if (result.state === 'not-asked') return [archival.silence[result.because]]
  return result.findings.map(({ why, pages }) => withPages(archival.fault[why], pages, words))
}

function withPages(sentence: string, pages: readonly number[], words: CheckWords): string {
  return pages.length === 0 ? sentence : `${sentence} ${words.pages(writtenRanges(pageRangesOf(pages)))}`
}

function weightOf({ state }: NormResult): number {
  return state === 'not-held' ? 0 : 1
}

function sentenceFor(result: NormResult, words: CheckWords): string | null {
  if (result.state === 'held' || result.state === 'not-asked') return null
  const sentence = result.state === 'changed' ? words.changed[result.by] : words.fault[result.why]
  return `${result.norm}: ${withPages(sentence, result.pages, words)}`
}
