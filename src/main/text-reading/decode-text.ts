import type { StatementEncoding } from '../../shared/domain/statement.ts'

const PIECE_BYTES = 64 * 1024

/** The text in pieces, without its byte order mark; bytes that are not of this encoding become �. */
export function* decodeText(bytes: Uint8Array, encoding: StatementEncoding): Generator<string> {
  const decoder = new TextDecoder(encoding)
  for (let at = 0; at < bytes.length; at += PIECE_BYTES)
    yield decoder.decode(bytes.subarray(at, at + PIECE_BYTES), { stream: true })
  yield decoder.decode()
}

/** Whether every byte has a meaning in this encoding. */
export function isValidIn(bytes: Uint8Array, encoding: StatementEncoding): boolean {
  const decoder = new TextDecoder(encoding, { fatal: true })
  try {
    for (let at = 0; at < bytes.length; at += PIECE_BYTES)
      decoder.decode(bytes.subarray(at, at + PIECE_BYTES), { stream: true })
    decoder.decode()
    return true
  } catch (error) {
    // The one error that decoding with `fatal` has.
    if (error instanceof TypeError) return false
    throw error
  }
}
