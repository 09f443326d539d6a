import type { MessageDirection } from '../plan/conversation.ts'
import { arrowMarker } from './arrow.ts'
import { lines, type LayoutEnv } from './layout-env.ts'
import { PARTY_WIDTH, WORD } from './message-shape.ts'
import type { TextLine } from './rich-text.ts'

export function directionArrow(direction: MessageDirection): ReturnType<typeof arrowMarker> | null {
  return direction === 'unsent' ? null : arrowMarker(direction)
}

/** The first stands beside the arrow; a second language that does not fit there follows below. */
export function directionLines(
  env: Pick<LayoutEnv, 'knownLines' | 'measure' | 'secondLanguage' | 'words'>,
  direction: MessageDirection
): readonly TextLine[] {
  const width = PARTY_WIDTH - (directionArrow(direction)?.width ?? 0)
  return lines(env, env.words.messages.directions[direction], WORD, width)
}
