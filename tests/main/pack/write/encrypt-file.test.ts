import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'
import { sha256Of } from '../../../specimen-dossier.ts'
import { judge, packOf, richExhibits, temporaryFolder } from '../pack-fixtures.ts'

type Pack = Awaited<ReturnType<typeof packOf>>

const PASSWORD = '密码-Пароль-🔐 42'

describe('a pack with a password', () => {
  let files: Awaited<ReturnType<typeof richExhibits>>
  let plain: Pack
  let locked: Pack
  let opened: string
  let rewritten: string

  beforeAll(async () => {
    files = await richExhibits()
    plain = await packOf(files)
    locked = await packOf(files, { password: PASSWORD })
    opened = join(await temporaryFolder(), 'opened.pdf')
    rewritten = join(await temporaryFolder(), 'rewritten.pdf')
    await judge('qpdf', '--static-id', `--password=${PASSWORD}`, '--decrypt', locked.path, opened)
    await judge('qpdf', '--static-id', plain.path, rewritten)
  }, 60_000)

  it('is sound AES-256 for qpdf, with nothing forbidden and its metadata encrypted', async () => {
    const facts = await judge('qpdf', `--password=${PASSWORD}`, '--check', locked.path)
    expect(facts).toContain('No syntax or stream encoding errors found')
    expect(facts).toContain('R = 6')
    expect(facts).toContain('P = -4')
    for (const kind of ['stream', 'string', 'file'])
      expect(facts).toContain(`${kind} encryption method: AESv3`)
    expect(facts).not.toContain('not allowed')
  })

  it('shows poppler and mupdf the text of the pack without password', async () => {
    expect(await judge('pdftotext', '-upw', PASSWORD, locked.path, '-')).toBe(
      await judge('pdftotext', plain.path, '-')
    )
    expect(await judge('mutool', 'draw', '-q', '-F', 'txt', '-p', PASSWORD, locked.path)).toBe(
      await judge('mutool', 'draw', '-q', '-F', 'txt', plain.path)
    )
  })

  it('is the pack without password once it is decrypted: every object, every attached byte', async () => {
    expect(await objectsOf(opened)).toEqual(await objectsOf(rewritten))
    const [folder, other] = [await temporaryFolder(), await temporaryFolder()]
    await judge('pdfdetach', '-saveall', '-o', folder, plain.path)
    await judge('pdfdetach', '-upw', PASSWORD, '-saveall', '-o', other, locked.path)
    for (const { originalName, bytes } of files) {
      const saved = await readFile(join(other, originalName)).catch(() => null)
      if (saved !== null) expect(saved.equals(bytes)).toBe(true)
    }
    expect(await judge('diff', '-r', folder, other)).toBe('')
  })

  it.each(['', 'Пароль', '密码-Пароль-🔐 43', 'SPECIMEN'])('is shut to the password "%s"', async (wrong) => {
    expect(await refuses('qpdf', `--password=${wrong}`, '--check', locked.path)).toBe(true)
    expect(await refuses('pdftotext', '-upw', wrong, locked.path, '-')).toBe(true)
    expect(await refuses('mutool', 'draw', '-q', '-F', 'txt', '-p', wrong, locked.path)).toBe(true)
  })

  it('shows whoever opens its bytes none of the words in it', async () => {
    const [shut, open] = [await readFile(locked.path), await readFile(plain.path)]
    const name = plain.dossier.subscriber.cyrillic
    const words = [
      'CL-2026-0007',
      'manifest.json',
      'Closeout',
      'xmpmeta',
      'Helvetica',
      name,
      ...files.map(({ originalName }) => originalName)
    ]
    const forms = (text: string) => [
      Buffer.from(text, 'utf8'),
      Buffer.from(text, 'utf16le').swap16(),
      Buffer.from(Buffer.from(text, 'utf16le').swap16().toString('hex'), 'latin1')
    ]
    const found = (bytes: Buffer) =>
      words.filter((word) => forms(word).some((form) => bytes.indexOf(form) !== -1))
    expect(found(open)).toContain('manifest.json')
    // The names of the standard's own words are no secret, those of fonts are names too.
    expect(found(shut)).toEqual(['Helvetica'])
  })

  it('is drawn anew each time, and is what it says it is', async () => {
    const again = await packOf(files, { password: PASSWORD, checksumFile: true })
    const bytes = await readFile(again.path)
    expect(again.sha256).not.toBe(locked.sha256)
    expect(sha256Of(bytes)).toBe(again.sha256)
    expect(bytes.length).toBe(again.sizeBytes)
    expect(await readFile(`${again.path}.sha256`, 'utf8')).toContain(again.sha256)
    expect(again.contents).toBe(locked.contents)
  })
})

describe('passwords of any script', () => {
  it.each(['SPECIMEN 42', '销号存证册', 'ещё мягких булок', 'שלום', '📱📴🔑', 'é', '𠮷野家'])(
    'opens with "%s" in qpdf, poppler and mupdf',
    async (password) => {
      const { path } = await packOf([], { password })
      expect(await judge('qpdf', `--password=${password}`, '--check', path)).toContain('No syntax')
      expect(await judge('pdftotext', '-upw', password, path, '-')).toContain('CL-2026-0007')
      expect(await judge('mutool', 'draw', '-q', '-F', 'txt', '-p', password, path)).toContain('CL-2026-0007')
    }
  )

  it('opens with the longest one that there is, and takes no longer one', async () => {
    const longest = `${'密'.repeat(42)}!`
    const { path } = await packOf([], { password: longest })
    // The command pdftotext takes 32 bytes from its command line, whatever poppler itself could.
    expect(await judge('qpdf', `--password=${longest}`, '--check', path)).toContain('No syntax')
    expect(await judge('mutool', 'draw', '-q', '-F', 'txt', '-p', longest, path)).toContain('CL-2026-0007')
    await expect(packOf([], { password: `${longest}!` })).rejects.toThrow('password-too-long')
  })
})

type Dict = Readonly<Record<string, unknown>>

/**
 * Everything the file holds as qpdf sees it, but for the note that AES-256 is younger than PDF 1.7, and for the table
 * of where it lies: streams of objects are longer encrypted.
 */
async function objectsOf(path: string): Promise<unknown> {
  const json = await judge(
    'qpdf',
    '--json=2',
    '--json-key=qpdf',
    '--json-stream-data=inline',
    '--decode-level=none',
    path
  )
  return JSON.parse(json, (key, value: unknown) =>
    key === '/Extensions' || isTable(value) ? undefined : value
  )
}

/** Also as the trailer, which that table is. */
function isTable(value: unknown): boolean {
  const { stream, value: plain } = (value ?? {}) as {
    readonly stream?: { readonly dict?: Dict }
    readonly value?: Dict
  }
  return (stream?.dict ?? plain)?.['/Type'] === '/XRef'
}

/** Whether a program refuses to open the file. */
async function refuses(command: string, ...args: readonly string[]): Promise<boolean> {
  try {
    await promisify(execFile)(command, [...args])
    return false
  } catch (error) {
    return /password/i.test(String((error as { readonly stderr?: unknown }).stderr))
  }
}
