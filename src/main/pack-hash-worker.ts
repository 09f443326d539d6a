// A thread that hashes beside the one that makes the pack. It imports nothing of ours at run time: the text of its
// built file is all that it is started from.
import { createHash, type Hash } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'
import { parentPort } from 'node:worker_threads'
import type { HashAnswer, HashRequest } from './pack/write/hash-protocol.ts'

/** What is read of a file, one piece after the other: memory of its own for each would wait for the collector. */
const chunk = Buffer.allocUnsafeSlow(256 * 1024)

const sources = new Map<number, Hash>()
let file: { readonly handle: number; readonly hash: Hash; position: number } | null = null

function hashOf(source: number): Hash {
  const known = sources.get(source)
  if (known !== undefined) return known
  const begun = createHash('sha256')
  sources.set(source, begun)
  return begun
}

function sumOf(source: number): string {
  const hash = hashOf(source)
  sources.delete(source)
  return hash.digest('hex')
}

/** Reads what the other thread wrote; the system still has it in its memory. */
function followFile(path: string, position: number) {
  file ??= { handle: openSync(path, 'r'), hash: createHash('sha256'), position: 0 }
  while (file.position < position) {
    const wanted = Math.min(chunk.length, position - file.position)
    const count = readSync(file.handle, chunk, 0, wanted, file.position)
    if (count === 0) throw new Error('the file is shorter than what was written into it')
    file.hash.update(chunk.subarray(0, count))
    file.position += count
  }
  return file
}

function answerTo(request: HashRequest): HashAnswer | null {
  switch (request.kind) {
    case 'bytes': {
      hashOf(request.source).update(new Uint8Array(request.memory, request.offset, request.length))
      return { kind: 'hashed' }
    }
    case 'sum':
      return { kind: 'sum', sha256: sumOf(request.source) }
    case 'file':
      followFile(request.path, request.position)
      return null
    case 'end': {
      const { handle, hash } = followFile(request.path, request.position)
      closeSync(handle)
      file = null
      return { kind: 'sum', sha256: hash.digest('hex') }
    }
  }
}

parentPort?.on('message', (request: HashRequest) => {
  const answer = answerTo(request)
  if (answer !== null) parentPort?.postMessage(answer)
})
