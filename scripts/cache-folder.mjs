import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'

/** The user's folder for what can be fetched again. The XDG rules say to ignore a relative path. */
export function cacheFolder() {
  const { XDG_CACHE_HOME = '' } = process.env
  return join(isAbsolute(XDG_CACHE_HOME) ? XDG_CACHE_HOME : join(homedir(), '.cache'), 'closeout')
}
