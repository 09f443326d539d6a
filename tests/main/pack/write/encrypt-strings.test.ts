import { expect, it } from 'vitest'
import { encryptStrings } from '../../../../src/main/pack/write/encrypt-strings.ts'

/** What the body looks like when each string is only turned about: short, and easy to read. */
function turned(body: string): { readonly body: string; readonly strings: readonly string[] } {
  const strings: string[] = []
  const done = encryptStrings(Buffer.from(body, 'latin1'), (plain) => {
    strings.push(plain.toString('latin1'))
    return Buffer.from([strings.length])
  })
  return { body: done.toString('latin1'), strings }
}

it.each([
  ['plain', '(abc)', 'abc'],
  ['with brackets inside', '(a(b)c)', 'a(b)c'],
  ['with escaped brackets', String.raw`(a\)\(\\)`, 'a)(\\'],
  ['with named escapes', String.raw`(\n\r\t\b\f)`, '\n\r\t\b\f'],
  ['with octal escapes', String.raw`(\101\7\0053)`, 'A\u0007\u00053'],
  ['with a needless escape', String.raw`(\q)`, 'q'],
  ['broken over lines', '(a\\\nb\\\r\nc\\\rd)', 'abcd'],
  ['with line ends of its own', '(a\r\nb\rc\nd)', 'a\nb\nc\nd'],
  ['empty', '()', ''],
  ['in hex', '<41 42\n43>', 'ABC'],
  ['in hex with an odd digit', '<4>', '@'],
  ['empty in hex', '<>', ''],
  ['that looks like a comment', '(100 % sure)', '100 % sure'],
  ['that looks like a dictionary', '(<< /A >>)', '<< /A >>']
])('takes a string %s for what it stands for', (_, written, plain) => {
  expect(turned(`<< /A ${written} /B 1 >>`)).toEqual({ body: '<< /A <01> /B 1 >>', strings: [plain] })
})

it('leaves everything else as it stands', () => {
  const body = '<</A/B#28/C[1 0 R -2.5 true null]/D<</E/F>>>> % a comment (with brackets) <and more>\n'
  expect(turned(body)).toEqual({ body, strings: [] })
})

it('finds every string, each once and in order', () => {
  expect(turned('[(a)(b)<63>/d(e)]')).toEqual({
    body: '[<01><02><03>/d<04>]',
    strings: ['a', 'b', 'c', 'e']
  })
})

it.each(['(abc', '<4142', '(a\\)'])('does not write a string without end: %s', (body) => {
  expect(() => turned(body)).toThrow('a string without end')
})
