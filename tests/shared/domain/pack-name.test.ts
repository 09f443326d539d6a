import { describe, expect, it } from 'vitest'
import { exhibitFileName, packCode } from '../../../src/shared/domain/pack-name.ts'
import { bareDossier, specimenPack } from '../../specimen-dossier.ts'

const madeAt = '2026-11-22T12:00:00.000Z'
const fresh = { madeAt, supplementTo: null }
const first = specimenPack({ code: 'CL-2026-1234-1', madeAt, contents: 'ab'.repeat(32) })

describe('the code of a pack', () => {
  it('counts the packs of its dossier', () => {
    expect(packCode(bareDossier(), fresh)).toBe('CL-2026-1234-1')
    expect(packCode({ ...bareDossier(), packs: [first] }, fresh)).toBe('CL-2026-1234-2')
  })

  it('is never one that was given away, whatever the count says', () => {
    const packs = [specimenPack({ code: 'CL-2026-1234-2' })]
    expect(packCode({ ...bareDossier(), packs }, fresh)).toBe('CL-2026-1234-3')
  })

  it('is the same for the same things at the same time, however many packs came after', () => {
    const dossier = { ...bareDossier(), packs: [first, specimenPack({ code: 'CL-2026-1234-2' })] }
    expect(packCode(dossier, { ...fresh, contents: first.contents })).toBe('CL-2026-1234-1')
    expect(packCode(dossier, { ...fresh, contents: 'cd'.repeat(32) })).toBe('CL-2026-1234-3')
  })

  it('is its pack’s with a number of its own for a supplement, which does not count as a pack', () => {
    const supplement = specimenPack({ code: 'CL-2026-1234-1-S1', supplementTo: first.code })
    const dossier = { ...bareDossier(), packs: [first, supplement] }
    expect(packCode(dossier, { madeAt, supplementTo: first.code })).toBe('CL-2026-1234-1-S2')
    expect(packCode(dossier, fresh)).toBe('CL-2026-1234-2')
  })
})

describe('the file of an exhibit', () => {
  it.each([
    ['Чек об оплате', 'B-3 Чек об оплате.pdf'],
    ['', 'B-3.pdf'],
    // Cut where a word ends, without the comma before the next one.
    [
      'Сообщения оператора о закрытии номера, выгрузка из телефона',
      'B-3 Сообщения оператора о закрытии номера, выгрузка.pdf'
    ],
    ['Чек, '.repeat(20), `B-3 ${'Чек, '.repeat(9).slice(0, -2)}.pdf`],
    // Three bytes each: disks count those.
    ['销'.repeat(60), `B-3 ${'销'.repeat(37)}.pdf`]
  ])('%j is short enough to upload', (caption, name) => {
    expect(exhibitFileName('B-3', caption)).toBe(name)
    expect(Array.from(name).length).toBeLessThanOrEqual(60)
  })
})
