import { describe, expect, it } from 'vitest'
import { addExhibits } from '../../../src/shared/domain/dossier-edit.ts'
import type { Dossier } from '../../../src/shared/domain/dossier.ts'
import { exhibitsSince, findSupplemented } from '../../../src/shared/domain/pack-supplement.ts'
import { bareDossier, fileFacts, specimenPack, withExhibits } from '../../specimen-dossier.ts'

const SENT_AT = '2026-11-21T10:00:00.000Z'
const LATER = '2026-11-22T10:00:00.000Z'
const file = (text: string) => ({
  bytes: Buffer.from(text),
  originalName: `${text}.pdf`,
  mediaType: 'application/pdf'
})

function withLate(dossier: Dossier, ...captions: readonly string[]): Dossier {
  const late = captions.map((caption) => ({
    ...{ id: `late-${caption}`, category: 'B' as const, caption, madeOn: null, proves: [] },
    file: fileFacts(file(caption))
  }))
  return addExhibits(dossier, late, LATER)
}

const packed = (id: string) => ({ id, number: 'B-1', sha256: '0'.repeat(64), firstPage: 5, lastPage: 5 })
const pack = specimenPack({ madeAt: SENT_AT, pages: 40, exhibits: [packed('exhibit-1')] })
const supplement = specimenPack({
  ...{ code: `${pack.code}-S1`, madeAt: '2026-11-22T11:00:00.000Z', pages: 6, firstPage: 41 },
  ...{ supplementTo: pack.code, exhibits: [packed('late-one')] }
})
const begun = withExhibits(bareDossier(), [
  { ...file('sent'), category: 'B', caption: 'sent' },
  { ...file('left out'), category: 'B', caption: 'left out' }
])
const dossier = { ...withLate(begun, 'one', 'two'), packs: [pack] }
const ids = (of: Dossier, code = pack.code, before?: string) =>
  exhibitsSince(of, code, before).map(({ id }) => id)

describe('a supplement to a pack', () => {
  it('has what was added after the pack, never what was left out of it', () => {
    expect(ids(dossier)).toEqual(['late-one', 'late-two'])
    expect(ids(dossier, 'CL-1999-0000-1')).toEqual([])
  })

  it('goes on where the pack ended, and the next one where that ended', () => {
    expect(findSupplemented(dossier, pack.code)).toMatchObject({ code: pack.code, pages: 40, lastPage: 40 })
    const sent = { ...dossier, packs: [pack, supplement] }
    expect(findSupplemented(sent, pack.code)?.lastPage).toBe(46)
    expect(findSupplemented(sent, supplement.code)).toMatchObject({ code: pack.code, lastPage: 46 })
    expect(ids(sent)).toEqual(['late-two'])
    expect(findSupplemented(sent, 'CL-1999-0000-1')).toBeNull()
  })

  it('is the same when it is made again as of its time', () => {
    const sent = { ...dossier, packs: [pack, supplement] }
    expect(ids(sent, pack.code, supplement.madeAt)).toEqual(['late-one', 'late-two'])
    expect(findSupplemented(sent, pack.code, supplement.madeAt)?.lastPage).toBe(40)
  })

  it('goes by the time alone where a pack’s exhibits were not noted', () => {
    expect(ids({ ...dossier, packs: [{ ...pack, exhibits: null }] })).toEqual(['late-one', 'late-two'])
  })
})
