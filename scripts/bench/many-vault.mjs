// A vault of many dossiers, each at another point of its way, made by the app's own code. Only the waiting for the
// disk is left out: nobody needs these dossiers after the measurement.
import { createHash, randomUUID as uuid } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runnerImport } from 'vite'
import { PROJECT } from '../script.mjs'

const SURNAMES = [
  ['WANG', 'Ван', '王'],
  ['LI', 'Ли', '李'],
  ['ZHANG', 'Чжан', '张'],
  ['LIU', 'Лю', '刘'],
  ['CHEN', 'Чэнь', '陈'],
  ['YANG', 'Ян', '杨'],
  ['ZHAO', 'Чжао', '赵'],
  ['HUANG', 'Хуан', '黄'],
  ['ZHOU', 'Чжоу', '周'],
  ['WU', 'У', '吴']
]
const GIVEN_NAMES = [
  ['Ruoxi', 'Жоси', '若溪'],
  ['Xue', 'Сюэ', '雪'],
  ['Ming', 'Мин', '明'],
  ['Jia', 'Цзя', '佳'],
  ['Haoran', 'Хаожань', '浩然'],
  ['Lin', 'Линь', '琳'],
  ['Zihan', 'Цзыхань', '梓涵'],
  ['Wei', 'Вэй', '伟'],
  ['Yutong', 'Юйтун', '雨桐'],
  ['Chengyu', 'Чэнъюй', '成宇'],
  ['Meiling', 'Мэйлин', '美玲']
]
/** Every so many dossiers lie in the trash. */
const TRASH_EVERY = 97
const AT_ONCE = 32
/** Seven steps; a dossier stands before the first, after the last, or at one in between. */
const STAGES = 8

/** Category and what it proves of each of the ten papers of a dossier, in the order in which they come. */
const PAPERS = /** @type {const} */ ([
  ['C', 'account'],
  ['A', 'identity'],
  ['A', 'identity'],
  ['D', 'contact'],
  ['B', 'payments'],
  ['B', 'payments'],
  ['C', 'agreement'],
  ['E', 'equipment'],
  ['F', 'confirmation'],
  ['G', null]
])
export const EXHIBITS_EACH = PAPERS.length

/**
 * @param {string} folder the vault's, not there yet
 * @param {number} count
 * @returns {Promise<void>}
 */
export async function makeManyVault(folder, count) {
  const app = await appCode()
  const opened = await app.openVault(folder, { now: () => new Date().toISOString() })
  if (!opened.ok) throw new Error(`the vault could not be made: ${opened.code}`)
  await opened.value.close()
  for (let prefix = 0; prefix < 256; prefix += 1) {
    await mkdir(join(folder, 'objects', prefix.toString(16).padStart(2, '0')), { mode: 0o700 })
  }
  const operators = await app.readShippedOperators(join(PROJECT, 'resources'))
  for (let first = 0; first < count; first += AT_ONCE) {
    const group = Array.from({ length: Math.min(AT_ONCE, count - first) }, (_, at) => first + at)
    await Promise.all(
      group.map(async (index) => {
        const papers = await writePapers(folder, index)
        const dossier = makeDossier(app, operators, index, papers)
        const path = join(folder, 'dossiers', `${dossier.id}.${dossier.revision}`)
        await writeFile(path, app.encodeDossier(dossier), { mode: 0o600 })
      })
    )
  }
}

/** The app's modules as they stand in its source. */
async function appCode() {
  const modules = [
    'src/main/vault/vault.ts',
    'src/main/vault/dossier-codec.ts',
    'src/main/operators/shipped-operators.ts',
    'src/shared/domain/dossier.ts',
    'src/shared/domain/dossier-edit.ts'
  ]
  const loaded = await Promise.all(
    modules.map(async (path) => (await runnerImport(join(PROJECT, path))).module)
  )
  return Object.assign({}, ...loaded)
}

/** @param {string} folder @param {number} index */
function writePapers(folder, index) {
  return Promise.all(
    PAPERS.map(async ([category, step], nth) => {
      const text = `SPECIMEN ${index}/${nth}\n`
      const sha256 = createHash('sha256').update(text).digest('hex')
      await writeFile(join(folder, 'objects', sha256.slice(0, 2), sha256), text, { mode: 0o400 })
      const originalName = `SPECIMEN_${index}_${nth}.txt`
      const sizeBytes = Buffer.byteLength(text)
      const file = { sha256, sizeBytes, originalName, mediaType: 'text/plain', pages: null, pixels: null }
      return {
        id: uuid(),
        category,
        caption: `SPECIMEN ${index}/${nth}`,
        madeOn: { on: day(-60 + nth), source: 'stated' },
        proves: step === null ? [] : [{ kind: 'step', step }],
        file: { ...file, fileModifiedAt: null }
      }
    })
  )
}

