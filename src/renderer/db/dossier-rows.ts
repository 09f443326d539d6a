import './schema-without-eval.ts'
import { dossierSchema } from '../../shared/schema/dossier-schema.ts'
import type { Dossier } from '../../shared/domain/dossier.ts'
import type { Database, ExhibitRow } from './database.ts'

export interface DossierRows {
  /** Every dossier whose rows can still be understood, and the ids of those whose rows cannot. */
  readonly list: () => Promise<{
    readonly dossiers: readonly Dossier[]
    readonly unreadable: readonly string[]
  }>
  /** Writes one dossier with its exhibits in one transaction; an older revision never replaces a newer one. */
  readonly put: (dossier: Dossier) => Promise<void>
  readonly remove: (id: string) => Promise<void>
}

export function dossierRows(database: Database): DossierRows {
  const { dossiers, exhibits } = database
  return {
    list: async () => {
      const [rows, exhibitRows] = await database.transaction('r', dossiers, exhibits, () =>
        Promise.all([dossiers.toArray(), exhibits.toArray()])
      )
      const byDossier = groupByDossier(exhibitRows)
      const found: Dossier[] = []
      const unreadable: string[] = []
      for (const row of rows) {
        const parsed = dossierSchema.safeParse({
          ...row.facts,
          exhibits: inOrder(byDossier.get(row.id) ?? [])
        })
        if (parsed.success) found.push(parsed.data)
        else unreadable.push(row.id)
      }
      return { dossiers: found, unreadable }
    },

    put: (dossier) =>
      database.transaction('rw', dossiers, exhibits, async () => {
        const stored = await dossiers.get(dossier.id)
        if (stored !== undefined && stored.revision > dossier.revision) return
        const { exhibits: ofDossier, ...facts } = dossier
        await dossiers.put({
          id: dossier.id,
          revision: dossier.revision,
          changedAt: dossier.changedAt,
          facts
        })

        const before = new Map(
          (await exhibits.where('dossierId').equals(dossier.id).toArray()).map((row) => [row.id, row])
        )
        const rows = ofDossier.map((exhibit, position): ExhibitRow => {
          return { dossierId: dossier.id, id: exhibit.id, position, facts: exhibit }
        })
        const changed = rows.filter((row) => JSON.stringify(before.get(row.id)) !== JSON.stringify(row))
        await exhibits.bulkPut(changed)
        for (const row of rows) before.delete(row.id)
        await exhibits.bulkDelete([...before.keys()].map((id): [string, string] => [dossier.id, id]))
      }),

    remove: (id) =>
      database.transaction('rw', dossiers, exhibits, async () => {
        await dossiers.delete(id)
        await exhibits.where('dossierId').equals(id).delete()
      })
  }
}

function groupByDossier(rows: readonly ExhibitRow[]): ReadonlyMap<string, readonly ExhibitRow[]> {
  const groups = new Map<string, ExhibitRow[]>()
  for (const row of rows) {
    const group = groups.get(row.dossierId)
    if (group === undefined) groups.set(row.dossierId, [row])
    else group.push(row)
  }
  return groups
}

function inOrder(rows: readonly ExhibitRow[]) {
  return rows.toSorted((a, b) => a.position - b.position).map((row) => row.facts)
}
