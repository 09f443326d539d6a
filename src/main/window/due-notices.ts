import { type BrowserWindow, Notification } from 'electron'

/** Those on the screen: one that is let go of can no longer be clicked. */
const shown = new Set<Notification>()

/** Shows a notification of the system, where it has any. A click brings the window and then tells who asked. */
export function showNotice(
  { title, body }: { readonly title: string; readonly body: string },
  window: () => BrowserWindow | null,
  onClick: () => void
): void {
  if (!Notification.isSupported()) return
  const notice = new Notification({ title, body, silent: true })
  shown.add(notice)
  notice.once('close', () => shown.delete(notice))
  notice.once('click', () => {
    shown.delete(notice)
    const opened = window()
    if (opened === null) return
    if (opened.isMinimized()) opened.restore()
    opened.show()
    opened.focus()
    onClick()
  })
  notice.show()
}
