// A child process from its start to its end: seconds on the wall, and the most memory it and its children held.
import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

/** Short against the runs that are measured, and too seldom to take a processor from them. */
const SAMPLE_MS = 20

/**
 * @typedef {{ seconds: number, peakMb: number, output: string }} Measured
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @returns {Promise<Measured>}
 */
export async function measure(program, args) {
  // An extra certificate file costs every Node 34 ms at its start, which is nothing of ours.
  const env = { ...process.env }
  delete env.NODE_EXTRA_CA_CERTS
  const startedAt = performance.now()
  const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const peak = watchMemory(child.pid ?? 0)
  /** @type {Buffer[]} */
  const said = []
  /** @type {Buffer[]} */
  const complained = []
  child.stdout.on('data', (chunk) => said.push(chunk))
  child.stderr.on('data', (chunk) => complained.push(chunk))
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  const seconds = (performance.now() - startedAt) / 1000
  const peakMb = peak.stop()
  const output = Buffer.concat(said).toString('utf8')
  if (code !== 0) {
    throw new Error(
      `${program} ended with ${code}: ${Buffer.concat(complained).toString('utf8').slice(0, 2000)}`
    )
  }
  return { seconds, peakMb, output }
}

/**
 * The kernel keeps each process's high-water mark; what is summed are the marks of those that ran at one time.
 *
 * @param {number} pid
 * @param {ReadonlySet<number>} [others] processes of the tree that are not counted
 */
export function watchMemory(pid, others = new Set()) {
  let peakKb = 0
  const sample = () => {
    peakKb = Math.max(
      peakKb,
      processesOf(pid).reduce((sum, one) => sum + (others.has(one) ? 0 : highWaterKb(one)), 0)
    )
  }
  const timer = setInterval(sample, SAMPLE_MS)
  return {
    sample,
    stop: () => {
      clearInterval(timer)
      return peakKb / 1024
    }
  }
}

/**
 * A process and all that it began, whichever of its threads did.
 *
 * @param {number} pid
 * @returns {number[]}
 */
export function processesOf(pid) {
  const children = threadsOf(pid).flatMap((thread) =>
    textOf(`/proc/${pid}/task/${thread}/children`).split(' ').filter(Boolean).map(Number)
  )
  return [pid, ...children.flatMap(processesOf)]
}

/** @param {number} pid */
function threadsOf(pid) {
  try {
    return readdirSync(`/proc/${pid}/task`)
  } catch {
    // As below.
    return []
  }
}

/** @param {number} pid */
function highWaterKb(pid) {
  return Number(/VmHWM:\s+(\d+)/.exec(textOf(`/proc/${pid}/status`))?.[1] ?? 0)
}

/** @param {string} path */
function textOf(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // Gone between two looks.
    return ''
  }
}
