import type { ReadRequest, RenderSource } from './render-protocol.ts'

/** The bytes of a document as the drawing thread sees them. */
export interface SourceBytes {
  readonly length: number
  /** @returns false where they cannot be had */
  readonly read: (position: number, into: Uint8Array) => boolean
}

/** Tables and pages lie together, pictures are read through. */
const PIECES_KEPT = 4

/** @param ask posts a request to whoever has the document, and returns at once */
export function sourceBytes(source: RenderSource, ask: (request: ReadRequest) => void): SourceBytes {
  const { length } = source
  if (source.kind === 'pieces') return { length, read: piecewise(source, ask) }
  const bytes = new Uint8Array(source.memory, 0, length)
  return {
    length,
    read: (position, into) => {
      const block = bytes.subarray(position, position + into.length)
      into.set(block)
      return block.length === into.length
    }
  }
}

function piecewise(
  { length, piece, state, says }: Extract<RenderSource, { kind: 'pieces' }>,
  ask: (request: ReadRequest) => void
): SourceBytes['read'] {
  const [shared, states] = [new Uint8Array(piece), new Int32Array(state)]
  let kept: readonly { readonly from: number; readonly bytes: Uint8Array }[] = []

  function pieceAt(position: number): Uint8Array | null {
    const from = position - (position % shared.length)
    const known = kept.find((one) => one.from === from)
    if (known !== undefined) return known.bytes
    const size = Math.min(shared.length, length - from)
    Atomics.store(states, 0, says.asked)
    ask({ kind: 'read', position: from, length: size })
    Atomics.wait(states, 0, says.asked)
    if (Atomics.load(states, 0) === says.failed) return null
    const bytes = shared.slice(0, size)
    kept = [{ from, bytes }, ...kept].slice(0, PIECES_KEPT)
    return bytes
  }

  return (position, into) => {
    if (position + into.length > length) return false
    for (let done = 0; done < into.length;) {
      const bytes = pieceAt(position + done)
      if (bytes === null) return false
      const start = (position + done) % shared.length
      const part = bytes.subarray(start, start + into.length - done)
      into.set(part, done)
      done += part.length
    }
    return true
  }
}
