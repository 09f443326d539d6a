import { expect, it } from 'vitest'
import { messages as en } from '../../../../src/renderer/locales/en.ts'
import { SERVICE_KINDS } from '../../../../src/shared/domain/precaution.ts'
import { SERVICE_CATALOGUE, SERVICE_HINTS } from '../../../../src/shared/domain/service-catalogue.ts'

it('names every service once, in every kind', () => {
  const keys = SERVICE_CATALOGUE.map(({ key }) => key)
  expect(new Set(keys).size).toBe(keys.length)
  expect(new Set(SERVICE_CATALOGUE.map(({ kind }) => kind))).toEqual(new Set(SERVICE_KINDS))
})

it('has a name for every service and a sentence for every hint, and none besides', () => {
  expect(Object.keys(en.service.names).toSorted()).toEqual(SERVICE_CATALOGUE.map(({ key }) => key).toSorted())
  expect(Object.keys(en.service.hints).toSorted()).toEqual(Object.keys(SERVICE_HINTS).toSorted())
})
