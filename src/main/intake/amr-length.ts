import type { Original } from '../original.ts'

const MAGIC = '#!AMR\n'
/** 3GPP TS 26.101: bytes of a frame behind its head, by the type in the head. */
const FRAME_BYTES = [12, 13, 15, 17, 19, 20, 26, 31, 5, 0, 0, 0, 0, 0, 0, 0]
const FRAMES_IN_SECOND = 50
/** Two hours at the highest rate. */
const LARGEST = 12 * 1024 * 1024

/** Seconds of what telephones record calls in; every frame is a fiftieth. Null where it is longer or none. */
export async function amrLength({ sizeBytes, read }: Original): Promise<number | null> {
  if (sizeBytes > LARGEST) return null
  const bytes = await read(0, sizeBytes)
  if (bytes.toString('latin1', 0, MAGIC.length) !== MAGIC) return null
  let frames = 0
  for (let at = MAGIC.length; at < bytes.length; frames += 1) {
    const type = (bytes.readUInt8(at) >> 3) & 0x0f
    at += 1 + (FRAME_BYTES[type] ?? 0)
  }
  return frames / FRAMES_IN_SECOND
}
