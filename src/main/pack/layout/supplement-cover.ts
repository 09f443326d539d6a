import type { SupplementedPack } from '../../../shared/domain/pack-supplement.ts'
import type { Flow } from './flow.ts'
import { FRAME } from './geometry.ts'
import { drawHash } from './hash-text.ts'
import { exhibitsOf, exhibitTarget, pageRange, typed, type LayoutEnv } from './layout-env.ts'
import { markedText } from './marked-text.ts'
import type { Span } from './rich-text.ts'
import { columns, drawRow, type Cell, type TableShape } from './table.ts'
import { drawTagged } from './tag.ts'

const LABEL_WIDTH = 110
const HASH_ROW = 16
/** More files than this are counted: the list of files in the supplement names each. */
const MOST_FILES = 8

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
  const shape: TableShape = { columns: columns([LABEL_WIDTH, null]), padTop: 4.5, padBottom: 4.5 }
  const row = (label: string, text: string) =>
    drawRow(flow, shape, [[{ spans: [{ text: label, ink: 'dark' }] }], [{ spans: text }]])
  row(words.pack, supplemented.code)
  row(words.madeAt, env.formats.instant(supplemented.madeAt))
  row(words.extent, words.extentText(supplemented.pages, supplemented.lastPage))
  drawFiles(flow, shape, supplemented)
  flow.rule(0.9)
  flow.space(14)
  const { head } = env.words.contents
  flow.text(
    [{ text: head, isBold: true }, { text: env.words.joins.sentence + contentsText(env) }],
    env.styles.body
  )
}

/** The checksum of the file, or of each of several beside its name. */
function drawFiles(flow: Flow, shape: TableShape, { sha256, files }: SupplementedPack): void {
  const { env } = flow
  const words = env.words.supplement
  const label = (text: string): Cell => [{ spans: [{ text, ink: 'dark' }] }]
  const rows =
    files === undefined
      ? [{ cells: [label(words.hash), []], sum: sha256 }]
      : files.slice(0, MOST_FILES).map(({ fileName, sha256: sum }, index) => ({
          cells: [index === 0 ? label(words.hashes(files.length)) : [], [{ spans: typed(env, fileName) }]],
          sum
        }))
  for (const { cells, sum } of rows) {
    const [, value] = drawRow(flow, shape, cells, { rule: 0, padBottom: 1, keepBelow: HASH_ROW })
    flow.draw(HASH_ROW, (ops, top) =>
      drawTagged(ops, value ?? null, (inside) => drawHash(env, inside, sum, FRAME.left + LABEL_WIDTH, top))
    )
  }
  const more = (files?.length ?? 0) - MOST_FILES
  if (more > 0) drawRow(flow, shape, [[], [{ spans: words.moreFiles(more) }]], { rule: 0 })
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
