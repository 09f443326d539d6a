import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { either, shown, slip, type CorpusFile, type Expected } from './corpus-file.ts'
import { bytesOf } from './raw-pdf.ts'
import { specimenPdf, SPECIMEN_TEXTS } from './specimen-pdf.ts'

const run = promisify(execFile)

/** Every cipher a PDF can have, with the words qpdf has for it; random salt and key are made the same each time. */
const CIPHERS: Readonly<Record<string, readonly string[]>> = {
  'rc4-40': ['40'],
  'rc4-128': ['128', '--use-aes=n'],
  'aes-128': ['128', '--use-aes=y'],
  'aes-256-old': ['256', '--force-R5'],
  'aes-256': ['256']
}

const FIXED = ['--allow-weak-crypto', '--deterministic-id', '--static-id', '--static-aes-iv']

/** Locked by who may open it: slips; locked only against changes: shown. */
export async function lockedPdfs(folder: string): Promise<readonly CorpusFile[]> {
  const plain = join(folder, 'plain.pdf')
  await writeFile(plain, specimenPdf().bytes)
  const files: CorpusFile[] = []
  const add = (name: string, bytes: Buffer, expected: Expected) =>
    files.push({
      name: `locked-${name}.pdf`,
      bytes,
      expected,
      texts: expected.kind === 'slip' ? [] : SPECIMEN_TEXTS
    })
  for (const [name, words] of Object.entries(CIPHERS)) {
    const owner = await lock(plain, '', 'owner', words)
    add(`${name}-owner`, owner, shown(2))
    add(`${name}-user`, await lock(plain, 'user', 'owner', words), slip('pdf-encrypted'))
    for (const [index, bytes] of brokenLocks(owner).entries())
      add(`${name}-broken-${index + 1}`, bytes, either(2))
  }
  add('password-in-chinese', await lock(plain, '密码', 'владелец', ['256']), slip('pdf-encrypted'))
  add('both-empty', await lock(plain, '', '', ['256', '--allow-insecure']), shown(2))
  add('metadata-open', await lock(plain, '', 'owner', ['256', '--cleartext-metadata']), shown(2))
  return files
}

async function lock(plain: string, user: string, owner: string, words: readonly string[]): Promise<Buffer> {
  const target = `${plain}.locked`
  const fixed = words.includes('--static-id') ? [] : FIXED.filter((word) => word !== '--deterministic-id')
  await run('qpdf', [...fixed, '--encrypt', user, owner, ...words, '--', plain, target])
  return readFile(target)
}

/** The same with a lock nobody can have the key of. */
function brokenLocks(locked: Buffer): readonly Buffer[] {
  const text = locked.toString('latin1')
  const change = (from: RegExp, to: string) => {
    if (!from.test(text)) throw new Error(`nothing to change: ${from.source}`)
    return bytesOf(text.replace(from, to))
  }
  return [
    change(/\/V \d/, '/V 9'),
    change(/\/R \d/, '/R 9'),
    change(/\/Filter \/Standard/, '/Filter /Stan#64'),
    change(/\/Encrypt \d+ 0 R/, '/Encrypt 1 0 R'),
    change(/\/Encrypt \d+ 0 R/, '/Encrypt 99 0 R'),
    change(/\/P -?\d+/, '/P (x)')
  ]
}
