import { formatExhibitNumber } from '../../../shared/domain/exhibit.ts'
import { isIdentityExhibit } from '../../../shared/domain/masked-dossier.ts'
import { isMasking } from '../../../shared/domain/recipient-profile.ts'
import { shownName } from '../../../shared/domain/file-name.ts'
import { isBarred, type AbsorbedExhibit } from '../plan/absorbed-exhibit.ts'
import { Flow, type LaidSheet } from './flow.ts'
import { FRAME } from './geometry.ts'
import { drawHash } from './hash-text.ts'
import { exhibitTarget, exhibitsOf, firstPage, lines, pageRange, type LayoutEnv } from './layout-env.ts'
import { exhibitLink, pageLink } from './references.ts'
import { drawProse, drawProseHead, drawStep, STEP_INDENT, type ProseType } from './prose.ts'
import { drawLines, heightOf, type Span } from './rich-text.ts'
import { shortName } from './short-name.ts'
import { columns, drawRow, drawTableHead, type TableShape } from './table.ts'
import { drawTagged } from './tag.ts'

const COMMANDS = [
  ['Windows', 'certutil -hashfile FILE SHA256'],
  ['macOS', 'shasum -a 256 FILE'],
  ['Linux', 'sha256sum FILE']
] as const

/**
 * How a stranger without this program checks that the files are unchanged, and what that proves: on one sheet where it
 * fits, if need be in smaller type, else with its last sections on the second.
 */
export function layVerification(env: LayoutEnv): readonly LaidSheet[] {
  const usual: ProseType = { body: env.styles.body, before: 10 }
  const { size, leading } = env.styles.body
  const tight: ProseType = { body: { ...env.styles.body, size: size - 0.5, leading: leading - 1 }, before: 8 }
  for (const type of [usual, tight]) {
    const sheets = laySheets(env, type, false)
    if (sheets.length === 1) return sheets
  }
  return laySheets(env, usual, true)
}

function laySheets(env: LayoutEnv, type: ProseType, isBroken: boolean): readonly LaidSheet[] {
  const { words, styles } = env
  const { verification } = words
  const flow = new Flow(env, {
    name: 'verification',
    part: words.parts.verification,
    title: words.parts.verification,
    lead: verification.lead,
    leadAfter: 0
  })
  const checksums = pageRange(env, 'checksums')
  const paragraph = ([head, text]: readonly [string, string]) => {
    drawProseHead(flow, head, type, 42, text)
    drawProse(flow, text, type)
  }
  const own = words.recipient.verification
  const isApart = !env.settings.attachments
  paragraph(isApart ? [verification.what[0], own.whatApart] : verification.what)
  drawProseHead(flow, verification.how, type, 60)
  const [save, command, compare] = verification.steps
  flow.within('L', () => {
    drawStep(flow, '1', isApart ? own.saveApart : save, type)
    drawStep(flow, '2', command, type, () => drawCommands(flow, COMMANDS))
    drawStep(flow, '3', compare(checksums), type)
    drawPhotoCommand(flow, type)
  })
  paragraph([verification.proves[0], verification.proves[1](checksums)])
  paragraph(verification.provesNot)
  if (isBroken && flow.sheets.length === 1) flow.newSheet()
  paragraph(verification.changed)
  const kept = keptText(env, checksums)
  if (kept !== '') paragraph([own.head, kept])
  drawExample(flow, type)
  flow.space(9)
  flow.text(verification.note(checksums), styles.note)
  return flow.sheets
}

/** What the recipient's profile masks and keeps back. */
function keptText(env: LayoutEnv, checksums: string): string {
  const { settings, words } = env
  const own = words.recipient.verification
  const { documentNumbers, birthDates } = settings.masking
  const masked = exhibitsOf(env).filter(({ where }) => where === 'masked')
  const numbers = masked.map(({ exhibit }) => formatExhibitNumber(exhibit.number))
  const barred = exhibitsOf(env).filter(isBarred)
  const drawn = barred.filter(({ pages: [page] }) => page?.kind === 'rendered')
  const listOf = (exhibits: typeof barred) =>
    exhibits.map(({ exhibit }) => formatExhibitNumber(exhibit.number)).join(words.joins.list)
  const isMarked = settings.purposeMark && exhibitsOf(env).some(({ exhibit }) => isIdentityExhibit(exhibit))
  return [
    ...(documentNumbers ? [own.documentNumbers] : []),
    ...(birthDates ? [own.birthDates] : []),
    ...(isMasking(settings) ? [own.exhibitsStay(listOf(barred))] : []),
    ...(drawn.length > 0 ? [own.drawn(listOf(drawn))] : []),
    ...(numbers.length > 0 ? [own.kept(numbers.join(words.joins.list), checksums)] : []),
    ...(isMarked ? [own.marked, ...firmness(env)] : [])
  ].join(words.joins.sentence)
}

/** How firmly the mark sits on the copies of this pack. */
function firmness(env: LayoutEnv): readonly string[] {
  const { burnt, laidOver } = env.words.recipient.verification
  const marked = exhibitsOf(env)
    .filter(({ exhibit }) => isIdentityExhibit(exhibit))
    .flatMap(({ pages }) => pages)
  return [
    ...(marked.some((page) => page.kind === 'picture' && page.burnt?.hasPurpose === true) ? [burnt] : []),
    ...(marked.some(({ kind }) => kind === 'foreign' || kind === 'rendered') ? [laidOver] : [])
  ]
}

