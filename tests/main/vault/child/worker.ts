import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { beginDossier } from '../../../../src/shared/domain/dossier.ts'
import { editDossier } from '../../../../src/shared/domain/dossier-edit.ts'
import { nodeFsx, type Fsx, type FsxFile } from '../../../../src/main/fsx.ts'
import { takeIn } from '../../../../src/main/intake/take-in.ts'
import type { DossierHome } from '../../../../src/main/dossier-home.ts'
import { openBag } from '../../../../src/main/vault/bag.ts'
import { openVault } from '../../../../src/main/vault/vault.ts'

/**
 * A process to be killed. It does what the app does and says on its output what it would tell the user:
 * a line is a promise. With a number it kills itself just before that call of the disk.
 */
const [job = '', folder = '', inbox = '', killAt = '0'] = process.argv.slice(2)
const now = () => new Date().toISOString()
const say = (...words: readonly (string | number)[]) => writeSync(1, `${words.join(' ')}\n`)

let calls = 0
function step(): void {
  calls += 1
  if (calls === Number(killAt)) process.kill(process.pid, 'SIGKILL')
}

/** The real disk, one step a call. */
function stepping<Methods extends object>(methods: Methods): Methods {
  const wrapped = Object.entries(methods).map(([name, call]) => [
    name,
    async (...args: readonly unknown[]) => {
      step()
      const answer: unknown = await (call as (...args: readonly unknown[]) => Promise<unknown>)(...args)
      return name === 'open' ? stepping(answer as FsxFile) : answer
    }
  ])
  return Object.fromEntries(wrapped) as Methods
}
const fsx: Fsx = Number(killAt) > 0 ? stepping(nodeFsx) : nodeFsx

function must<Value>(
  result: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly code: string }
): Value {
  if (!result.ok) throw new Error(result.code)
  return result.value
}

async function attachAll(home: DossierHome, files: readonly string[]): Promise<void> {
  const { outcomes } = must(
    await takeIn({
      home,
      source: { kind: 'paths', paths: files, folders: 'refuse' },
      category: 'B',
      signal: new AbortController().signal,
      onProgress: () => undefined,
      now,
      newId: randomUUID
    })
  )
  for (const outcome of outcomes) {
    if (outcome.state === 'refused') throw new Error(outcome.code)
    say('kept', outcome.exhibit.file.sha256)
  }
}

async function workInVault(): Promise<void> {
  const vault = must(await openVault(folder, { now, fsx }))
  say('ready')
  const { stored } = await vault.list()
  const names = { latin: 'SPECIMEN', cyrillic: '', chinese: '' }
  const fresh = {
    operator: { id: null, name: 'X' },
    phoneNumber: '+79160000000',
    subscriber: names,
    contractNumber: ''
  }
  const id = stored[0]?.id ?? must(await vault.createDossier(beginDossier(randomUUID(), fresh, now()))).id
  for (let round = 0; ; round += 1) {
    const files = readdirSync(inbox).map((name) => join(inbox, name))
    await attachAll(vault.homeOf(id), files)
    const saved = must(
      await vault.changeDossier(id, (dossier) =>
        editDossier(dossier, { kind: 'set-currency', currency: 'CNY' }, now())
      )
    )
    say('saved', id, saved.revision)
    const other = must(await vault.createDossier(beginDossier(randomUUID(), fresh, now()))).id
    await attachAll(vault.homeOf(other), files.slice(0, 1))
    must(
      await vault.changeDossier(other, (dossier) => editDossier(dossier, { kind: 'trash-dossier' }, now()))
    )
    must(await vault.destroyDossier(other))
    say('destroyed', other)
    if (Number(killAt) > 0 && round > 0) break
  }
  await vault.close()
  say('end', calls)
}

async function workInBag(): Promise<void> {
  const bag = must(await openBag(folder, { now, fsx }))
  say('ready')
  for (const name of readdirSync(inbox)) await attachAll(bag, [join(inbox, name)])
  const { exhibits } = must(await bag.read())
  for (const { id, number } of exhibits.slice(-2)) {
    const category = number.category === 'B' ? 'A' : 'B'
    must(
      await bag.change((dossier) =>
        editDossier(dossier, { kind: 'categorise-exhibit', exhibitId: id, category }, now())
      )
    )
    say('moved', id, category)
  }
  await bag.close()
  say('end', calls)
}

/** Takes one large file in and tells how much memory that took at most. */
async function takeLargeFile(): Promise<void> {
  const vault = must(await openVault(folder, { now }))
  const { stored } = await vault.list()
  const peakKb = () => Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 0)
  const before = peakKb()
  await attachAll(vault.homeOf(stored[0]?.id ?? ''), [inbox])
  say('grew', peakKb() - before)
  await vault.close()
  say('end', 0)
}

await (job === 'vault' ? workInVault() : job === 'bag' ? workInBag() : takeLargeFile())
