// Measures Closeout beside other tools on the same inputs, in one run, in interleaved rounds.
// npm run bench -- [--only CASE]… [--scale 0.1] [--rounds 3] [--out FILE.json] [--work FOLDER]
import { rmSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureBuilt } from '../build-freshness.mjs'
import { Refusal, runScript } from '../script.mjs'
import { ensureSystem, withDisplay } from '../system.mjs'
import { IMPORT_CASE } from './import-case.mjs'
import { measureMany } from './many-case.mjs'
import { GROWTH_CASES } from './growth-case.mjs'
import { BIG_CASE, PACK_CASES } from './pack-cases.mjs'
import { START_CASE } from './start-case.mjs'
import { ask, isInstalled } from './tools.mjs'
import { WINDOW_CASE } from './window-case.mjs'

const CASES = [...PACK_CASES, ...GROWTH_CASES, IMPORT_CASE, START_CASE, WINDOW_CASE]
/** Measured by the page's clock and not as a whole process: it has figures of its own. */
const MANY = 'many'
const USUAL_NAMES = [...CASES.map(({ name }) => name), MANY]
/** Run only when it is asked for. */
const NAMES = [...USUAL_NAMES, BIG_CASE.name]

/** @typedef {{ case: string, who: string, seconds: number, peakMb: number, ratio: number, goal?: number, goalMoreSeconds?: number, goalMb?: number }} Figure */

/** @param {string[]} args */
async function bench(args) {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: 'string', multiple: true },
      scale: { type: 'string', default: '1' },
      rounds: { type: 'string', default: '3' },
      out: { type: 'string' },
      work: { type: 'string', default: tmpdir() }
    }
  })
  if (process.platform !== 'linux')
    throw new Refusal('The benchmark reads memory from /proc and runs on Linux only.')
  const chosen = chosenNames(values.only ?? [])
  const cases = [...CASES, BIG_CASE].filter(({ name }) => chosen.includes(name))
  const withMany = chosen.includes(MANY)
  const scale = positive('--scale', values.scale)
  const rounds = Math.ceil(positive('--rounds', values.rounds))
  await ensureSystem({ commands: ['qpdf'] })
  await ensureBuilt()
  say(`Load of the machine before: ${loadavg()[0]?.toFixed(1)} on ${availableParallelism()} processors.`)
  say('Packs and import: the built command line, the same engine as the app, as a plain Node process.')
  say(
    'Seconds from start to end of the process, peak memory of it and its children, medians; ratio = closeout over the peer.'
  )
  say(
    'A pack: index, stamps, bookmarks and hashes, and the pages, which are all that the peers make. Beside it'
  )
  say(
    'the same "with originals": every file attached as well, so that its bytes are written and hashed twice.'
  )
  await mkdir(resolve(values.work), { recursive: true })
  const work = await mkdtemp(join(resolve(values.work), 'closeout-bench-'))
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => {
      rmSync(work, { recursive: true, force: true })
      process.exit(1)
    })
  }
  try {
    /** @type {Figure[]} */
    const figures = []
    /** @type {import('./many-case.mjs').Wait[]} */
    let waits = []
    for (const one of cases) figures.push(...(await runCase(one, join(work, one.name), scale, rounds)))
    if (withMany) waits = await runMany(join(work, MANY), scale, rounds)
    if (values.out !== undefined) {
      const all = [...figures, ...waits.map((one) => ({ case: MANY, ...one }))]
      await writeFile(values.out, `${JSON.stringify(all, null, 2)}\n`)
    }
  } finally {
    await rm(work, { recursive: true, force: true })
  }
  return 0
}

/** @param {readonly string[]} only */
function chosenNames(only) {
  const wanted = only.flatMap((names) => names.split(','))
  const unknown = wanted.find((name) => !NAMES.includes(name))
  if (unknown !== undefined) throw new Refusal(`There is no case "${unknown}". Cases: ${NAMES.join(', ')}.`)
  return wanted.length === 0 ? USUAL_NAMES : wanted
}

/** @param {string} work @param {number} scale @param {number} rounds */
async function runMany(work, scale, rounds) {
  const waits = await onDisplay(() => measureMany(work, scale, rounds, say))
  say(`  ${'what'.padEnd(36)}${'p50'.padStart(10)}${'p95'.padStart(10)}`)
  for (const { what, p50, p95, unit, goal } of waits) {
    say(
      `  ${what.padEnd(36)}${p50.toFixed(1).padStart(10)}${p95.toFixed(1).padStart(10)} ${unit.padEnd(3)} ${goal}`
    )
  }
  await rm(work, { recursive: true, force: true, maxRetries: 5 })
  return waits
}

/**
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
function onDisplay(work) {
  return withDisplay((env) => {
    Object.assign(process.env, env)
    return work()
  })
}

/**
 * @template T
 * @param {import('./pack-cases.mjs').Case} one
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
function withWindow(one, work) {
  return one === START_CASE || one === WINDOW_CASE ? onDisplay(work) : work()
}

/** @param {string} option @param {string} text */
function positive(option, text) {
  const value = Number(text)
  if (!(value > 0 && Number.isFinite(value))) throw new Refusal(`${option} needs a number above zero.`)
  return value
}

