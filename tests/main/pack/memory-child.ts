import { open, readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { makePack } from '../../../src/main/pack/make-pack.ts'
import { openFileOriginal } from '../../../src/main/file-original.ts'
import { isFault } from '../../../src/shared/domain/pack-job.ts'
import { done, failed } from '../../../src/shared/domain/result.ts'
import { bareDossier } from '../../specimen-dossier.ts'
import { addExhibits } from '../../../src/shared/domain/dossier-edit.ts'
import { createHash } from 'node:crypto'

/** Makes a pack of all files of a folder and prints the most memory it ever had, in kilobytes. */
const [folder = '', fontsFolder = '', targetPath = ''] = process.argv.slice(2)
const TYPES: Readonly<Record<string, string>> = { jpg: 'image/jpeg', pdf: 'application/pdf' }

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256')
  const handle = await open(path)
  for await (const chunk of handle.createReadStream()) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

const names = (await readdir(folder)).toSorted()
const paths = new Map<string, string>()
const arrived = []
for (const name of names) {
  const path = join(folder, name)
  const sha256 = await sha256Of(path)
  paths.set(sha256, path)
  arrived.push({
    id: name,
    category: 'G' as const,
    caption: name,
    madeOn: null,
    file: {
      sha256,
      sizeBytes: (await stat(path)).size,
      originalName: name,
      mediaType: TYPES[name.split('.').at(-1) ?? ''] ?? 'audio/mp4',
      pages: 1,
      pixels: null,
      fileModifiedAt: null
    },
    proves: []
  })
}
const made = await makePack(
  {
    dossier: addExhibits(bareDossier(), arrived, '2026-11-20T13:42:00.000Z'),
    exhibitIds: names,
    language: 'en',
    code: 'CL-2026-0007',
    madeAt: '2026-11-20T13:42:00.000Z',
    appVersion: '0.1.0',
    targetPath,
    replace: true,
    fontsFolder
  },
  {
    openOriginal: async (sha256) => {
      const original = await openFileOriginal(paths.get(sha256) ?? '')
      return original === null ? failed({ code: 'object-missing' }) : done(original)
    }
  }
)
if (!made.ok) throw new Error(made.code)
if (made.value.findings.some(isFault)) throw new Error('findings')
// Not `resourceUsage().maxRSS`: Linux lets a child inherit that figure from the process that started it.
const status = await readFile('/proc/self/status', 'utf8')
process.stdout.write(`${/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? ''}\n`)
