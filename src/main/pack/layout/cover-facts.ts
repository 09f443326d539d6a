import { liveExhibits, namesFor } from '../../../shared/domain/dossier.ts'
import type { Flow } from './flow.ts'
import { FRAME } from './geometry.ts'
import { exhibitsOf, lines, typed, type LayoutEnv } from './layout-env.ts'
import { drawLines, heightOf } from './rich-text.ts'
import { drawTagged, type Tag } from './tag.ts'

interface FactCell {
  readonly label: string
  readonly value: string
  readonly second?: string
}

/** What is known of the case, in three columns; a fact that is not known leaves its place to the next one. */
export function drawCoverFacts(flow: Flow): void {
  const { env } = flow
  const widths = [200, 135, 127]
  const grid = factColumns(env)
  const rows = Math.max(...grid.map((column) => column.length))
  const list = flow.tag('L')
  for (let row = 0; row < rows; row++) {
    const laid = grid.map((column, index) => layFact(env, column[row], widths[index] ?? 0))
    const height = Math.max(...laid.map((blocks) => blocks.reduce((sum, block) => sum + heightOf(block), 0)))
    if (row > 0) flow.space(9)
    flow.draw(height, (ops, top) => {
      let x: number = FRAME.left
      laid.forEach((blocks, index) => {
        let y = top
        const item: Tag = { role: 'LI', parent: list }
        const body: Tag = { role: 'LBody', parent: item }
        blocks.forEach((block, nth) => {
          drawTagged(ops, nth === 0 ? { role: 'Lbl', parent: item } : body, (inside) => {
            y -= drawLines(inside, block, { x, top: y })
          })
        })
        x += (widths[index] ?? 0) + 10
      })
    })
  }
}

function layFact(env: LayoutEnv, fact: FactCell | undefined, width: number) {
  if (fact === undefined) return []
  const { styles } = env
  return [
    lines(env, fact.label, styles.label, width),
    lines(env, fact.value, styles.fact, width),
    ...(fact.second === undefined ? [] : [lines(env, fact.second, styles.second, width)])
  ]
}

function factColumns(env: LayoutEnv): readonly (readonly FactCell[])[] {
  const { dossier, words, formats } = env
  const { agreement, contract, contactDetails } = dossier
  const { plannedOn } = dossier.closing
  const [main] = dossier.identity.documents
  const [name = '', ...otherNames] = namesFor(dossier.subscriber, env.language)
  const kind = main === undefined || main.kind === null ? '' : words.identity.kinds[main.kind]
  const number = main === undefined || main.number === '' ? '' : typed(env, main.number)
  const document = `${kind} ${number}`.trim()
  const reply = contactDetails.email || contactDetails.phone || contactDetails.address
  const fact = (label: string, value: string | null, second?: string | null): readonly FactCell[] =>
    value === null || value === ''
      ? []
      : [{ label, value, ...(second === undefined || second === null || second === '' ? {} : { second }) }]
  return [
    [
      ...fact(words.facts.subscriber, name, otherNames.join(env.first.words.joins.comma)),
      ...fact(words.facts.operator, dossier.operator.name),
      ...fact(words.facts.period, env.supplementTo === null ? periodOf(env) : null)
    ],
    [
      ...fact(words.facts.document, document),
      ...fact(
        words.facts.contract,
        contract.number === '' ? null : `№\u00a0${contract.number}`,
        contract.signedOn === null ? null : contractDate(env.first, contract.signedOn)
      ),
      ...fact(words.facts.replyTo, reply)
    ],
    [
      ...(agreement.effectiveOn === null
        ? fact(words.facts.plannedOn, plannedOn === null ? null : formats.date(plannedOn))
        : fact(words.facts.endedOn, formats.date(agreement.effectiveOn))),
      ...fact(words.facts.account, contract.accountNumber),
      ...fact(words.facts.reference, referenceOf(env))
    ]
  ]
}

/** `от 14.09.2022`, which says nothing more in another language. */
function contractDate({ words, formats }: LayoutEnv['first'], on: string): string {
  return words.facts.contractOf(formats.date(on))
}

/** The operator's own number of the case, as it was given last. */
function referenceOf({ dossier }: LayoutEnv): string | null {
  const reference = dossier.contacts.findLast((contact) => contact.reference.trim() !== '')?.reference.trim()
  return reference === undefined ? null : `№\u00a0${reference}`
}

/** From the first to the last dated paper and entry of the pack. */
function periodOf(env: LayoutEnv): string | null {
  const { dossier } = env
  const inPack = new Set(exhibitsOf(env).map(({ exhibit }) => exhibit.id))
  const dates = [
    ...dossier.payments.entries.map((entry) => entry.on),
    ...liveExhibits(dossier)
      // A passport is older than the case.
      .filter((exhibit) => inPack.has(exhibit.id) && exhibit.number.category !== 'A')
      .flatMap((exhibit) => exhibit.madeOn?.on ?? [])
  ].toSorted()
  const [from] = dates
  const to = dates.at(-1)
  return from === undefined || to === undefined ? null : env.formats.period(from, to)
}
