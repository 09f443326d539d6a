import { formatExhibitNumber } from '../../../shared/domain/exhibit.ts'
import { isIdentityExhibit } from '../../../shared/domain/masked-dossier.ts'
import { isMasking } from '../../../shared/domain/recipient-profile.ts'
import { shownName } from '../../../shared/domain/file-name.ts'
import type { AbsorbedExhibit } from '../plan/absorbed-exhibit.ts'
import { RECIPIENT_WORDS } from '../words/recipient-words.ts'
import { VOLUME_WORDS } from '../words/volume-words.ts'
import { Flow, type LaidSheet } from './flow.ts'
import { FRAME } from './geometry.ts'
import { drawHash } from './hash-text.ts'
import { exhibitTarget, exhibitsOf, firstPage, lines, pageRange, type LayoutEnv } from './layout-env.ts'
import { exhibitLink, pageLink } from './references.ts'
import { drawLines, heightOf, type Span } from './rich-text.ts'
import { shortName } from './short-name.ts'
import { columns, drawRow, drawTableHead, type TableShape } from './table.ts'
import { drawTagged } from './tag.ts'

const STEP_INDENT = 14
/** Tighter than elsewhere: with the step for photos the sheet just fits. */
const SECTION_GAP = 10
const COMMANDS = [
  ['Windows', 'certutil -hashfile FILE SHA256'],
  ['macOS', 'shasum -a 256 FILE'],
  ['Linux', 'sha256sum FILE']
] as const

/** How a stranger without this program checks that the files are unchanged, and what that proves. */
export function layVerification(env: LayoutEnv): readonly LaidSheet[] {
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
    flow.section(head, 42, SECTION_GAP)
    flow.text(text, styles.body)
  }
  const own = RECIPIENT_WORDS[env.language].verification
  const isApart = !env.settings.attachments
  paragraph(isApart ? [verification.what[0], own.whatApart] : verification.what)
  flow.section(verification.how, 60, SECTION_GAP)
  const [save, type, compare] = verification.steps
  flow.within('L', () => {
    drawStep(flow, '1', isApart ? own.saveApart : save)
    drawStep(flow, '2', type, () => drawCommands(flow, COMMANDS))
    drawStep(flow, '3', compare(checksums))
    drawPhotoCommand(flow)
  })
  paragraph([verification.proves[0], verification.proves[1](checksums)])
  paragraph(verification.provesNot)
  paragraph(verification.changed)
  const kept = keptText(env, checksums)
  if (kept !== '') paragraph([own.head, kept])
  drawExample(flow)
  flow.space(9)
  flow.text(verification.note(checksums), styles.note)
  return flow.sheets
}

/** What the recipient's profile masks and keeps back. */
function keptText(env: LayoutEnv, checksums: string): string {
  const { settings, language } = env
  const own = RECIPIENT_WORDS[language].verification
  const { documentNumbers, birthDates } = settings.masking
  const masked = exhibitsOf(env).filter(({ where }) => where === 'masked')
  const numbers = masked.map(({ exhibit }) => formatExhibitNumber(exhibit.number))
  const isMarked = settings.purposeMark && exhibitsOf(env).some(({ exhibit }) => isIdentityExhibit(exhibit))
  return [
    ...(documentNumbers ? [own.documentNumbers] : []),
    ...(birthDates ? [own.birthDates] : []),
    ...(isMasking(settings) ? [own.exhibitsStay] : []),
    ...(numbers.length > 0 ? [own.kept(numbers.join(language === 'zh-CN' ? '、' : ', '), checksums)] : []),
    ...(isMarked ? [own.marked, ...firmness(env)] : [])
  ].join(language === 'zh-CN' ? '' : ' ')
}

/** How firmly the mark sits on the copies of this pack. */
function firmness(env: LayoutEnv): readonly string[] {
  const { burnt, laidOver } = RECIPIENT_WORDS[env.language].verification
  const marked = exhibitsOf(env)
    .filter(({ exhibit }) => isIdentityExhibit(exhibit))
    .flatMap(({ pages }) => pages)
  return [
    ...(marked.some((page) => page.kind === 'picture' && page.isMarked === true) ? [burnt] : []),
    ...(marked.some(({ kind }) => kind === 'foreign') ? [laidOver] : [])
  ]
}

function drawStep(flow: Flow, number: string, text: string, more: () => void = () => {}): void {
  const { env } = flow
  const laid = lines(env, text, env.styles.body, FRAME.width - STEP_INDENT)
  flow.within('LI', (item) => {
    flow.draw(heightOf(laid), (ops, top) => {
      const [line] = lines(env, [{ text: number, isBold: true }], env.styles.body, STEP_INDENT)
      if (line !== undefined)
        drawTagged(ops, { role: 'Lbl', parent: item }, (inside) =>
          drawLines(inside, [line], { x: FRAME.left, top })
        )
    })
    flow.moveTo(flow.y + heightOf(laid))
    flow.within('LBody', () => {
      flow.drawTagged('P', heightOf(laid), (ops, top) =>
        drawLines(ops, laid, { x: FRAME.left + STEP_INDENT, top })
      )
      flow.space(3)
      more()
    })
  })
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
function drawPhotoCommand(flow: Flow): void {
  const { env } = flow
  const photo = exhibitsOf(env).find(({ where }) => where === 'page-image')
  if (photo === undefined) return
  const [text, note] = env.words.verification.photoStep
  // The program counts the sheets of this file, whatever is printed on them.
  const isAlone = env.place?.kind === 'own-pages'
  const page = isAlone ? 1 : firstPage(env, exhibitTarget(photo.exhibit.id)) - env.firstPage + 1
  drawStep(flow, '4', text, () => {
    drawCommands(flow, [['poppler', `pdfimages -all -f ${page} -l ${page} FILE.pdf photo`]])
    flow.text(note, env.styles.note, { x: FRAME.left + STEP_INDENT, width: FRAME.width - STEP_INDENT })
  })
}

function drawExample(flow: Flow): void {
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
  flow.section(words.verification.example, 50, SECTION_GAP)
  flow.text(text, styles.body)
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
    title:
      env.language === 'zh-CN' ? `${words.parts.checksums}（SHA-256）` : `${words.parts.checksums} (SHA-256)`,
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
  flow.drawTagged('P', 26, (ops, top) => {
    const title = lines(env, [{ text: words.checksums.manifest, isBold: true }], styles.note, FRAME.width)
    const used = drawLines(ops, title, { x: FRAME.left, top })
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
    masked: RECIPIENT_WORDS[env.language].masked,
    apart: RECIPIENT_WORDS[env.language].apart
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
      [{ spans: isElsewhere ? VOLUME_WORDS[env.language].inOwnFile : places[where] }],
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
