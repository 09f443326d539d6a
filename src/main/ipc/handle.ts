import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron'
import type { AnswerOf, NoticeName, Notices, RequestName, RequestOf } from '../../shared/bridge/contract.ts'
import { requestSchemas } from '../../shared/bridge/request-schemas.ts'
import { isAppPage } from '../window/origin.ts'

/** What a handler knows about the caller: where to send notices while it works. */
export interface Caller {
  readonly notify: <Name extends NoticeName>(name: Name, notice: Notices[Name]) => void
}

export type Handlers = {
  readonly [Name in RequestName]: (
    request: RequestOf<Name>,
    caller: Caller
  ) => AnswerOf<Name> | Promise<AnswerOf<Name>>
}

/**
 * The one door of the page into main: the sender is checked first, then the payload, then one service answers.
 *
 * @param handlers asked with every request; what comes while the services are still being opened waits for them
 */
export function handleAll(
  handlers: () => Promise<Handlers>,
  isOurs: (contents: WebContents) => boolean
): void {
  for (const name of Object.keys(requestSchemas) as RequestName[]) handleOne(name, handlers, isOurs)
}

function handleOne<Name extends RequestName>(
  name: Name,
  handlers: () => Promise<Handlers>,
  isOurs: (contents: WebContents) => boolean
): void {
  ipcMain.handle(name, async (event, payload: unknown) => {
    if (!isTrusted(event, isOurs)) throw new Error(`${name}: refused sender`)
    const request = requestSchemas[name].parse(payload)
    return (await handlers())[name](request, callerOf(event.sender))
  })
}

/** Only the main frame of our own window, showing our own page. A frame that is gone has no `senderFrame`. */
function isTrusted(event: IpcMainInvokeEvent, isOurs: (contents: WebContents) => boolean): boolean {
  const frame = event.senderFrame
  return frame !== null && frame === event.sender.mainFrame && isOurs(event.sender) && isAppPage(frame.url)
}

function callerOf(contents: WebContents): Caller {
  return {
    notify: (name, notice) => {
      if (!contents.isDestroyed()) contents.send(name, notice)
    }
  }
}
