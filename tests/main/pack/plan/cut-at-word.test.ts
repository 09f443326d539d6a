import { describe, expect, it } from 'vitest'
import { cutAtWord } from '../../../../src/main/pack/plan/cut-at-word.ts'

describe('a caption cut for a bookmark', () => {
  it('stays as it is while it fits, on one line', () => {
    expect(cutAtWord(' Счёт\n за октябрь ', 15)).toBe('Счёт за октябрь')
  })

  it('ends with a whole word and an ellipsis', () => {
    expect(cutAtWord('Справка банка о платежах в пользу оператора', 30)).toBe('Справка банка о платежах в…')
    expect(cutAtWord('Letter to the operator, sent by post', 25)).toBe('Letter to the operator…')
  })

  it('cuts Chinese between words and never inside one character', () => {
    expect(cutAtWord('与客服的聊天记录以及电话录音', 9)).toBe('与客服的聊天记录…')
    expect(cutAtWord('👨‍👩‍👧‍👦'.repeat(10), 15)).toBe(`${'👨‍👩‍👧‍👦'.repeat(2)}…`)
  })

  it('cuts a word that alone is too long', () => {
    expect(cutAtWord('x'.repeat(200), 90)).toBe(`${'x'.repeat(90)}…`)
  })
})
