import { describe, expect, it } from 'vitest'
import { rowAfterKey } from '../../../../src/renderer/components/home/row-after-key.ts'
import { createTypeahead } from '../../../../src/renderer/components/home/typeahead.ts'

const pressed = (key: string, timeStamp = 0) =>
  ({ key, timeStamp, ctrlKey: false, altKey: false, metaKey: false }) as KeyboardEvent

describe('rowAfterKey', () => {
  it.each([
    ['ArrowDown', 4, 5],
    ['ArrowUp', 4, 3],
    ['ArrowUp', 0, 0],
    ['ArrowDown', 99, 99],
    ['PageDown', 4, 12],
    ['PageUp', 4, 0],
    ['Home', 50, 0],
    ['End', 50, 99]
  ])('%s leads from row %i to row %i of a hundred', (key, at, to) => {
    expect(rowAfterKey(pressed(key), at, 100)).toBe(to)
  })

  it('leaves other keys, and keys with Ctrl, to others', () => {
    expect(rowAfterKey(pressed('Enter'), 4, 100)).toBeNull()
    expect(rowAfterKey({ ...pressed('Home'), ctrlKey: true }, 4, 100)).toBeNull()
  })
})

describe('typeahead', () => {
  const texts = () => [
    ['9160001427', 'LI Xue'],
    ['9990000001', 'WANG Yao'],
    ['9990000002', 'Семёнова']
  ]

  it('goes to the next row that begins so', () => {
    const type = createTypeahead()
    expect(type(pressed('w'), 0, texts)).toBe(1)
    expect(type(pressed('с', 2_000), 1, texts)).toBe(2)
  })

  it('takes letters that follow each other as one beginning', () => {
    const type = createTypeahead()
    expect(type(pressed('9', 0), 0, texts)).toBe(1)
    expect(type(pressed('1', 100), 1, texts)).toBe(0)
  })

  it('stays where nothing begins so, and ignores keys that type nothing', () => {
    const type = createTypeahead()
    expect(type(pressed('ж'), 0, texts)).toBeNull()
    expect(type(pressed('Shift'), 0, texts)).toBeNull()
  })
})
