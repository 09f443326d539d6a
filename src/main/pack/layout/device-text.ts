import type { Device } from '../../../shared/domain/equipment.ts'
import { typed, type LayoutEnv } from './layout-env.ts'

/** Kind and model, without the kind twice. */
export function deviceName(env: LayoutEnv, { kind, model }: Device): string {
  const word = env.words.equipment.kinds[kind]
  const named = model.trim()
  return named === '' ? word : `${word} ${typed(env, named)}`
}
