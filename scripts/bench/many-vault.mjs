// A vault of many dossiers, each at another point of its way, made by the app's own code: its sample story under
// other names and numbers. Only the waiting for the disk is left out: nobody needs these after the measurement.
import { createHash, randomUUID as uuid } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runnerImport } from 'vite'
import { PROJECT } from '../script.mjs'

export const EXHIBITS_EACH = 10

const OPERATORS = [
  { id: 'mts', name: 'МТС' },
  { id: 'beeline', name: 'Билайн' },
  { id: 'megafon', name: 'МегаФон' },
  { id: 't2', name: 'T2' }
]
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
  const story = await app.readSampleStory(join(PROJECT, 'resources', 'sample'))
  for (let first = 0; first < count; first += AT_ONCE) {
    const group = Array.from({ length: Math.min(AT_ONCE, count - first) }, (_, at) => first + at)
    await Promise.all(group.map((index) => writeDossier(app, folder, story, index)))
  }
}

/** The app's modules as they stand in its source. */
async function appCode() {
  const from = async (/** @type {string} */ path) => (await runnerImport(join(PROJECT, path))).module
  return Object.assign(
    {},
    ...(await Promise.all(
      [
        'src/main/vault/vault.ts',
        'src/main/vault/dossier-codec.ts',
        'src/main/sample-story.ts',
        'src/shared/domain/dossier.ts',
        'src/shared/domain/dossier-edit.ts'
      ].map(from)
    ))
  )
}

/**
 * @param {any} app
 * @param {string} folder
 * @param {any} story
 * @param {number} index
 */
async function writeDossier(app, folder, story, index) {
  const chosen = exhibitsOf(story)
  const stored = await Promise.all(
    chosen.map(({ file }) => writeObject(folder, `SPECIMEN ${index} ${file}\n`))
  )
  const dossier = makeDossier(app, { ...story, exhibits: chosen }, index, stored)
  const path = join(folder, 'dossiers', `${dossier.id}.${dossier.revision}`)
  await writeFile(path, app.encodeDossier(dossier), { mode: 0o600 })
}

/** So many of the story's papers that every category is among them. @param {any} story */
function exhibitsOf(story) {
  const seen = new Map()
  const ranked = story.exhibits.map((/** @type {{ category: string }} */ exhibit) => {
    const nth = (seen.get(exhibit.category) ?? 0) + 1
    seen.set(exhibit.category, nth)
    return { exhibit, nth }
  })
  return ranked
    .toSorted((/** @type {any} */ a, /** @type {any} */ b) => a.nth - b.nth)
    .slice(0, EXHIBITS_EACH)
    .map((/** @type {any} */ one) => one.exhibit)
}

/** @param {string} folder @param {string} text */
async function writeObject(folder, text) {
  const sha256 = createHash('sha256').update(text).digest('hex')
  await writeFile(join(folder, 'objects', sha256.slice(0, 2), sha256), text, { mode: 0o400 })
  return { sha256, sizeBytes: Buffer.byteLength(text) }
}

/**
 * @param {any} app
 * @param {any} story
 * @param {number} index
 * @param {readonly { sha256: string, sizeBytes: number }[]} stored
 */
function makeDossier(app, story, index, stored) {
  const begunAt = new Date(Date.UTC(2026, 0, 1) + index * 2_600_000).toISOString()
  const begun = app.beginDossier(uuid(), accountOf(index), begunAt)
  const arrived = story.exhibits.map((/** @type {any} */ { file, category }, /** @type {number} */ at) => ({
    id: uuid(),
    category,
    caption: '',
    madeOn: null,
    file: {
      ...stored[at],
      originalName: file,
      mediaType: 'application/pdf',
      pages: 1,
      pixels: null,
      fileModifiedAt: begunAt
    }
  }))
  const filled = app.addExhibits(begun, arrived, begunAt)
  const ids = new Map(arrived.map((/** @type {any} */ one) => [one.file.originalName, one.id]))
  const edits = app.editsOf(story, ids, 'ru', uuid)
  // One in five has gone the whole way; the others stand at a fifth of it, two fifths and so on.
  const done = edits.slice(0, Math.ceil((edits.length * ((index % 5) + 1)) / 5))
  if (index % TRASH_EVERY === 0) done.push({ kind: 'trash-dossier' })
  return done.reduce((/** @type {any} */ before, /** @type {any} */ edit) => {
    const after = app.editDossier(before, edit, begunAt)
    if (!after.ok) throw new Error(`the sample's story does not fit: ${after.code}`)
    return after.value
  }, filled)
}

/** @param {number} index */
function accountOf(index) {
  const surname = SURNAMES[index % SURNAMES.length] ?? []
  const given = GIVEN_NAMES[Math.floor(index / SURNAMES.length) % GIVEN_NAMES.length] ?? []
  return {
    operator: OPERATORS[index % OPERATORS.length],
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