/**
 * @param {import('./pack-cases.mjs').Case} one
 * @param {string} work
 * @param {number} scale
 * @param {number} rounds
 * @returns {Promise<Figure[]>}
 */
async function runCase(one, work, scale, rounds) {
  await mkdir(work, { recursive: true })
  return withWindow(one, async () => {
    const { about, contenders } = await one.prepare(work, scale)
    say(`\n${one.name}: ${one.what}, ${about}, ${rounds} rounds`)
    const present = []
    for (const contender of contenders) {
      if (contender.needs === null || (await isInstalled(contender.needs))) present.push(contender)
      else say(`  ${contender.needs} is not installed and is left out.`)
    }
    const figures = await interleave(one.name, present, rounds)
    print(figures)
    await rm(work, { recursive: true, force: true })
    return figures
  })
}

/**
 * A round runs everybody once, so that a slow minute of the machine is nobody's own; who comes next does not wait for
 * what the disk has still to write or to free of the one before, and nobody reads from the disk itself: some systems let
 * go of what lay idle for seconds, so that it would depend on the place in the round. One more round before the first
 * is checked but not counted. Every round has another order: on a virtual machine that takes free memory back, 200
 * photographs took 1.0 s after one neighbour and 2.2 after another.
 *
 * @param {string} name
 * @param {readonly import('./pack-cases.mjs').Contender[]} contenders
 * @param {number} rounds
 * @returns {Promise<Figure[]>}
 */
async function interleave(name, contenders, rounds) {
  /** @type {Map<string, import('./measure.mjs').Measured[]>} */
  const runs = new Map(contenders.map(({ who }) => [who, []]))
  for (let round = 0; round <= rounds; round += 1) {
    for (const contender of inOrder(contenders, round)) {
      await contender.warm?.()
      const measured = await contender.run()
      await contender.verify()
      await contender.tidy()
      await ask('sync', [])
      if (round > 0) runs.get(contender.who)?.push(measured)
    }
  }
  const medians = contenders.map(({ who, goal, goalMoreSeconds, goalMb }) => {
    const all = runs.get(who) ?? []
    return {
      who,
      goal,
      goalMoreSeconds,
      goalMb,
      seconds: median(all.map((one) => one.seconds)),
      peakMb: median(all.map((one) => one.peakMb))
    }
  })
  const own = medians.find(({ who }) => who === 'closeout')?.seconds ?? Number.NaN
  return medians.map(({ who, goal, goalMoreSeconds, goalMb, seconds, peakMb }) => ({
    case: name,
    who,
    ...(goal === undefined ? {} : { goal }),
    ...(goalMoreSeconds === undefined ? {} : { goalMoreSeconds }),
    ...(goalMb === undefined ? {} : { goalMb }),
    seconds: rounded(seconds, 3),
    peakMb: rounded(peakMb, 1),
    ratio: rounded(own / seconds, 3)
  }))
}

/**
 * Begins with another one each time, and goes the other way round every second time: neither place nor neighbour stays.
 *
 * @template Item
 * @param {readonly Item[]} items
 * @param {number} round
 */
function inOrder(items, round) {
  const first = round % items.length
  const rotated = [...items.slice(first), ...items.slice(0, first)]
  return round % 2 === 0 ? rotated : rotated.toReversed()
}

/** @param {number[]} values */
function median(values) {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1
    ? Number(sorted[middle])
    : (Number(sorted[middle - 1]) + Number(sorted[middle])) / 2
}

/** @param {number} value @param {number} digits */
function rounded(value, digits) {
  return Number(value.toFixed(digits))
}

/** @param {readonly Figure[]} figures */
function print(figures) {
  say(`  ${'who'.padEnd(16)}${'seconds'.padStart(10)}${'peak MB'.padStart(10)}${'ratio'.padStart(9)}`)
  const said = (/** @type {boolean} */ isMet) => (isMet ? 'met' : 'missed')
  const own = figures.find(({ who }) => who === 'closeout')?.seconds ?? Number.NaN
  for (const { who, seconds, peakMb, ratio, goal, goalMoreSeconds, goalMb } of figures) {
    const ofTime = goal === undefined ? '' : `  goal ${goal.toFixed(2)} ${said(ratio <= goal)}`
    const more = own - seconds
    const ofMore =
      goalMoreSeconds === undefined
        ? ''
        : `  ${more.toFixed(2)} s more, goal ${goalMoreSeconds.toFixed(2)} ${said(more <= goalMoreSeconds)}`
    const ofMemory = goalMb === undefined ? '' : `  at most ${goalMb} MB ${said(peakMb <= goalMb)}`
    const verdict = ofTime + ofMore + ofMemory
    say(
      `  ${who.padEnd(16)}${seconds.toFixed(2).padStart(10)}${peakMb.toFixed(0).padStart(10)}${ratio.toFixed(2).padStart(9)}${verdict}`
    )
  }
}

/** @param {string} line */
function say(line) {
  process.stdout.write(`${line}\n`)
}

await runScript(bench)
