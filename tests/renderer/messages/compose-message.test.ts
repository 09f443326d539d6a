import { describe, expect, it } from 'vitest'
import { i18n } from '../../../src/renderer/i18n.ts'
import { composeMessage, type Message } from '../../../src/renderer/messages/compose-message.ts'
import {
  MESSAGE_KINDS,
  messageKindsFor,
  type MessageKind
} from '../../../src/renderer/messages/message-kind.ts'
import type { Contact } from '../../../src/shared/domain/contact.ts'
import type { Dossier } from '../../../src/shared/domain/dossier.ts'
import { SCREEN_LANGUAGES, type ScreenLanguage } from '../../../src/shared/domain/settings.ts'
import { closed, fresh, request, TODAY } from '../../shared/domain/invented-dossier.ts'

const call: Contact = {
  ...request,
  at: { local: '2026-11-09T20:20', zone: 'Asia/Shanghai' },
  person: 'Ольга П. (ОБРАЗЕЦ)',
  reference: '1-48 203 951',
  said: 'ОБРАЗЕЦ разговора',
  promised: 'письменный ответ',
  promisedBy: '2026-11-20'
}
const dossier: Dossier = {
  ...closed,
  subscriber: { latin: 'LI Xue', cyrillic: 'Ли Сюэ', chinese: '李雪' },
  contract: { ...closed.contract, accountNumber: '000-1' },
  contactDetails: { email: 'li.xue@example.org', phone: '', address: '' },
  contacts: [call],
  confirmation: { ...closed.confirmation, receivedAt: null }
}

function messageIn(language: ScreenLanguage, kind: MessageKind, of: Dossier = dossier): Message {
  const { subject, body } = composeMessage(kind, {
    dossier: of,
    contact: call,
    language,
    today: TODAY,
    t: (key, named = {}, plural) =>
      i18n.global.t(key, named, plural === undefined ? { locale: language } : { locale: language, plural })
  })
  const plain = (text: string) => text.replaceAll('\u00a0', ' ')
  return { subject: plain(subject), body: plain(body) }
}

describe('a conversation put in writing', () => {
  it('in Russian', () => {
    expect(messageIn('ru', 'conversation')).toEqual({
      subject: '+7 999 000-12-34: наше общение 9 ноября 2026 года',
      body: `Здравствуйте.

9 ноября 2026 года в 20:20 (UTC+8; по Москве — 15:20) состоялся телефонный разговор по моему звонку (0000). Речь шла о следующем: номер +7 999 000-12-34, договор 000-4711.
С вашей стороны: Ольга П. (ОБРАЗЕЦ).
Номер обращения: 1-48 203 951.

Мною записано:
ОБРАЗЕЦ разговора

Вы обещали до 20 ноября 2026 года:
письменный ответ

Прошу письменно подтвердить, что это верно, или сообщить, что неверно.

Со мной можно связаться так: li.xue@example.org.

Ли Сюэ
Абонент номера +7 999 000-12-34`
    })
  })

  it('in English', () => {
    const { subject, body } = messageIn('en', 'conversation')
    expect(subject).toBe('+7 999 000-12-34: our contact of 9 November 2026')
    expect(body).toContain('at 20:20 (UTC+8; Moscow: 15:20) I called you (0000).')
    expect(body).toContain('You promised by 20 November 2026:\nписьменный ответ')
    expect(body).toMatch(/LI Xue\nSubscriber of the number/)
  })

  it('in Chinese', () => {
    const { subject, body } = messageIn('zh-CN', 'conversation')
    expect(subject).toBe('+7 999 000-12-34：2026年11月9日的联系')
    expect(body).toContain('2026年11月9日 20:20（UTC+8，莫斯科时间 15:20），我致电贵公司（0000）。')
    expect(body).toMatch(/李雪\n号码/)
  })
})

describe('asking again', () => {
  it('counts the days, with the right form of the word', () => {
    const ended = (effectiveOn: string): Dossier => ({
      ...dossier,
      agreement: { ...dossier.agreement, effectiveOn }
    })
    expect(messageIn('ru', 'confirmation', ended('2026-11-21')).body).toContain(
      'Прошёл 1 день, подтверждение'
    )
    expect(messageIn('ru', 'confirmation', ended('2026-10-31')).body).toContain(
      'Прошло 22 дня, подтверждение'
    )
    expect(messageIn('ru', 'confirmation', ended('2026-11-17')).body).toContain(
      'Прошло 5 дней, подтверждение'
    )
    expect(messageIn('en', 'confirmation', ended('2026-11-21')).body).toContain('1 day has passed, and')
    expect(messageIn('zh-CN', 'confirmation', ended('2026-10-31')).body).toContain('已过 22 天')
  })

  it('names the agreement and the account where they are known', () => {
    const { body } = messageIn('en', 'confirmation')
    expect(body).toContain('By the agreement P-1 the contract ended on 31 October 2026.')
    expect(body).toContain('3. that nothing is owed on the account 000-1')
  })
})

describe.each(SCREEN_LANGUAGES)('every message in %s', (language) => {
  it.each(MESSAGE_KINDS)('%s leaves no name unfilled and no paragraph empty', (kind) => {
    for (const of of [dossier, { ...fresh, agreement: dossier.agreement }]) {
      const { subject, body } = messageIn(language, kind, of)
      expect(`${subject}\n${body}`).not.toMatch(/\{\w+\}|message\.|undefined|null|\n{3}/)
    }
  })
})

describe('the messages offered', () => {
  it('are those the facts are enough for', () => {
    expect(messageKindsFor(fresh, null, TODAY)).toEqual(['certificate'])
    expect(messageKindsFor(dossier, call, TODAY)).toEqual([
      'conversation',
      'promise',
      'confirmation',
      'certificate'
    ])
    const applied = { ...fresh, agreement: { ...fresh.agreement, appliedOn: '2026-11-01' } }
    expect(messageKindsFor(applied, null, TODAY)).toEqual(['agreement', 'certificate'])
    expect(messageKindsFor(closed, request, TODAY)).toEqual(['conversation', 'certificate'])
  })
})
