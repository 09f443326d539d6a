import { parseArgs, type ParseArgsConfig } from 'node:util'
import { UsageError, type Terminal } from './terminal.ts'

type OptionTable = NonNullable<ParseArgsConfig['options']>
type WithLanguage<Options> = Options & { readonly 'screen-language': { readonly type: 'string' } }
type Parsed<Options extends OptionTable> = ReturnType<
  typeof parseArgs<{ options: WithLanguage<Options>; allowPositionals: true; strict: true }>
>

/** Reads options and words of one command; what does not belong there is named. */
export function readArguments<const Options extends OptionTable>(
  args: readonly string[],
  options: Options,
  { words }: Terminal
): Parsed<Options> {
  try {
    return parseArgs({
      args: [...args],
      options: { ...options, 'screen-language': { type: 'string' } },
      allowPositionals: true,
      strict: true
    })
  } catch (error) {
    const { code, message } = error as { readonly code?: string; readonly message: string }
    const option = /'(-[^ ']*)/.exec(message)?.[1] ?? ''
    if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') throw new UsageError(words.usage.unknownOption(option))
    if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') throw new UsageError(words.usage.needsValue(option))
    throw error
  }
}

/** The folder, and the words after it where a command takes any. */
export function readFolder(
  positionals: readonly string[],
  { words }: Terminal,
  more: 'no-more' | 'more' = 'no-more'
): { readonly folder: string; readonly rest: readonly string[] } {
  const [folder, ...rest] = positionals
  if (folder === undefined || folder === '') throw new UsageError(words.usage.missing('DIR'))
  if (more === 'no-more' && rest[0] !== undefined) throw new UsageError(words.usage.tooMany(rest[0]))
  return { folder, rest }
}

export function needed(value: string | undefined, name: string, { words }: Terminal): string {
  if (value === undefined || value === '') throw new UsageError(words.usage.missing(name))
  return value
}
