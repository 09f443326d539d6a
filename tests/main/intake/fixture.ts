import { randomUUID } from 'node:crypto'
import type { Dossier } from '../../../src/shared/domain/dossier.ts'
import type { IntakeOutcome } from '../../../src/shared/domain/intake.ts'
import { takeIn, type IntakeSource, type TakeInRequest } from '../../../src/main/intake/take-in.ts'
import type { DossierHome } from '../../../src/main/dossier-home.ts'
import type { Vault } from '../../../src/main/vault/vault.ts'
import { freshFolder, must, newDossier, now, openOwn } from '../vault/fixture.ts'

export interface Bench {
  readonly vault: Vault
  readonly home: DossierHome
  readonly id: string
  /** Where the test puts the files to take in. */
  readonly inbox: string
  readonly dossier: () => Promise<Dossier>
  readonly takeIn: (
    paths: readonly string[],
    change?: Partial<TakeInRequest>
  ) => Promise<readonly IntakeOutcome[]>
}

/** A vault with one dossier, and a folder for the files that come. */
export async function bench(folder = freshFolder()): Promise<Bench> {
  const vault = await openOwn(folder)
  const { id } = must(await vault.createDossier(newDossier()))
  const home = vault.homeOf(id)
  return {
    vault,
    home,
    id,
    inbox: freshFolder(),
    dossier: async () => must(await home.read()),
    takeIn: async (paths, change = {}) =>
      must(await takeIn(requestFor(home, fromPaths(paths), change))).outcomes
  }
}

export function fromPaths(paths: readonly string[], folders: 'expand' | 'refuse' = 'expand'): IntakeSource {
  return { kind: 'paths', paths, folders }
}

export function requestFor(
  home: DossierHome,
  source: IntakeSource,
  change: Partial<TakeInRequest> = {}
): TakeInRequest {
  return {
    home,
    source,
    category: 'B',
    signal: new AbortController().signal,
    onProgress: () => undefined,
    now,
    newId: randomUUID,
    ...change
  }
}

/** `added B-1`, `known B-1`, `empty-file`: what a person would be told. */
export function told(outcomes: readonly IntakeOutcome[]): readonly string[] {
  return outcomes.map((outcome) =>
    outcome.state === 'refused'
      ? outcome.code
      : `${outcome.state} ${outcome.exhibit.number.category}-${outcome.exhibit.number.serial}`
  )
}
