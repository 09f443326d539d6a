import fc from 'fast-check'
import { expect, it } from 'vitest'
import { htmlText } from '../../../../src/main/pack/absorb/html-text.ts'

it('gives each block a line of its own, and paragraphs an empty one between them', () => {
  expect(htmlText('<div>one<div>two</div>three</div><p>four</p><p>five<br>six</p>')).toBe(
    'one\ntwo\nthree\n\nfour\n\nfive\nsix'
  )
})

it('keeps the cells of a row side by side', () => {
  expect(htmlText('<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>')).toBe(
    'a  b\n1  2'
  )
})

it('leaves out what is no text of the letter', () => {
  expect(
    htmlText(
      '<head><title>t</title></head><!-- c --><style>s</style><script>x</script>word<svg><text>v</text></svg>'
    )
  ).toBe('word')
})

it('reads entities, and takes broken markup for what it most likely means', () => {
  expect(htmlText('&laquo;a&raquo; &#1078; &amp;lt; <b>un<i>closed')).toBe('«a» ж &lt; unclosed')
})

it('keeps every word of any text between any tags', () => {
  const word = fc.stringMatching(/^[a-z]{1,8}$/)
  const tag = fc.constantFrom('p', 'div', 'b', 'td', 'li', 'span', 'h1', 'table')
  fc.assert(
    fc.property(fc.array(fc.tuple(tag, word), { maxLength: 30 }), (pairs) => {
      const html = pairs.map(([name, text]) => `<${name}> ${text} </${name}>`).join('')
      const words = htmlText(html)
        .replaceAll('•', ' ')
        .split(/\s+/)
        .filter((one) => one !== '')
      expect(words).toEqual(pairs.map(([, text]) => text))
    })
  )
})
