import type { IntakeProgress } from '../../shared/domain/intake.ts'

/** More notices than a screen shows would only cost the two processes time. */
const NOTICE_EVERY_MS = 80

type Notice = Omit<IntakeProgress, 'jobId'>

/** Counts what was read and tells it, not more often than a person can see. */
export interface Progress {
  found(total: { readonly files: number; readonly sizeBytes: number }): void
  begin(fileName: string): FileProgress
  /** The last notice, always told. */
  end(): void
}

interface FileProgress {
  read(bytes: number): void
  /** A file that ended early counts as read, so that the sum reaches its total. */
  end(sizeBytes: number): void
}

export function progressOf(tell: (notice: Notice) => void): Progress {
  let notice: Notice = { fileName: '', filesDone: 0, filesTotal: 0, bytesDone: 0, bytesTotal: 0 }
  let toldAt = -Infinity

  function change(changes: Partial<Notice>, always = false): void {
    notice = { ...notice, ...changes }
    const at = performance.now()
    if (!always && at - toldAt < NOTICE_EVERY_MS) return
    toldAt = at
    tell(notice)
  }

  return {
    found: ({ files, sizeBytes }) => change({ filesTotal: files, bytesTotal: sizeBytes }),
    begin(fileName) {
      let readBytes = 0
      change({ fileName })
      return {
        read(bytes) {
          readBytes += bytes
          change({ fileName, bytesDone: notice.bytesDone + bytes })
        },
        end: (sizeBytes) =>
          change({
            fileName,
            filesDone: notice.filesDone + 1,
            bytesDone: notice.bytesDone + Math.max(0, sizeBytes - readBytes)
          })
      }
    },
    end: () => change({}, true)
  }
}
