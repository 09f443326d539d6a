import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nameOddities, safeFileName, shownName } from '../../../src/shared/domain/file-name.ts'

const bytes = (text: string) => new TextEncoder().encode(text).length

describe('safeFileName', () => {
  it.each([
    ['счёт 10-778.pdf', 'счёт 10-778.pdf'],
    ['../../etc/passwd', '_.._etc_passwd'],
    ['C:\\Windows\\system.ini', 'C__Windows_system.ini'],
    ['CON.pdf', '_CON.pdf'],
    ['com¹.txt', '_com¹.txt'],
    ['name. ', 'name'],
    ['..', 'file'],
    ['', 'file'],
    ['invoice\u202efdp.exe', 'invoicefdp.exe'],
    ['line\nbreak.txt', 'linebreak.txt'],
    ['-rf', '-rf']
  ])('makes %j into %j', (name, expected) => {
    expect(safeFileName(name)).toBe(expected)
  })

  it('cuts a long name to what every disk takes and keeps its extension', () => {
    const cut = safeFileName(`${'документ'.repeat(40)}.jpeg`)
    expect(bytes(cut)).toBeLessThanOrEqual(120)
    expect(cut.endsWith('.jpeg')).toBe(true)
  })

  it('is idempotent and legal on Windows, macOS and Linux for any name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
        const safe = safeFileName(name)
        expect(safeFileName(safe)).toBe(safe)
        expect(safe).not.toMatch(/[<>:"/\\|?*\u0000-\u001f]/)
        expect(safe).not.toMatch(/^\.|[. ]$/)
        expect(safe.length).toBeGreaterThan(0)
        expect(bytes(safe)).toBeLessThanOrEqual(120)
      }),
      { numRuns: 2000 }
    )
  })
})

it('makes hidden characters visible and says what is odd', () => {
  expect(shownName('invoice\u202efdp.exe')).toBe('invoice\ufffdfdp.exe')
  expect(nameOddities('a\nb')).toEqual(['hidden-characters'])
  expect(nameOddities('../x')).toEqual(['path-characters'])
  expect(nameOddities('x'.repeat(300))).toEqual(['very-long'])
  // A sticky or global pattern would answer differently the second time.
  expect(nameOddities('a\nb')).toEqual(['hidden-characters'])
  expect(nameOddities('счёт.pdf')).toEqual([])
})
