import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readFacts } from '../../../src/main/intake/facts.ts'
import { clockLength, recordingFormat } from '../../../src/shared/domain/recording.ts'
import { bufferOriginal } from '../../specimen-dossier.ts'
import { amr, mp3, mp4, opus, wav, webm } from './recordings.ts'

/** A box inside says that it is four thousand million bytes long. */
function endless(file: Buffer): Buffer {
  const at = file.indexOf('stbl')
  return file.fill(0xff, at - 4, at)
}

/** As the index prints it. */
async function told(bytes: Buffer): Promise<string> {
  const { mediaType, seconds } = await readFacts(bufferOriginal(bytes))
  return `${recordingFormat(mediaType)} ${seconds === undefined ? '?' : clockLength(seconds)}`
}

it.each([
  ['MP3 3:12', mp3(192)],
  ['M4A 6:12', mp4('M4A ', 372)],
  ['MP4 1:02:09', mp4('isom', 3729)],
  ['3GP 0:41', mp4('3gp5', 41)],
  ['MOV 2:00', mp4('qt  ', 120)],
  ['WAV 0:03', wav(3)],
  ['AMR 2:05', amr(125)],
  ['Opus 4:59', opus(299)],
  ['WebM 0:59', webm(59)]
])('tells %s', async (wanted, bytes) => {
  expect(await told(bytes)).toBe(wanted)
})

it('tells how long the call of the sample dossier is', async () => {
  const folder = join(import.meta.dirname, '../../../resources/sample')
  const call = readdirSync(folder).find((name) => name.endsWith('.wav'))
  expect(await told(readFileSync(join(folder, call ?? '')))).toMatch(/^WAV 0:\d\d$/)
})

it.each([
  ['cut off', mp4('M4A ', 372).subarray(0, 3000)],
  ['that states a hundred years', mp4('M4A ', 100 * 366 * 24 * 3600)],
  ['whose lengths lead nowhere', endless(mp4('M4A ', 5))]
])('says nothing of a recording %s', async (_, bytes) => {
  expect(await told(bytes)).toMatch(/\?$/)
})

it('reads ranges of a long film and not the whole of it', async () => {
  const whole = mp4('isom', 60)
  const ftyp = whole.readUInt32BE(0)
  const sound = Buffer.alloc(40 * 1024 * 1024)
  sound.writeUInt32BE(sound.length, 0)
  sound.write('mdat', 4)
  let read = 0
  const original = bufferOriginal(Buffer.concat([whole.subarray(0, ftyp), sound, whole.subarray(ftyp)]))
  const counted = {
    ...original,
    read: async (position: number, length: number) => {
      const part = await original.read(position, length)
      read += part.length
      return part
    }
  }
  expect((await readFacts(counted)).seconds).toBe(60)
  expect(read).toBeLessThan(1024 * 1024)
})
