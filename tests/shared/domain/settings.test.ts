import { describe, expect, it } from 'vitest'
import { chooseLanguage, ZOOM_PERCENTS, zoomBeside } from '../../../src/shared/domain/settings.ts'

describe('the size of the page', () => {
  it('goes through its steps and stops at both ends', () => {
    const up = [80]
    for (let press = 0; press < 10; press += 1) up.push(zoomBeside(up.at(-1) ?? 0, 'in'))
    expect([...new Set(up)]).toEqual([...ZOOM_PERCENTS])
    expect(up.at(-1)).toBe(200)
    expect(zoomBeside(80, 'out')).toBe(80)
    expect(zoomBeside(100, 'out')).toBe(90)
  })
})

describe('the language of the screen', () => {
  it('is the first of the preferred ones that is ours, else English', () => {
    expect(chooseLanguage(['de-DE', 'zh-Hans-HK', 'ru'])).toBe('zh-CN')
    expect(chooseLanguage(['RU'])).toBe('ru')
    expect(chooseLanguage(['fr'])).toBe('en')
  })
})
