/** Loaded with the first thing to say: most starts have nothing to say, and are that much quicker. */
async function openLog() {
  const { default: electronLog } = await import('electron-log/node')
  // One file of at most 1 MiB. No names, texts or paths of the user's go in here: codes and our own errors only.
  electronLog.transports.file.maxSize = 1024 * 1024
  electronLog.transports.console.level = 'warn'
  return electronLog
}

let opening: ReturnType<typeof openLog> | null = null

export const log: { readonly error: (what: string, error?: unknown) => Promise<void> } = {
  async error(what, error) {
    opening ??= openLog()
    const electronLog = await opening
    electronLog.error(what, error instanceof Error ? (error.stack ?? error.message) : (error ?? ''))
  }
}
