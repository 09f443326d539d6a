import type { Dossier } from '../../shared/domain/dossier.ts'
import type { DueDate, DueKind } from '../../shared/domain/due-date.ts'
import { plainAmount } from '../../shared/domain/money.ts'
import type { Owed } from '../../shared/domain/ledger.ts'
import type { Obligation, ProofLevel } from '../../shared/domain/readiness.ts'
import type { ScreenLanguage } from '../../shared/domain/settings.ts'
import type { Step, StepState } from '../../shared/domain/step.ts'
import type { Lack, Waiting } from '../../shared/domain/step-review.ts'
import type { Warning } from '../../shared/domain/step-warnings.ts'
import { REVIEW_EN } from './review-words-en.ts'
import { REVIEW_RU } from './review-words-ru.ts'
import { REVIEW_ZH } from './review-words-zh.ts'

/** What the command line says about the state of a dossier; `{…}` is filled in. */
export interface ReviewWords {
  readonly step: Readonly<Record<Step, string>>
  readonly state: Readonly<Record<StepState, string>>
  readonly warning: Readonly<Record<Warning['code'], string>>
  readonly lack: Readonly<Record<Lack['code'], string>>
  readonly waiting: Readonly<Record<Waiting['code'], string>>
  readonly setByHand: string
  readonly obligation: Readonly<Record<Obligation, string>>
  readonly level: Readonly<Record<ProofLevel, string>>
  readonly due: Readonly<Record<Exclude<DueKind, 'reminder' | 'follow-up'>, string>> & {
    readonly 'follow-up': Readonly<Record<'agreement' | 'confirmation' | 'request', string>>
  }
  readonly overdue: string
  readonly readiness: string
  readonly dues: string
  readonly noDues: string
}

export const REVIEW_WORDS: Readonly<Record<ScreenLanguage, ReviewWords>> = {
  'zh-CN': REVIEW_ZH,
  ru: REVIEW_RU,
  en: REVIEW_EN
}

export function warningSentence(warning: Warning, dossier: Dossier, language: ScreenLanguage): string {
  return filled(REVIEW_WORDS[language].warning[warning.code], {
    date: 'on' in warning ? warning.on : 'earliest' in warning ? warning.earliest : '',
    neededOn: 'neededOn' in warning ? warning.neededOn : '',
    amount: 'owed' in warning ? amountOf(warning.owed) : '',
    device: 'deviceId' in warning ? deviceOf(warning.deviceId, dossier) : ''
  })
}

export function lackSentence(lack: Lack, dossier: Dossier, language: ScreenLanguage): string {
  const entryId = 'entryId' in lack ? lack.entryId : null
  return filled(REVIEW_WORDS[language].lack[lack.code], {
    date: dossier.payments.entries.find(({ id }) => id === entryId)?.on ?? '',
    amount: 'owed' in lack ? amountOf(lack.owed) : '',
    device: 'deviceId' in lack ? deviceOf(lack.deviceId, dossier) : ''
  })
}

export function waitingSentence(waiting: Waiting, language: ScreenLanguage): string {
  const date = waiting.code === 'answer' ? waiting.promisedBy : waiting.since
  return filled(REVIEW_WORDS[language].waiting[waiting.code], { date })
}

export function dueSentence({ source }: DueDate, dossier: Dossier, language: ScreenLanguage): string {
  const words = REVIEW_WORDS[language].due
  switch (source.kind) {
    case 'reminder':
      return dossier.reminders.find(({ id }) => id === source.reminderId)?.text ?? ''
    case 'follow-up':
      return words['follow-up'][source.about]
    case 'promise':
    case 'claim-answer': {
      const contact = dossier.contacts.find(({ id }) => id === source.contactId)
      return filled(words[source.kind], {
        reference: contact?.reference ?? '',
        promised: contact?.promised ?? ''
      })
    }
    case 'payment-proof':
      return filled(words[source.kind], { date: source.paidOn })
    case 'document-expiry':
    case 'attorney-expiry':
    case 'planned-closing':
    case 'notice':
    case 'term-end':
      return words[source.kind]
  }
}

/** A sentence with its values; what nothing is known about leaves no mark of its own. */
function filled(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '').replace(/[\s:：]+$/, '')
}

function amountOf({ amountMinor, currency }: Owed): string {
  return `${plainAmount(amountMinor, currency)} ${currency}`
}

function deviceOf(deviceId: string, { equipment }: Dossier): string {
  const device = equipment.devices.find(({ id }) => id === deviceId)
  return device === undefined ? '' : device.model || device.kind
}
