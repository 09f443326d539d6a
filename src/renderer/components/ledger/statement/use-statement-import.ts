import { computed, shallowRef, type ComputedRef, type Ref } from 'vue'
import type { Dossier } from '../../../../shared/domain/dossier.ts'
import type { EntryKind, LedgerEntry } from '../../../../shared/domain/ledger.ts'
import type {
  EntryProposal,
  StatementMapping,
  StatementPreview,
  StatementProposals,
  StatementReading
} from '../../../../shared/domain/statement.ts'
import { LONGEST_FILTER } from '../../../../shared/domain/statement.ts'
import { bridge } from '../../../bridge/bridge.ts'

const GUESSED: StatementReading = { encoding: null, delimiter: null, headerLine: null }

/** A row as it will be added: what was proposed and what the user made of it. */
export interface ChosenRow extends EntryProposal {
  readonly isChosen: boolean
}

type Choice = Partial<Pick<ChosenRow, 'isChosen' | 'kind'>>

export interface StatementImport {
  readonly isOpen: ComputedRef<boolean>
  readonly statementId: Readonly<Ref<string | null>>
  /** A code; null = nothing went wrong. */
  readonly failure: Readonly<Ref<string | null>>
  readonly preview: Readonly<Ref<StatementPreview | null>>
  readonly mapping: Readonly<Ref<StatementMapping | null>>
  readonly proposals: Readonly<Ref<StatementProposals | null>>
  readonly rows: ComputedRef<readonly ChosenRow[]>
  readonly entries: ComputedRef<readonly LedgerEntry[]>
  /** Entries of the ledger that stand in the file as well: it proves them too. */
  readonly knownIds: ComputedRef<readonly string[]>
  readonly repairQuotes: Readonly<Ref<boolean>>
  readonly filter: Readonly<Ref<string>>
  readonly choose: () => Promise<void>
  readonly read: (change: Partial<StatementReading>) => Promise<void>
  readonly map: (change: Partial<StatementMapping>) => Promise<void>
  readonly repair: (isRepaired: boolean) => Promise<void>
  readonly search: (words: string) => Promise<void>
  readonly chooseRow: (line: number, isChosen: boolean) => void
  readonly chooseAll: (isChosen: boolean) => void
  readonly setKind: (line: number, kind: EntryKind) => void
  readonly setEveryKind: (kind: EntryKind) => void
  readonly close: () => void
}

/** A list of movements on its way into the ledger. Late answers of main are dropped. */
export function useStatementImport(dossier: () => Dossier): StatementImport {
  const statementId = shallowRef<string | null>(null)
  const failure = shallowRef<string | null>(null)
  const preview = shallowRef<StatementPreview | null>(null)
  const mapping = shallowRef<StatementMapping | null>(null)
  const proposals = shallowRef<StatementProposals | null>(null)
  const repairQuotes = shallowRef(false)
  const filter = shallowRef('')
  const choices = shallowRef<ReadonlyMap<number, Choice>>(new Map())
  let reading = GUESSED
  let lastCall = 0

  const rows = computed(() =>
    (proposals.value?.proposals ?? []).map((row): ChosenRow => ({
      ...row,
      isChosen: row.knownId === null,
      ...choices.value.get(row.line)
    }))
  )
  const entries = computed(() =>
    rows.value
      .filter((row) => row.isChosen)
      .map(({ on, kind, amountMinor, currency, note }): LedgerEntry => {
        return { id: crypto.randomUUID(), on, kind, amountMinor, currency, note }
      })
  )

  const knownIds = computed(() =>
    rows.value.flatMap((row) => (row.knownId === null || row.isChosen ? [] : [row.knownId]))
  )

  async function choose(): Promise<void> {
    const answer = await bridge.chooseStatement()
    if (answer === null) return
    reset()
    failure.value = answer.ok ? null : answer.code
    if (!answer.ok) return
    statementId.value = answer.value.statementId
    await readFile()
    await searchForOperator()
  }

  async function readFile(): Promise<void> {
    const id = statementId.value
    if (id === null) return
    const call = ++lastCall
    const { currency } = dossier().payments
    const answer = await bridge.previewStatement({ statementId: id, reading, currency })
    if (call !== lastCall) return
    failure.value = answer.ok ? null : answer.code
    preview.value = answer.ok ? answer.value : preview.value
    if (!answer.ok) return
    const { encoding, delimiter, headerLine } = answer.value
    reading = { encoding, delimiter, headerLine }
    mapping.value = answer.value.mapping
    choices.value = new Map()
    await propose()
  }

  async function propose(): Promise<void> {
    const [id, seen, wanted] = [statementId.value, preview.value, mapping.value]
    if (id === null || seen === null || wanted === null) return
    const call = ++lastCall
    const isRefused = seen.quotingCount > 0 && !repairQuotes.value
    if (isRefused) {
      proposals.value = null
      return
    }
    const answer = await bridge.proposeEntries({
      statementId: id,
      dossierId: dossier().id,
      reading,
      repairQuotes: repairQuotes.value,
      mapping: wanted,
      filter: filter.value
    })
    if (call !== lastCall) return
    failure.value = answer.ok ? null : answer.code
    proposals.value = answer.ok ? answer.value : null
  }

  /** A bank's list holds a person's whole life: what is asked for is what the operator's name stands in. */
  async function searchForOperator(): Promise<void> {
    if (mapping.value?.source !== 'bank' || proposals.value === null) return
    const { operator, operatorData } = dossier()
    const names = [operator.name, ...Object.values(operatorData?.names ?? {})].filter((name) => name !== '')
    await search([...new Set(names)].join(', ').slice(0, LONGEST_FILTER))
    if (proposals.value?.proposalCount === 0) await search('')
  }

  async function search(words: string): Promise<void> {
    filter.value = words
    await propose()
  }

  function change(line: number, choice: Choice): void {
    choices.value = new Map(choices.value).set(line, { ...choices.value.get(line), ...choice })
  }

  function changeAll(choice: Choice): void {
    const all = new Map(choices.value)
    for (const { line } of rows.value) all.set(line, { ...all.get(line), ...choice })
    choices.value = all
  }

  function reset(): void {
    lastCall += 1
    reading = GUESSED
    statementId.value = null
    preview.value = null
    mapping.value = null
    proposals.value = null
    repairQuotes.value = false
    filter.value = ''
    choices.value = new Map()
  }

  return {
    isOpen: computed(() => preview.value !== null),
    statementId,
    failure,
    preview,
    mapping,
    proposals,
    rows,
    entries,
    knownIds,
    repairQuotes,
    filter,
    choose,
    read: async (changed) => {
      reading = { ...reading, ...changed }
      // Another encoding can change the delimiter and the column names with it.
      if ('encoding' in changed) reading = { ...GUESSED, encoding: reading.encoding }
      if ('delimiter' in changed) reading = { ...reading, headerLine: null }
      await readFile()
    },
    map: async (changed) => {
      if (mapping.value !== null) mapping.value = { ...mapping.value, ...changed }
      await propose()
    },
    repair: async (isRepaired) => {
      repairQuotes.value = isRepaired
      await propose()
    },
    search,
    chooseRow: (line, isChosen) => change(line, { isChosen }),
    chooseAll: (isChosen) => changeAll({ isChosen }),
    setKind: (line, kind) => change(line, { kind }),
    setEveryKind: (kind) => changeAll({ kind }),
    close: () => {
      const id = statementId.value
      reset()
      failure.value = null
      if (id !== null) void bridge.closeStatement({ statementId: id })
    }
  }
}
