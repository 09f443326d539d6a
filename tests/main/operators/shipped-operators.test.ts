import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readLawRules } from '../../../src/main/law-rules.ts'
import { readShippedOperators } from '../../../src/main/operators/shipped-operators.ts'
import type { Fact, FactText } from '../../../src/shared/domain/fact.ts'
import { FACT_KEYS, type FactKey, type OperatorData } from '../../../src/shared/domain/operator-data.ts'

const RESOURCES = fileURLToPath(new URL('../../../resources', import.meta.url))
const operators = await readShippedOperators(RESOURCES)
const rules = await readLawRules(RESOURCES)

/** Names, numbers and addresses are the same for every reader; everything else is a sentence. */
const LINES: readonly FactKey[] = [
  'legalName',
  'fullName',
  'taxNumber',
  'registrationNumber',
  'registeredAddress',
  'claimsAddress'
]

function factsOf(operator: OperatorData): readonly { readonly where: string; readonly fact: Fact }[] {
  return [
    ...FACT_KEYS.flatMap((key) =>
      operator.facts[key].map((fact) => ({ where: `${operator.id} ${key}`, fact }))
    ),
    ...operator.channels.map((fact) => ({ where: `${operator.id} ${fact.id}`, fact }))
  ]
}

/** In words, not only in three fields: none is a copy of another, and each is in its own script. */
function expectThreeLanguages(text: FactText, where: string): void {
  if (typeof text === 'string') throw new Error(`${where} is in one language`)
  expect(text['zh-CN'], where).toMatch(/\p{Script=Han}/u)
  expect(text.ru, where).toMatch(/\p{Script=Cyrillic}/u)
  expect(text.en, where).toMatch(/[a-z]/)
  expect(text.en, where).not.toMatch(/\p{Script=Han}/u)
}

describe('shipped operators', () => {
  it('are four, in the order in which they are offered', () => {
    expect(operators.map(({ id }) => id)).toEqual(['mts', 'beeline', 'megafon', 't2'])
  })

  it('say of every fact where and when it was read and how sure it is', () => {
    for (const { where, fact } of operators.flatMap(factsOf)) {
      expect(fact.source, where).not.toBe('')
      expect(fact.readOn, where).toBe('2026-11-22')
      expect(fact.certainty, where).not.toBe('own')
    }
  })

  it('have every sentence in three languages', () => {
    for (const operator of operators) {
      for (const key of FACT_KEYS.filter((one) => !LINES.includes(one))) {
        for (const { value } of operator.facts[key]) expectThreeLanguages(value, `${operator.id} ${key}`)
      }
      for (const { note, id } of operator.channels) {
        if (note !== null) expectThreeLanguages(note, `${operator.id} ${id}`)
      }
    }
  })

  it('have a source in words in three languages, or a bare address of a page', () => {
    for (const { where, fact } of operators.flatMap(factsOf)) {
      if (typeof fact.source === 'string') expect(fact.source, where).toMatch(/^[a-z0-9.-]+\.[a-z]{2,}/)
      else expectThreeLanguages(fact.source, where)
    }
  })

  it('leave blank what was not found', () => {
    const blank = (id: string, key: FactKey) => operators.find((one) => one.id === id)?.facts[key]
    expect(operators.flatMap(({ facts }) => facts.claimsAddress)).toEqual([])
    expect(blank('t2', 'registrationNumber')).toEqual([])
    expect(blank('megafon', 'contractEnds')).toEqual([])
    expect(blank('beeline', 'remotely')).toEqual([])
    const abroad = operators.filter(({ channels }) => channels.some(({ kind }) => kind === 'from-abroad'))
    expect(abroad.map(({ id }) => id)).toEqual(['mts', 'beeline', 't2'])
    expect(operators.flatMap(({ channels }) => channels).filter(({ kind }) => kind === 'email')).toEqual([])
  })

  it('hold both numbers where the sources contradict each other', () => {
    const free = operators[0]?.channels.filter(({ kind }) => kind === 'free-number')
    expect(free?.map(({ value }) => value)).toEqual(['8 800 250 08 90', '8 800 333 08 90'])
    expect(free?.some(({ certainty }) => certainty === 'conflicting')).toBe(true)
  })

  it('take nothing from pages that invent', () => {
    const invented =
      /hm-ras|spar-kit|farmase|vitalifex|healmel|masterusporta|axandson|westfalling|zangi-style|tehnopoint|techno-spark|support@mts/
    expect(JSON.stringify({ operators, rules })).not.toMatch(invented)
  })

  it('set no waiting time of their own: none was found', () => {
    expect(operators.map(({ followUpDays }) => followUpDays)).toEqual([null, null, null, null])
  })
})

describe('rules of law', () => {
  it('give the terms that due dates are counted from', () => {
    const ruleOf = (id: string) => rules.find((rule) => rule.id === id)
    expect(ruleOf('claim-answer')).toMatchObject({
      days: 30,
      from: 'claim-registered',
      certainty: 'verified'
    })
    expect(ruleOf('claim-term')).toMatchObject({ months: 6, days: null, certainty: 'second-hand' })
  })

  it('are told in three languages, with article and source', () => {
    for (const { id, article, value, source, readOn } of rules) {
      expectThreeLanguages(value, id)
      expectThreeLanguages(article, id)
      expect(source, id).not.toBe('')
      expect(readOn, id).toBe('2026-11-22')
    }
  })
})
