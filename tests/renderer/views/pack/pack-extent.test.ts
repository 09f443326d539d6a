import { expect, it } from 'vitest'
import { extentOfEstimate, extentOfRecord } from '../../../../src/renderer/views/pack/pack-extent.ts'
import { specimenPack } from '../../../specimen-dossier.ts'

it('is the one file of a pack that has one', () => {
  const record = specimenPack({ pages: 51, sizeBytes: 900, files: [] })
  expect(extentOfRecord(record)).toEqual({ pages: 51, firstPage: 1, sizeBytes: 900, fileBytes: [900] })
})

it('begins where the first of several files does, and knows each of them', () => {
  const file = { pages: 2, exhibits: [] }
  const files = [
    { ...file, firstPage: 40, sizeBytes: 500 },
    { ...file, firstPage: 42, sizeBytes: 700 }
  ]
  expect(extentOfEstimate({ pages: 4, sizeBytes: 1200, files, above: [], apart: [] })).toEqual({
    ...{ pages: 4, firstPage: 40, sizeBytes: 1200 },
    fileBytes: [500, 700]
  })
})