/**
 * @param {any} app
 * @param {readonly any[]} operators
 * @param {number} index
 * @param {readonly any[]} papers
 */
function makeDossier(app, operators, index, papers) {
  const at = new Date(Date.now() - index * 600_000).toISOString()
  const operator = operators[index % operators.length]
  const begun = app.beginDossier(uuid(), accountOf(index, operator), at, operator)
  const [bill, payment] = [uuid(), uuid()]
  const edits = stagesOf(index, bill, payment).slice(0, index % STAGES)
  const filled = apply(app, begun, edits.flat(), at)
  const withPapers = app.addExhibits(
    filled,
    papers.map((paper) =>
      paper.category === 'B' ? { ...paper, proves: [...paper.proves, { kind: 'entry', id: payment }] } : paper
    ),
    at
  )
  return index % TRASH_EVERY === 0 ? apply(app, withPapers, [{ kind: 'trash-dossier' }], at) : withPapers
}

/** @param {any} app @param {any} dossier @param {readonly unknown[]} edits @param {string} at */
function apply(app, dossier, edits, at) {
  if (edits.length === 0) return dossier
  const edited = app.editDossierBy(dossier, edits, at)
  if (!edited.ok) throw new Error(`the generated edits do not fit: ${edited.code}`)
  return edited.value
}

/**
 * What each step adds, in the order of the steps.
 *
 * @param {number} index
 * @param {string} bill
 * @param {string} payment
 */
function stagesOf(index, bill, payment) {
  const put = (/** @type {string} */ list, /** @type {readonly unknown[]} */ records) => ({
    kind: 'put-records',
    list,
    records,
    beforeId: null
  })
  const number = String(index).padStart(6, '0')
  const entry = { currency: 'RUB', amountMinor: 10_000 + index, note: 'SPECIMEN' }
  return [
    [
      {
        kind: 'set-closing',
        values: { reason: 'moving', note: 'SPECIMEN', plannedOn: day(20 + (index % 40)) }
      },
      { kind: 'set-contract', values: { signedOn: '2022-09-14', accountNumber: number, tariff: 'SPECIMEN' } }
    ],
    [
      put('documents', [
        {
          id: uuid(),
          kind: 'passport',
          number: `SP${number}`,
          issuedBy: 'SPECIMEN',
          issuedOn: '2020-03-12',
          expiresOn: '2030-03-11'
        }
      ])
    ],
    [
      put('contacts', [
        {
          id: uuid(),
          at: { local: `${day(-20)}T10:30`, zone: 'Europe/Moscow' },
          minutes: 12,
          channel: 'call',
          direction: 'out',
          purpose: 'closing',
          counterpart: '000',
          person: 'SPECIMEN',
          reference: number,
          said: 'SPECIMEN',
          promised: 'SPECIMEN',
          promisedBy: day((index % 30) - 10)
        }
      ])
    ],
    [
      put('entries', [
        { ...entry, id: bill, on: day(-30), kind: 'bill' },
        { ...entry, id: payment, on: day(-12), kind: 'payment' }
      ])
    ],
    [
      {
        kind: 'set-agreement',
        values: { number, appliedOn: day(-11), signedOn: day(-10), effectiveOn: day(-(index % 25)) }
      }
    ],
    [{ kind: 'set-equipment', values: { nothingToReturn: true } }],
    [
      {
        kind: 'set-confirmation',
        values: {
          channel: 'email',
          sender: 'SPECIMEN',
          receivedAt: { local: `${day(0)}T09:00`, zone: 'Europe/Moscow' },
          text: 'SPECIMEN'
        }
      }
    ]
  ]
}

/** @param {number} index @param {{ id: string, names: Record<string, string> }} operator */
function accountOf(index, operator) {
  const surname = SURNAMES[index % SURNAMES.length] ?? []
  const given = GIVEN_NAMES[Math.floor(index / SURNAMES.length) % GIVEN_NAMES.length] ?? []
  return {
    operator: { id: operator.id, name: operator.names.ru },
    phoneNumber: `+7999${String((index * 7919) % 10_000_000).padStart(7, '0')}`,
    subscriber: {
      latin: `${surname[0]} ${given[0]}`,
      cyrillic: `${surname[1]} ${given[1]}`,
      chinese: `${surname[2]}${given[2]}`
    },
    contractNumber: `SP-${String(index).padStart(6, '0')}`,
    isSpecimen: true
  }
}

/** So many days from today, as `YYYY-MM-DD`. @param {number} days */
function day(days) {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
}
