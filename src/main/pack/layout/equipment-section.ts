import type { Device } from '../../../shared/domain/equipment.ts'
import { proofsFor } from '../plan/proof-index.ts'
import { inEach } from '../words/paired.ts'
import type { Flow } from './flow.ts'
import { LARGEST_WHOLE_ROW } from './geometry.ts'
import { typed, type LayoutEnv } from './layout-env.ts'
import { exhibitReference } from './references.ts'
import {
  columns,
  drawRow,
  drawTableHead,
  rowHeight,
  type Cell,
  type CellBlock,
  type TableShape
} from './table.ts'

/** Every device with its numbers, its condition and where it went; or that there is nothing to return. */
export function drawEquipment(flow: Flow): void {
  const { env } = flow
  const { words, dossier, styles } = env
  const { devices, nothingToReturn } = dossier.equipment
  if (devices.length === 0 && !nothingToReturn) return
  if (devices.length === 0) {
    flow.section(words.equipment.title)
    flow.text(words.equipment.nothing, styles.body)
    return
  }
  const shape: TableShape = { columns: columns([118, 124, null, 66]), padTop: 4, padBottom: 4 }
  const rows = devices.map((device): readonly Cell[] => [
    nameCell(env, device),
    numberCell(env, device),
    conditionCell(env, device),
    proofsFor(env.proofs, 'device', device.id).map((exhibit) => ({ spans: exhibitReference(env, exhibit) }))
  ])
  flow.section(words.equipment.title, 20 + Math.min(rowHeight(env, shape, rows[0] ?? []), LARGEST_WHOLE_ROW))
  const head = () => drawTableHead(flow, shape, words.equipment.heads)
  head()
  flow.repeatOnNewSheet(head)
  for (const row of rows) drawRow(flow, shape, row)
  flow.repeatOnNewSheet(null)
}

function nameCell({ words }: LayoutEnv, { kind, model }: Device): Cell {
  return [
    { spans: [{ text: words.equipment.kinds[kind], isBold: true }] },
    ...filled(model).map((text) => ({ spans: text }))
  ]
}

function numberCell(env: LayoutEnv, { imei, serial }: Device): Cell {
  const { equipment } = env.words
  return [
    ...filled(serial).map((text) => ({ spans: equipment.serial(typed(env, text)) })),
    ...filled(imei).map((text) => ({ spans: equipment.imei(typed(env, text)) }))
  ]
}

function conditionCell(env: LayoutEnv, device: Device): Cell {
  const { words, formats, styles } = env
  const { equipment } = words
  const prepared = [
    ...(device.accountsRemoved ? [equipment.accountsRemoved] : []),
    ...(device.locksOff ? [equipment.locksOff] : [])
  ].join(words.joins.comma)
  const small = (text: string): CellBlock => ({ spans: text, style: styles.second })
  const { returnedOn, handedTo } = device
  return [
    ...filled(device.condition).map((text) => ({ spans: text })),
    {
      spans:
        returnedOn === null
          ? equipment.notReturned
          : equipment.returned(formats.date(returnedOn), typedOrNothing(env, handedTo))
    },
    ...filled(prepared).map((text) => small(inEach(text, capital))),
    ...filled(device.tracking).map((text) => small(equipment.tracking(typed(env, text))))
  ]
}

function typedOrNothing(env: LayoutEnv, text: string): string {
  return text.trim() === '' ? '' : typed(env, text.trim())
}

function filled(text: string): readonly string[] {
  return text.trim() === '' ? [] : [text.trim()]
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1)
}
