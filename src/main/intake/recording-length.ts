import { isRecording } from '../../shared/domain/recording.ts'
import type { Original } from '../original.ts'
import { amrLength } from './amr-length.ts'

/** A year of sound: what states more is broken or lies. */
const MOST_SECONDS = 366 * 24 * 3600

/** Whole seconds of a recording, at least one, as its file states them; null where it does not. */
export async function recordingLength(original: Original, mediaType: string): Promise<number | null> {
  if (!isRecording(mediaType)) return null
  try {
    const seconds =
      mediaType === 'audio/amr' ? await amrLength(original) : await statedLength(original, mediaType)
    if (seconds === null || !Number.isFinite(seconds) || seconds <= 0 || seconds > MOST_SECONDS) return null
    return Math.max(1, Math.round(seconds))
  } catch {
    // A broken or hostile recording is kept like any other file; how long it is nobody can say.
    return null
  }
}

async function statedLength(original: Original, mediaType: string): Promise<number | null> {
  // With the first recording, not with the app, which starts sooner without it.
  const { originalTokenizer } = await import('./original-tokenizer.ts')
  const { parseFromTokenizer } = await import('music-metadata')
  // What telephones call 3GP is built like MP4; the parser knows it by that name only.
  const isMobile = /^\w+\/3gpp2?$/.test(mediaType)
  const tokenizer = originalTokenizer(original, isMobile ? 'video/mp4' : mediaType)
  const { format } = await parseFromTokenizer(tokenizer, { skipCovers: true, skipPostHeaders: true })
  return format.duration ?? null
}
