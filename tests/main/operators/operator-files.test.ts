import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { readOperatorFile, writeOperatorFile } from '../../../src/main/operators/operator-files.ts'
import { readShippedOperators } from '../../../src/main/operators/shipped-operators.ts'
import { listOperator, type OperatorData } from '../../../src/shared/domain/operator-data.ts'
import { editOwnOperator, emptyOwnOperator, saysNothing } from '../../../src/shared/domain/operator-edit.ts'
import { ownFromImport } from '../../../src/shared/domain/operator-import.ts'

const RESOURCES = fileURLToPath(new URL('../../../resources', import.meta.url))

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'closeout-operator-file-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

async function mts(): Promise<OperatorData> {
  const [first] = await readShippedOperators(RESOURCES)
  if (first === undefined) throw new Error('no operator')
  return first
}

describe('an exported operator', () => {
  it('is read back the same', async () => {
    const path = join(temporaryFolder(), 'mts.json')
    expect(await writeOperatorFile(await mts(), { path, mayReplace: false })).toEqual({
      ok: true,
      value: { fileName: 'mts.json' }
    })
    expect(await readOperatorFile(path)).toEqual({ ok: true, value: await mts() })
  })

  it('never takes the place of a file nobody was asked about', async () => {
    const path = join(temporaryFolder(), 'mts.json')
    writeFileSync(path, 'mine')
    const refused = await writeOperatorFile(await mts(), { path, mayReplace: false })
    expect(refused).toEqual({ ok: false, code: 'name-taken' })
    expect(await writeOperatorFile(await mts(), { path, mayReplace: true })).toMatchObject({ ok: true })
  })
})

describe('a file to import', () => {
  it('is refused with the reason, whatever is in it', async () => {
    const folder = temporaryFolder()
    const good = { format: 1, operator: await mts() }
    const cases: readonly (readonly [string, string])[] = [
      ['', 'operator-file-no-json'],
      ['{"format":1', 'operator-file-no-json'],
      ['[]', 'operator-file-other-format'],
      ['null', 'operator-file-other-format'],
      [JSON.stringify({ ...good, format: 2 }), 'operator-file-other-format'],
      [JSON.stringify({ ...good, extra: 1 }), 'operator-file-invalid'],
      [JSON.stringify({ ...good, operator: { ...good.operator, id: '../mts' } }), 'operator-file-invalid'],
      [JSON.stringify({ ...good, operator: { ...good.operator, mark: 'ПЯТЬ5' } }), 'operator-file-invalid'],
      [
        JSON.stringify({
          ...good,
          operator: { ...good.operator, colour: { light: 'red;}', dark: '#000000' } }
        }),
        'operator-file-invalid'
      ],
      [' '.repeat(600_000), 'operator-file-too-large']
    ]
    for (const [index, [text, code]] of cases.entries()) {
      const path = join(folder, `${index}.json`)
      writeFileSync(path, text)
      expect(await readOperatorFile(path), text.slice(0, 80)).toEqual({ ok: false, code })
    }
    expect(await readOperatorFile(join(folder, 'none.json'))).toMatchObject({
      code: 'operator-file-unreadable'
    })
    expect(await readOperatorFile(folder)).toMatchObject({ code: 'operator-file-unreadable' })
    symlinkSync('/dev/zero', join(folder, 'link.json'))
    expect(await readOperatorFile(join(folder, 'link.json'))).toMatchObject({
      code: 'operator-file-unreadable'
    })
  })

  it('may begin with a byte order mark', async () => {
    const path = join(temporaryFolder(), 'mts.json')
    writeFileSync(path, `\uFEFF${JSON.stringify({ format: 1, operator: await mts() })}`)
    expect(await readOperatorFile(path)).toMatchObject({ ok: true })
  })
})

describe('an import', () => {
  it('of a shipped operator that says nothing new keeps nothing', async () => {
    expect(saysNothing(ownFromImport(await mts(), await mts()))).toBe(true)
  })

  it('of a shipped operator becomes a correction of what differs, and sure of nothing', async () => {
    const shipped = await mts()
    const claim = { ...shipped.facts.taxNumber[0], value: '0000000000', certainty: 'verified' } as const
    const file = {
      ...shipped,
      facts: { ...shipped.facts, taxNumber: [claim as never] },
      channels: shipped.channels.slice(1)
    }
    const own = ownFromImport(file, shipped)
    expect(own.identity).toBeNull()
    expect(own.facts).toEqual({ taxNumber: [{ ...claim, certainty: 'own' }] })
    expect(own.channels).toEqual({ 'short-code': null })
    const merged = listOperator(shipped, own).data
    expect(merged.channels).toEqual(file.channels)
    expect(merged.facts.refund).toEqual(shipped.facts.refund)
  })

  it('of an operator with corrections gives the same operator to somebody else', async () => {
    const shipped = await mts()
    const words = { value: 'по почте', source: 'ответ поддержки' }
    const own = editOwnOperator(
      emptyOwnOperator('mts', null),
      { kind: 'correct-fact', key: 'remotely', words },
      { shipped, today: '2026-11-22' }
    )
    const { data } = listOperator(shipped, own)
    expect(listOperator(shipped, ownFromImport(data, shipped)).data).toEqual(data)
  })

  it('of an unknown operator keeps all of it', async () => {
    const file = { ...(await mts()), id: 'own-elsewhere' }
    const listed = listOperator(null, ownFromImport(file, null))
    expect(listed.data.names).toEqual(file.names)
    expect(listed.data.channels.map(({ certainty }) => certainty)).toEqual(file.channels.map(() => 'own'))
    expect(listed.data.facts.refund.map(({ value }) => value)).toEqual(
      file.facts.refund.map(({ value }) => value)
    )
  })
})
