import type { Device } from '../../../shared/domain/equipment.ts'
import type { LayoutEnv } from './layout-env.ts'

/** Kind and model, without the kind twice. */
export function deviceName({ words }: LayoutEnv, { kind, model }: Device): string {
  const word = words.equipment.kinds[kind]
  const named = model.trim()
  return named === '' ? word : `${word} ${named}`
}
