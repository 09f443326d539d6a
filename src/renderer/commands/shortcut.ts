/** A key, or keys held together, as a value: tested against what is pressed and shown in lists. */
export interface Shortcut {
  /** Where the key lies (`KeyK`, `Digit1`, `Slash`, `F8`): a Russian or Chinese layout has the same keys with other signs. */
  readonly code: string
  /** Ctrl; on macOS also Command. */
  readonly mod?: true
  readonly shift?: true
  readonly alt?: true
  /** A sign that counts wherever it lies: `?` is another key in a Russian layout. */
  readonly sign?: string
}

/** What a keyboard event tells. */
export type KeyPress = Pick<KeyboardEvent, 'code' | 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

/** Whether exactly these keys are pressed. */
export function isPressed(shortcut: Shortcut, press: KeyPress): boolean {
  const hasMod = press.ctrlKey || press.metaKey
  if (hasMod !== (shortcut.mod ?? false) || press.altKey !== (shortcut.alt ?? false)) return false
  if (shortcut.sign !== undefined && press.key === shortcut.sign) return true
  return press.shiftKey === (shortcut.shift ?? false) && codeOf(press) === shortcut.code
}

/** A Latin letter counts by what it types, since German and French layouts move letters about; the rest by place. */
function codeOf({ code, key }: KeyPress): string {
  return /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : code
}

/** Whether the same press would put a sign into a field: such a shortcut holds only while nobody types. */
export function typesASign({ code, mod, alt }: Shortcut): boolean {
  return mod === undefined && alt === undefined && !/^F\d+$/.test(code)
}

const SIGNS: Readonly<Record<string, string>> = {
  Slash: '/',
  Comma: ',',
  Period: '.',
  ArrowUp: '↑',
  ArrowDown: '↓'
}

/** The keys as they are written on a keyboard, to be shown one beside the other. */
export function keysOf(shortcut: Shortcut, isMac: boolean): readonly string[] {
  const { code, mod, shift, alt, sign } = shortcut
  const key = sign ?? SIGNS[code] ?? code.replace(/^(?:Key|Digit)/, '')
  return [
    ...(mod === undefined ? [] : [isMac ? '⌘' : 'Ctrl']),
    ...(alt === undefined ? [] : [isMac ? '⌥' : 'Alt']),
    ...(shift === undefined || sign !== undefined ? [] : [isMac ? '⇧' : 'Shift']),
    key
  ]
}
