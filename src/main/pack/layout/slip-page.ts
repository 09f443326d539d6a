import { shownName } from '../../../shared/domain/file-name.ts'
import { formatExhibitNumber, type Exhibit } from '../../../shared/domain/exhibit.ts'
import type { SlipReason } from '../../../shared/domain/pack-job.ts'
import { isRecording, recordingFormat } from '../../../shared/domain/recording.ts'
import { recordingNotes } from '../plan/recording-notes.ts'
import { isReadable, type AbsorbedExhibit } from '../plan/absorbed-exhibit.ts'
import type { Sheet } from './drawing.ts'
import { FRAME } from './geometry.ts'
import { drawHash } from './hash-text.ts'
import { captionOf } from './index-pages.ts'
import { lines, typed, type LayoutEnv } from './layout-env.ts'
import { drawLines, heightOf } from './rich-text.ts'
import { drawTagged, type Tag } from './tag.ts'

/** From the upper edge of the strip, where that is as high as usual. */
const BELOW_STRIP = 104
const PAD = { x: 26, top: 22, bottom: 24 } as const
const LABEL_WIDTH = 108

/** A frame in the place of a file that has no pages: what it is, why it is not shown, where it lies. */
export function drawSlip(
  env: LayoutEnv,
  sheet: Sheet,
  absorbed: AbsorbedExhibit,
  reason: SlipReason,
  section: Tag
): void {
  const { words, styles } = env
  const { ops } = sheet
  const x = FRAME.left + PAD.x
  const width = FRAME.width - 2 * PAD.x
  const isAttachment = reason === 'no-page-form'
  const lead = slipLead(env, absorbed, isAttachment)
  // A caption of several lines makes the strip higher; the frame keeps below it.
  let y = Math.min(env.paper.stripTop - BELOW_STRIP, stripBottom(sheet) - 30) - PAD.top
  const frameTop = y + PAD.top
  const kept = words.recipient.slip
  const attachedTitle = absorbed.where === 'attached' ? words.slip.attachedTitle : kept.title
  const title = isAttachment ? attachedTitle : words.slip.title
  drawTagged(ops, { role: 'H2', parent: section }, (inside) => {
    y -= drawLines(inside, lines(env, title, styles.title, width), { x, top: y })
  })
  y -= 6
  drawTagged(ops, { role: 'P', parent: section }, (inside) => {
    y -= drawLines(inside, lines(env, lead, styles.letter, width), { x, top: y })
  })
  y -= 14
  const list: Tag = { role: 'L', parent: section }
  for (const [label, value] of slipRows(env, absorbed, reason)) {
    const laid = lines(env, value, styles.cell, width - LABEL_WIDTH)
    const labels = lines(env, [{ text: label, ink: 'dark' }], styles.cell, LABEL_WIDTH - 5)
    const item: Tag = { role: 'LI', parent: list }
    drawTagged(ops, { role: 'Lbl', parent: item }, (inside) => drawLines(inside, labels, { x, top: y - 3 }))
    drawTagged(ops, { role: 'LBody', parent: item }, (inside) =>
      drawLines(inside, laid, { x: x + LABEL_WIDTH, top: y - 3 })
    )
    y -= Math.max(heightOf(laid), heightOf(labels)) + 6
    ops.push({ kind: 'line', from: [x, y], to: [x + width, y], width: 0.25, ink: 'black' })
  }
  const hash: Tag = { role: 'LI', parent: list }
  const hashLabel = lines(env, [{ text: 'SHA-256', ink: 'dark' }], styles.cell, LABEL_WIDTH)
  drawTagged(ops, { role: 'Lbl', parent: hash }, (inside) => drawLines(inside, hashLabel, { x, top: y - 3 }))
  drawTagged(ops, { role: 'LBody', parent: hash }, (inside) =>
    drawHash(env, inside, absorbed.exhibit.file.sha256, x + LABEL_WIDTH, y - 4)
  )
  y -= 18
  ops.push({ kind: 'line', from: [x, y], to: [x + width, y], width: 0.9, ink: 'black' })
  if (!isReadable(absorbed)) {
    y -= 12
    drawTagged(ops, { role: 'P', parent: section }, (inside) => {
      y -= drawLines(inside, lines(env, words.slip.counted, styles.note, width), { x, top: y })
    })
  }
  const bottom = y - PAD.bottom
  const box = { x: FRAME.left + 0.7, y: bottom, width: FRAME.width - 1.4, height: frameTop - bottom }
  ops.push({ kind: 'box', box, stroke: { width: 1.4, ink: 'black' } })
}

