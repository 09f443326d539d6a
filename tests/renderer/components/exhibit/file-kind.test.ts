import { expect, it } from 'vitest'
import { fileKindOf, shortTypeOf } from '../../../../src/renderer/components/exhibit/file-kind.ts'

it.each([
  ['application/pdf', 'pdf', 'PDF'],
  ['image/jpeg', 'image', 'JPEG'],
  ['image/svg+xml', 'image', null],
  ['audio/mpeg', 'audio', null],
  ['message/rfc822', 'email', null],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'document', null],
  ['application/octet-stream', 'other', null],
  ['', 'other', null]
])('calls %s a %s', (mediaType, kind, short) => {
  expect(fileKindOf(mediaType)).toBe(kind)
  expect(shortTypeOf(mediaType)).toBe(short)
})
