import { execFileSync } from 'node:child_process'

const run = (command: string, ...args: readonly string[]) =>
  execFileSync(command, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })

/** Pages of a PDF as qpdf counts them, after it found nothing to complain about. */
export function checkedPages(path: string): number {
  run('qpdf', '--check', path)
  return Number(run('qpdf', '--show-npages', path).trim())
}

/** The text of each page as poppler reads it. */
export function pageTexts(path: string): readonly string[] {
  return run('pdftotext', '-layout', path, '-').split('\f').slice(0, -1)
}

/** The number printed at the right end of a page's last line. */
export function printedNumber(pageText: string): number {
  return Number(/(\d+)\s*$/.exec(pageText.trimEnd())?.[1])
}

export function attachmentNames(path: string): readonly string[] {
  return run('pdfdetach', '-list', path)
    .split('\n')
    .slice(1)
    .map((line) => line.replace(/^\s*\d+: /, ''))
    .filter((line) => line !== '')
}
