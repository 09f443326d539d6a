import electronLog from 'electron-log/node'

/** One file of at most 1 MiB. No names, texts or paths of the user's go in here: codes and our own errors only. */
electronLog.transports.file.maxSize = 1024 * 1024
electronLog.transports.console.level = 'warn'

export const log: { readonly error: (what: string, error?: unknown) => void } = {
  error: (what, error) =>
    electronLog.error(what, error instanceof Error ? (error.stack ?? error.message) : (error ?? ''))
}
