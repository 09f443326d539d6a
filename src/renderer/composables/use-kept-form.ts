import { shallowRef, watch, type ShallowRef } from 'vue'
import { forgetText, keepText, unsavedText } from './unsaved-texts.ts'

export interface KeptForm<Values> {
  readonly values: ShallowRef<Values>
  /** To be called once the form has been sent or given up. */
  readonly clear: () => void
}

/**
 * The texts of a form that is sent as a whole. What was typed is still there after leaving, a reload or a crash,
 * until it is cleared.
 *
 * @param name names the form across the app: `${dossierId}/new-contact`
 * @example const { values, clear } = useKeptForm(`${dossier.id}/new-contact`, () => ({ person: '', said: '' }))
 */
export function useKeptForm<Values extends Readonly<Record<string, string>>>(
  name: string,
  blank: () => Values
): KeptForm<Values> {
  const values = shallowRef(kept(name, blank())) as ShallowRef<Values>
  watch(values, (now) => {
    const text = JSON.stringify(now)
    if (text === JSON.stringify(blank())) forgetText(name)
    else keepText(name, text)
  })
  return {
    values,
    clear: () => {
      forgetText(name)
      values.value = blank()
    }
  }
}

/** What was kept, where it is a form of the same fields: an earlier version may have had others. */
function kept<Values extends Readonly<Record<string, string>>>(name: string, blank: Values): Values {
  const text = unsavedText(name)
  if (text === undefined) return blank
  const found = JSON.parse(text) as Record<string, unknown>
  const known = Object.keys(blank).filter((key) => typeof found[key] === 'string')
  return { ...blank, ...Object.fromEntries(known.map((key) => [key, found[key]])) }
}