function drawCommands(flow: Flow, commands: readonly (readonly [string, string])[]): void {
  const shape: TableShape = {
    columns: columns([80, null], { left: FRAME.left + STEP_INDENT, total: FRAME.width - STEP_INDENT }),
    padTop: 3,
    padBottom: 3
  }
  flow.space(2)
  for (const [system, command] of commands) {
    drawRow(flow, shape, [[{ spans: [{ text: system, ink: 'dark' }] }], [{ spans: command }]])
  }
  flow.space(7)
}

/** Photos stand in the file as page images, byte for byte; one command takes them out again. */
function drawPhotoCommand(flow: Flow, type: ProseType): void {
  const { env } = flow
  const photo = exhibitsOf(env).find(({ where }) => where === 'page-image')
  if (photo === undefined) return
  const [text, note] = env.words.verification.photoStep
  // The program counts the sheets of this file, whatever is printed on them.
  const isAlone = env.place?.kind === 'own-pages'
  const page = isAlone ? 1 : firstPage(env, exhibitTarget(photo.exhibit.id)) - env.firstPage + 1
  drawStep(flow, '4', text, type, () => {
    drawCommands(flow, [['poppler', `pdfimages -all -f ${page} -l ${page} FILE.pdf photo`]])
    flow.text(note, env.styles.note, { x: FRAME.left + STEP_INDENT, width: FRAME.width - STEP_INDENT })
  })
}

function drawExample(flow: Flow, type: ProseType): void {
  const { env } = flow
  const { words, styles } = env
  const attached = exhibitsOf(env).filter(({ where }) => where === 'attached')
  const example = attached.at(-1) ?? exhibitsOf(env).find(({ where }) => where === 'page-image')
  if (example === undefined) return
  const { exhibit } = example
  const text = words.verification.exampleText(
    formatExhibitNumber(exhibit.number),
    shortName(exhibit.file.originalName)
  )
  drawProseHead(flow, words.verification.example, type, 50)
  drawProse(flow, text, type)
  flow.space(4)
  const width = env.measure.width(exhibit.file.sha256, styles.hash.size) + 14
  flow.draw(20, (ops, top) => {
    const box = { x: FRAME.left + 0.3, y: top - 20, width, height: 20 }
    ops.push({ kind: 'box', box, stroke: { width: 0.6, ink: 'black' } })
    drawTagged(ops, flow.tag('P'), (inside) =>
      drawHash(env, inside, exhibit.file.sha256, FRAME.left + 7, top - 5)
    )
  })
}

/** Every original with its bytes, its SHA-256 and where it lies. */
export function layChecksums(env: LayoutEnv): readonly LaidSheet[] {
  const { words, styles } = env
  const all = exhibitsOf(env)
  const flow = new Flow(env, {
    name: 'checksums',
    part: words.parts.checksums,
    title: words.joins.bracketed(words.parts.checksums, 'SHA-256'),
    lead: words.checksums.lead(all.length),
    leadAfter: 8
  })
  const shape: TableShape = {
    // The empty column keeps the figures apart from the words beside them.
    columns: columns([36, 160, 70, 9, null, 44], { right: [2, 5] }),
    padTop: 2.5,
    padBottom: 1
  }
  if (all.length > 0) {
    const [number, file, bytes, where, page] = words.checksums.heads
    const head = () => drawTableHead(flow, shape, [number, file, bytes, '', where, page])
    head()
    flow.repeatOnNewSheet(head)
  }
  for (const absorbed of all) drawChecksumRow(flow, shape, absorbed)
  flow.repeatOnNewSheet(null)
  flow.space(14)
  const title = lines(env, [{ text: words.checksums.manifest, isBold: true }], styles.note, FRAME.width)
  flow.drawTagged('P', heightOf(title) + 14, (ops, top) => {
    const apart = title.map((line) => ({ ...line, hasSpaceAfter: true }))
    const used = drawLines(ops, apart, { x: FRAME.left, top })
    drawHash(env, ops, env.manifestSha256, FRAME.left, top - used - 2)
  })
  return flow.sheets
}

function drawChecksumRow(flow: Flow, shape: TableShape, absorbed: AbsorbedExhibit): void {
  const { env } = flow
  const { words, formats } = env
  const { exhibit, where } = absorbed
  const target = exhibitTarget(exhibit.id)
  const places: Readonly<Record<AbsorbedExhibit['where'], string>> = {
    attached: words.checksums.attached,
    'page-image': words.checksums.pageImage,
    nowhere: words.checksums.notThere,
    masked: words.recipient.masked,
    apart: words.recipient.apart
  }
  const pages: Span = pageLink(pageRange(env, target), target)
  const isElsewhere = env.place?.kind === 'own-pages' && (where === 'attached' || where === 'page-image')
  const [, name] = drawRow(
    flow,
    shape,
    [
      [{ spans: [exhibitLink(exhibit)] }],
      [{ spans: shownName(exhibit.file.originalName) }],
      [{ spans: formats.count(exhibit.file.sizeBytes) }],
      [],
      [{ spans: isElsewhere ? words.volume.inOwnFile : places[where] }],
      [{ spans: [pages] }]
    ],
    { rule: 0, keepBelow: 13 }
  )
  const hashX = shape.columns[1]?.x ?? FRAME.left
  flow.draw(13, (ops, top) =>
    drawTagged(ops, name ?? null, (inside) => drawHash(env, inside, exhibit.file.sha256, hashX, top))
  )
  flow.rule(0.25)
}
