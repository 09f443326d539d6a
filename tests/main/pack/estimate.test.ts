import { createCipheriv } from 'node:crypto'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { estimatePack } from '../../../src/main/pack/estimate-pack.ts'
import { USUAL_PACK_SETTINGS } from '../../../src/shared/domain/recipient-profile.ts'
import { originalsOf, type SpecimenExhibit } from '../../specimen-dossier.ts'
import { packOf, richExhibits, textPdf } from './pack-fixtures.ts'

/** How far an estimate may be from what is made. */
const MOST_OFF = 0.1

function noise(seed: number, length: number): Buffer {
  return createCipheriv('aes-128-ctr', Buffer.alloc(16, seed), Buffer.alloc(16)).update(Buffer.alloc(length))
}

async function photos(count: number): Promise<readonly SpecimenExhibit[]> {
  const raw = { width: 500, height: 400, channels: 3 } as const
  return Promise.all(
    Array.from({ length: count }, async (_, seed): Promise<SpecimenExhibit> => {
      const bytes = await sharp(noise(seed + 1, 600_000), { raw })
        .jpeg({ quality: 85 })
        .toBuffer()
      const originalName = `photo-${seed}.jpg`
      return { category: 'B', caption: `SPECIMEN ${seed}`, bytes, originalName, mediaType: 'image/jpeg' }
    })
  )
}

async function papers(): Promise<readonly SpecimenExhibit[]> {
  const long = await textPdf(Array.from({ length: 60 }, (_, page) => `SPECIMEN ${page}`))
  const facts = { category: 'C', caption: 'SPECIMEN', mediaType: 'application/pdf' } as const
  return [{ ...facts, bytes: long, originalName: 'long.pdf', pages: 60 }]
}

describe('an estimate', () => {
  const dossiers: readonly (readonly [string, () => Promise<readonly SpecimenExhibit[]>, boolean])[] = [
    ['photos', () => photos(4), true],
    ['text', papers, false],
    ['all kinds', async () => [...(await richExhibits()), ...(await photos(3))], true]
  ]
  for (const [name, exhibits, attachments] of dossiers) {
    it(`is near what is made of ${name}, ${attachments ? 'with' : 'without'} originals`, async () => {
      const files = await exhibits()
      const settings = {
        ...USUAL_PACK_SETTINGS,
        attachments,
        delivery: 'volumes',
        largestFileMb: 0.6
      } as const
      const pack = await packOf(files, { settings })
      const found = await estimatePack(pack.job, { openOriginal: originalsOf(files) })
      expect(found.files).toHaveLength(pack.files.length)
      expect(found.pages).toBe(pack.pages)
      for (const [index, { sizeBytes }] of pack.files.entries()) {
        expect(Math.abs((found.files[index]?.sizeBytes ?? 0) / sizeBytes - 1)).toBeLessThan(MOST_OFF)
      }
    }, 60_000)
  }
})
