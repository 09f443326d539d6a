import { mkdtemp, symlink, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createOpenedStatements } from '../../src/main/opened-statements.ts'
import { LARGEST_STATEMENT_BYTES } from '../../src/shared/domain/statement.ts'

const folder = await mkdtemp(join(tmpdir(), 'closeout-statement-'))
let count = 0
const statements = createOpenedStatements(() => String((count += 1)))

async function fileOf(content: string | Uint8Array, name = `${String((count += 1))}.csv`): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

it('keeps the bytes it has read, whatever becomes of the file', async () => {
  const path = await fileOf('date,amount\n2026-10-14,1.00\n', 'bank.csv')
  const opened = await statements.open(path)
  await writeFile(path, 'something else')
  const file = opened.ok ? statements.find(opened.value.statementId) : null
  expect(file?.fileName).toBe('bank.csv')
  expect(file?.modifiedAt).toMatch(/^20\d\d-/)
  expect(Buffer.from(file?.bytes ?? []).toString()).toBe('date,amount\n2026-10-14,1.00\n')
})

it('holds one file at a time and lets it go', async () => {
  const one = await statements.open(await fileOf('a;b\n'))
  const two = await statements.open(await fileOf('c;d\n'))
  if (!one.ok || !two.ok) throw new Error('not opened')
  expect(statements.find(one.value.statementId)).toBeNull()
  statements.close(one.value.statementId)
  expect(statements.find(two.value.statementId)).not.toBeNull()
  statements.close(two.value.statementId)
  expect(statements.find(two.value.statementId)).toBeNull()
})

it.each([
  ['empty-file', new Uint8Array()],
  ['statement-is-spreadsheet', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0])],
  ['statement-is-spreadsheet', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1])],
  ['statement-is-pdf', new Uint8Array(Buffer.from('%PDF-1.7'))],
  ['statement-not-text', Uint8Array.from({ length: 3000 }, (_, at) => (at * 13) % 256)]
])('says %s of a file that is no list', async (code, bytes) => {
  expect(await statements.open(await fileOf(bytes))).toEqual({ ok: false, code })
})

it('says what it could not read', async () => {
  const huge = await fileOf('a;b\n')
  await truncate(huge, LARGEST_STATEMENT_BYTES + 1)
  expect(await statements.open(huge)).toEqual({ ok: false, code: 'statement-too-large' })
  expect(await statements.open(folder)).toEqual({ ok: false, code: 'is-folder' })
  expect(await statements.open(join(folder, 'none.csv'))).toEqual({ ok: false, code: 'vanished' })
  await symlink(huge, join(folder, 'link.csv'))
  expect(await statements.open(join(folder, 'link.csv'))).toEqual({ ok: false, code: 'is-link' })
})
