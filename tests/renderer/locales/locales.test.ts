import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { i18n, russianForm } from '../../../src/renderer/i18n.ts'
import { messages as en } from '../../../src/renderer/locales/en.ts'
import { messages as ru } from '../../../src/renderer/locales/ru.ts'
import { messages as zh } from '../../../src/renderer/locales/zh-CN.ts'
import { INTAKE_FAILURES } from '../../../src/shared/domain/intake.ts'
import { SCREEN_LANGUAGES } from '../../../src/shared/domain/settings.ts'
import { STATEMENT_FAILURES } from '../../../src/shared/domain/statement.ts'
import { PACK_FAILURES, SLIP_REASONS } from '../../../src/shared/domain/pack-job.ts'

const SOURCE = fileURLToPath(new URL('../../../src', import.meta.url))

function flatten(tree: object, prefix = ''): readonly (readonly [string, string])[] {
  return Object.entries(tree).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? flatten(value, `${prefix}${key}.`)
      : [[`${prefix}${key}`, String(value)] as const]
  )
}

const texts = { en: flatten(en), ru: flatten(ru), 'zh-CN': flatten(zh) }
const keys = texts.en.map(([key]) => key)
const byKey = {
  en: new Map(texts.en),
  ru: new Map(texts.ru),
  'zh-CN': new Map(texts['zh-CN'])
}

/** Source files of every process, read once. */
const source = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(ts|vue)$/.test(path))
  .map((path) => readFileSync(join(SOURCE, path), 'utf8'))
  .join('\n')

describe('texts', () => {
  it('have the same keys in three languages', () => {
    expect(texts.ru.map(([key]) => key).toSorted()).toEqual(keys.toSorted())
    expect(texts['zh-CN'].map(([key]) => key).toSorted()).toEqual(keys.toSorted())
  })

  it('are nowhere empty and nowhere shout', () => {
    for (const [key, text] of Object.values(texts).flat()) {
      // What stands between two sentences is a space, and nothing in Chinese.
      if (!key.endsWith('.between')) expect(text.trim(), key).not.toBe('')
      expect(text, key).not.toMatch(/[!！]/u)
    }
  })

  it('are read by the one who fills them in: an @ or a brace would have to be quoted', () => {
    for (const locale of SCREEN_LANGUAGES) {
      i18n.global.locale.value = locale
      for (const key of keys) expect(() => i18n.global.t(key), `${locale} ${key}`).not.toThrow()
    }
  })

  it('name the same values in three languages', () => {
    const names = (text: string) =>
      [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]))].toSorted().join()
    for (const key of keys) {
      const expected = names(byKey.en.get(key) ?? '')
      expect(names(byKey.ru.get(key) ?? ''), `ru ${key}`).toBe(expected)
      expect(names(byKey['zh-CN'].get(key) ?? ''), `zh-CN ${key}`).toBe(expected)
    }
  })

  it('give Russian all three forms, or one that fits every number, wherever English has two', () => {
    for (const key of keys) {
      if (byKey.en.get(key)?.includes(' | ') !== true) continue
      expect([1, 3], key).toContain(byKey.ru.get(key)?.split(' | ').length)
    }
  })

  it('keep the house rules of each language', () => {
    for (const [key, text] of texts['zh-CN']) {
      expect(text, key).not.toMatch(/您/u)
      expect(text, key).not.toMatch(/[\u4e00-\u9fff][,;:?]/u)
    }
    for (const [key, text] of texts.ru) expect(text, key).not.toMatch(/(?<=[а-яё,] )Вы(?:\s|,)|еще|счет /u)
  })

  it('are all used somewhere', () => {
    // A key put together from parts, such as `step.state.${state}`, stands for every key of its form.
    const composed = [...source.matchAll(/`([a-z][\w.-]*(?:\$\{[^}]+\}[\w.-]*)+)`/g)].map(
      (match) => new RegExp(`^${(match[1] ?? '').replace(/\./g, '\\.').replace(/\$\{[^}]+\}/g, '[\\w-]+')}$`)
    )
    const unused = keys.filter(
      (key) => !source.includes(`'${key}'`) && !composed.some((form) => form.test(key))
    )
    expect(unused).toEqual([])
  })
})

describe('failures', () => {
  it('have a sentence for every code of intake and pack', () => {
    for (const code of [...STATEMENT_FAILURES, ...INTAKE_FAILURES, ...PACK_FAILURES, ...SLIP_REASONS]) {
      expect(keys).toContain(`failure.${code}`)
    }
  })

  it('have a sentence for every code written as a type', () => {
    // Unions of codes are types and leave nothing at run time: they are read where they stand.
    const requests = join(SOURCE, 'shared/bridge/requests')
    const contract = readdirSync(requests).map((name) => readFileSync(join(requests, name), 'utf8'))
    const domain = ['dossier-edit', 'money', 'file-name'].map((name) =>
      readFileSync(join(SOURCE, `shared/domain/${name}.ts`), 'utf8')
    )
    const unions = [...contract, ...domain]
      .join('\n')
      .matchAll(/export type \w*(?:Failure|Oddity) =[\s\S]*?(?=\n\n|\nexport|\n\/\*\*|\nfunction)/g)
    const codes = [...unions].flatMap(([union]) =>
      // `Failure['code']` names no code.
      [...union.replaceAll("['code']", '').matchAll(/'([a-z][a-z-]+)'/g)].map((match) => match[1])
    )
    expect(codes.length).toBeGreaterThan(15)
    for (const code of new Set(codes)) expect(keys, code).toContain(`failure.${code}`)
  })
})

describe('russianForm', () => {
  it.each([
    [1, 0],
    [2, 1],
    [4, 1],
    [5, 2],
    [0, 2],
    [11, 2],
    [12, 2],
    [21, 0],
    [22, 1],
    [111, 2],
    [1001, 0]
  ])('%i takes form %i', (count, form) => {
    expect(russianForm(count, 3)).toBe(form)
  })
})