/** Why the page is here, and where the file is. */
function slipLead({ words }: LayoutEnv, { exhibit, where }: AbsorbedExhibit, isAttachment: boolean) {
  const number = formatExhibitNumber(exhibit.number)
  const kept = words.recipient.slip
  if (where === 'nowhere') return words.slip.leadLost(number)
  if (where === 'masked') return isAttachment ? kept.maskedLead(number) : kept.failedMasked(number)
  if (where === 'apart') return isAttachment ? kept.apartLead(number) : kept.failedApart(number)
  return isAttachment ? words.slip.attachedLead(number) : words.slip.lead(number)
}

/** The lower rule of the strip is the lowest line on the sheet so far. */
function stripBottom({ ops }: Sheet): number {
  return Math.min(...ops.flatMap((op) => (op.kind === 'line' ? [op.from[1]] : [])))
}

function slipRows(
  env: LayoutEnv,
  absorbed: AbsorbedExhibit,
  reason: SlipReason
): readonly (readonly [string, string])[] {
  const { words, formats } = env
  const { exhibit, where, attachmentName } = absorbed
  const { file } = exhibit
  const kept = words.recipient.slip
  const ways: Readonly<Record<AbsorbedExhibit['where'], string>> = {
    attached: words.slip.openAttachment(typed(env, attachmentName)),
    'page-image': words.slip.openAttachment(typed(env, attachmentName)),
    nowhere: words.slip.openNowhere,
    masked: kept.openMasked,
    apart: kept.openApart
  }
  const howToOpen = ways[where]
  return [
    [words.slip.fileName, shownName(file.originalName)],
    [words.slip.size, formats.bytes(file.sizeBytes)],
    [words.slip.type, mediaTypeName(env, file.mediaType)],
    ...recordingRows(env, exhibit),
    [words.slip.reason, words.slip.reasons[reason]],
    ...(exhibit.caption.trim() === '' ? [] : [[words.slip.caption, captionOf(env, exhibit)] as const]),
    [words.slip.howToOpen, howToOpen]
  ]
}

/** How long a recording is, and what the user wrote down of what is heard. */
function recordingRows(env: LayoutEnv, exhibit: Exhibit): readonly (readonly [string, string])[] {
  const { mediaType, seconds } = exhibit.file
  if (!isRecording(mediaType)) return []
  const { words, dossier } = env
  const notes = recordingNotes(dossier, exhibit)
  return [
    [words.slip.length, seconds === undefined ? words.slip.lengthUnknown : lengthText(env, seconds)],
    [words.slip.notes, notes === '' ? words.slip.noNotes : notes]
  ]
}

function lengthText({ words }: LayoutEnv, all: number): string {
  const counts = [Math.floor(all / 3600), Math.floor(all / 60) % 60, all % 60]
  return counts
    .flatMap((count, at) => (count === 0 ? [] : [`${count}${words.slip.units[at] ?? ''}`]))
    .join(words.joins.sentence)
}

/** A layman's name of the type where there is one, and the exact one beside it. */
function mediaTypeName(env: LayoutEnv, mediaType: string): string {
  const { slip, joins } = env.words
  const names: Readonly<Record<string, string>> = slip.mediaTypes
  const name = names[mediaType] ?? names[`${mediaType.split('/')[0]}/*`]
  if (name === undefined) return mediaType
  return joins.bracketed(
    isRecording(mediaType) ? name + joins.comma + recordingFormat(mediaType) : name,
    mediaType
  )
}
