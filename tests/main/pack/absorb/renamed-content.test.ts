import { expect, it } from 'vitest'
import { renamedContent } from '../../../../src/main/pack/absorb/renamed-content.ts'

const renamed = (text: string) =>
  renamedContent(Buffer.from(text, 'latin1'), (name) => (name === 'JS' ? 'Named-JS' : null)).toString(
    'latin1'
  )

it.each([
  ['/JS Do', '/Named-JS Do'],
  ['q /J#53 12 Tf(/JS \\) /JS)Tj', 'q /Named-JS 12 Tf(/JS \\) /JS)Tj'],
  ['/JSX gs /Im/JS scn', '/JSX gs /Im/Named-JS scn'],
  ['% /JS\n/OC/JS BDC', '% /JS\n/OC/Named-JS BDC'],
  ['<2f4a53> Tj << /A /JS >> DP', '<2f4a53> Tj << /A /Named-JS >> DP'],
  ['BI /W 1 /CS /JS ID \x01 /JS(\x02 EI /JS Do', 'BI /W 1 /CS /Named-JS ID \x01 /JS(\x02 EI /Named-JS Do'],
  ['(never ends /JS', '(never ends /JS'],
  ['', '']
])('replaces names and nothing else in %s', (text, expected) => {
  expect(renamed(text)).toBe(expected)
})
