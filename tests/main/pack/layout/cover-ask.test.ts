import { describe, expect, it } from 'vitest'
import type { Contact } from '../../../../src/shared/domain/contact.ts'
import type { Dossier } from '../../../../src/shared/domain/dossier.ts'
import { promiseDueId } from '../../../../src/shared/domain/due-change.ts'
import { openAsk } from '../../../../src/main/pack/layout/cover-ask.ts'
import { PACK_PARTS, USUAL_PACK_SETTINGS } from '../../../../src/shared/domain/recipient-profile.ts'
import { filledDossier } from '../../../specimen-dossier.ts'
import { packOf } from '../pack-fixtures.ts'
import { pageTexts } from '../pack-reading.ts'

const CLAIM: Contact = {
  ...filledDossier().contacts[0]!,
  id: 'claim',
  at: { local: '2026-11-06T13:25', zone: 'Asia/Shanghai' },
  purpose: 'claim',
  said: 'SPECIMEN: прошу вернуть 550,00 ₽.',
  promisedBy: '2026-11-30'
}

function withContacts(...contacts: readonly Contact[]): Dossier {
  const dossier = filledDossier()
  return { ...dossier, contacts: [...contacts, ...dossier.contacts] }
}

describe('what the subscriber asks for', () => {
  it('is the last claim or refund that was asked for, as it was noted', () => {
    const later: Contact = { ...CLAIM, id: 'later', at: { local: '2026-11-06T09:00', zone: 'Europe/Moscow' } }
    expect(openAsk(withContacts(CLAIM))?.id).toBe('claim')
    expect(openAsk(withContacts(later, CLAIM))?.id).toBe('later')
    expect(openAsk(withContacts(CLAIM, { ...later, direction: 'in' }, { ...later, said: ' ' }))?.id).toBe(
      'claim'
    )
  })

  it('is nothing where nothing was claimed, or the answer was noted as given', () => {
    expect(openAsk(filledDossier())).toBeNull()
    const done = { id: promiseDueId('claim'), doneOn: '2026-11-20', on: null, laterUntil: null } as const
    expect(openAsk({ ...withContacts(CLAIM), dueChanges: [done] })).toBeNull()
  })

  it.each([
    ['ru', 'Просьба абонента к оператору. Обращение 06.11.2026: SPECIMEN'],
    ['zh-CN', '用户对运营商的请求。2026年11月6日的联系：SPECIMEN'],
    ['en', 'What the subscriber asks of the operator. Contact of 6 November 2026: SPECIMEN']
  ] as const)(
    'stands on the cover with its day, its term and its place in the log (%s)',
    async (language, words) => {
      const { path } = await packOf([], { language }, {}, withContacts(CLAIM))
      const [cover = ''] = await pageTexts(path)
      const flat = cover.replace(/[\s\u00a0]+/g, ' ')
      expect(flat).toContain(words)
      expect(flat).not.toContain('. ·')
      expect(flat).toMatch(/(30\.11\.2026|2026年11月30日|30 November 2026) · \D*\d+/)
    }
  )

  it('runs on in the second language by that one’s own rules', async () => {
    const job = { language: 'zh-CN', secondLanguage: 'ru' } as const
    const { path } = await packOf([], job, {}, withContacts(CLAIM))
    const flat = (await pageTexts(path))[0]?.replace(/[\s\u00a0]+/g, ' ') ?? ''
    expect(flat).toContain('用户对运营商的请求。2026年11月6日的联系：SPECIMEN')
    expect(flat).toContain('Просьба абонента к оператору. Обращение 06.11.2026')
  })

  it('is on no cover of a pack that leaves the contact log out', async () => {
    const settings = { ...USUAL_PACK_SETTINGS, parts: PACK_PARTS.filter((part) => part !== 'contacts') }
    const { path } = await packOf([], { language: 'ru', settings }, {}, withContacts(CLAIM))
    expect((await pageTexts(path))[0]).not.toContain('прошу вернуть')
  })
})
