import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openFileOriginal } from '../../../../src/main/file-original.ts'
import { readFacts } from '../../../../src/main/intake/facts.ts'
import type { Original } from '../../../../src/main/original.ts'
import { makePack } from '../../../../src/main/pack/make-pack.ts'
import type { FileFacts } from '../../../../src/shared/domain/exhibit.ts'
import { addExhibits } from '../../../../src/shared/domain/dossier-edit.ts'
import { done, failed } from '../../../../src/shared/domain/result.ts'
import { bareDossier, sha256Of, SPECIMEN_AT } from '../../../specimen-dossier.ts'

/**
 * Takes in and packs the files of a folder as the app does, in a process that may hang, crash or run out of memory.
 * Says on its output, a line of JSON each, which file it turns to: whoever watches can stop it and name the file.
 */
const [folder = '', targetPath = '', fontsFolder = ''] = process.argv.slice(2)
const names = JSON.parse(await readFile(join(folder, 'files.json'), 'utf8')) as readonly string[]

const say = (line: unknown) => process.stdout.write(`${JSON.stringify(line)}\n`)

async function open(name: string): Promise<Original> {
  const original = await openFileOriginal(join(folder, name))
  if (original === null) throw new Error(name)
  return original
}

async function factsOf(name: string): Promise<FileFacts> {
  const original = await open(name)
  try {
    const { mediaType, pages, pixels } = await readFacts(original)
    const sha256 = sha256Of(await original.read(0, original.sizeBytes))
    return {
      sha256,
      sizeBytes: original.sizeBytes,
      originalName: name,
      mediaType,
      pages,
      pixels,
      fileModifiedAt: null
    }
  } finally {
    await original.close()
  }
}

const files: FileFacts[] = []
for (const name of names) {
  say({ turn: name })
  files.push(await factsOf(name))
}
const nameOf = new Map(files.map(({ sha256, originalName }) => [sha256, originalName]))
const arrived = files.map((file) => ({
  id: file.originalName,
  category: 'G' as const,
  caption: file.originalName,
  madeOn: null,
  proves: [],
  file
}))
const made = await makePack(
  {
    dossier: addExhibits(bareDossier(), arrived, SPECIMEN_AT),
    exhibitIds: names,
    language: 'en',
    code: 'CL-2026-0007',
    madeAt: SPECIMEN_AT,
    appVersion: '0.1.0',
    targetPath,
    replace: false,
    fontsFolder
  },
  {
    openOriginal: async (sha256) => {
      const name = nameOf.get(sha256)
      if (name === undefined) return failed({ code: 'object-missing' })
      say({ turn: name })
      return done(await open(name))
    }
  }
)
say(made.ok ? { made: made.value } : { failed: made.code })
// Not `resourceUsage().maxRSS`: Linux lets a child inherit that figure from the process that started it.
const status = await readFile('/proc/self/status', 'utf8')
say({ peakKb: Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) })
