import fc from 'fast-check'
import { expect, it } from 'vitest'
import { exhibitPath, isPayloadPath, placeIn } from '../../../src/main/vault/bag-layout.ts'
import { parsePayloadManifest, parseTagManifest, tagFilesOf } from '../../../src/main/vault/bag-manifest.ts'
import { decodeDossier, encodeDossier } from '../../../src/main/vault/dossier-codec.ts'
import { newDossier, NOW, sha256Of, withFile } from './fixture.ts'

/** Names people and attackers give: any characters, halves of characters, paths, and what disks reserve. */
const names = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(
    'CON',
    '..',
    '.',
    '/',
    '%2e%2e%2f',
    'a%0Ab',
    '\ud800',
    'x\ud83d',
    ' . ',
    'NUL.txt',
    '\u202efdp.exe',
    'e\u0301',
    'a\u2028b',
    'a\u2029b'
  )
)

const named = (name: string) => withFile(newDossier(), sha256Of('x'), 1, name)

it('every name becomes a path that stays inside, is legal everywhere, and is listed as it is written', () => {
  fc.assert(
    fc.property(names, (name) => {
      const dossier = named(name)
      const path = exhibitPath(dossier.exhibits[0]!)
      expect(isPayloadPath(path)).toBe(true)
      expect(placeIn('/bag', path).startsWith('/bag/data/exhibits/B-1_')).toBe(true)
      expect(Buffer.byteLength(path.slice('data/exhibits/'.length))).toBeLessThanOrEqual(255)
      const manifest = parsePayloadManifest(
        tagFilesOf(dossier, NOW).get('manifest-sha256.txt') ?? Buffer.alloc(0)
      )
      expect(manifest?.get(path)).toBe(sha256Of('x'))
      expect(manifest?.size).toBe(2)
    }),
    { numRuns: 1000 }
  )
})

it('a dossier comes back from its file as it was, whatever was typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.constantFrom(0, 2), (text, indent) => {
      const dossier = { ...newDossier(), closing: { reason: null, note: text, plannedOn: null } }
      expect(decodeDossier(encodeDossier(dossier, indent))).toEqual(dossier)
    }),
    { numRuns: 300 }
  )
})

it('no bytes make the readers of foreign files fail otherwise than by saying no', () => {
  const lines = fc.array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.constant(`${'0'.repeat(64)}  data/dossier.json`)
    )
  )
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), lines, (bytes, text) => {
      for (const input of [bytes, Buffer.from(text.join('\n'))]) {
        expect(decodeDossier(input)).toBeNull()
        const manifest = parsePayloadManifest(input)
        for (const path of manifest?.keys() ?? []) expect(path).toMatch(/^data\//)
        parseTagManifest(input)
      }
    }),
    { numRuns: 1000 }
  )
})
