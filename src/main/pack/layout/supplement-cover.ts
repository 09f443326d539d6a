import type { SupplementedPack } from '../../../shared/domain/pack-supplement.ts'
import type { Flow } from './flow.ts'
import { FRAME } from './geometry.ts'
import { drawHash } from './hash-text.ts'
import { exhibitsOf, exhibitTarget, pageRange, type LayoutEnv } from './layout-env.ts'
import { markedText } from './marked-text.ts'
import type { Span } from './rich-text.ts'
import { columns, drawRow, type TableShape } from './table.ts'
import { drawTagged } from './tag.ts'

export function supplementTitle(env: LayoutEnv, { code }: SupplementedPack): string {
  return env.words.supplement.title(code)
}

/** How much is new, where its numbers begin, and that those sent before stay. */
export function supplementStatement(env: LayoutEnv): readonly Span[] {
  const { statement } = env.words.supplement
  return markedText(statement({ count: exhibitsOf(env).length, from: env.firstPage }))
}

/** The pack that is supplemented, by all that names its file, and what this one holds. */
export function drawSupplemented(flow: Flow, supplemented: SupplementedPack): void {
  const { env } = flow
  const words = env.words.supplement
  flow.space(2)
  flow.section(words.section)
  flow.rule(0.9)
  const shape: TableShape = { columns: columns([110, null]), padTop: 4.5, padBottom: 4.5 }
  const row = (label: string, text: string) =>
    drawRow(flow, shape, [[{ spans: [{ text: label, ink: 'dark' }] }], [{ spans: text }]])
  row(words.pack, supplemented.code)
  row(words.madeAt, env.formats.instant(supplemented.madeAt))
  row(words.extent, words.extentText(supplemented.pages, supplemented.lastPage))
  const label = [{ spans: [{ text: words.hash, ink: 'dark' as const }] }]
  const [, value] = drawRow(flow, shape, [label, []], { rule: 0, keepBelow: 16 })
  flow.draw(16, (ops, top) =>
    drawTagged(ops, value ?? null, (inside) => drawHash(env, inside, supplemented.sha256, FRAME.left, top))
  )
  flow.rule(0.9)
  flow.space(14)
  const { head } = env.words.contents
  flow.text(
    [{ text: head, isBold: true }, { text: env.words.joins.sentence + contentsText(env) }],
    env.styles.body
  )
}

function contentsText(env: LayoutEnv): string {
  const first = exhibitsOf(env)[0]?.exhibit.id
  const last = exhibitsOf(env).at(-1)?.exhibit.id
  return env.words.supplement.contents({
    index: pageRange(env, 'index'),
    exhibits:
      first === undefined || last === undefined
        ? null
        : pageRange(env, exhibitTarget(first), exhibitTarget(last)),
    checks: pageRange(env, 'verification', 'checksums')
  })
}
