import type { CoreReason } from '../../../shared/domain/core-pack.ts'
import type { PackLanguage } from '../../../shared/domain/pack-record.ts'

/** Why an exhibit is in the core of a pack, under its title in the index. */
export const CORE_WORDS: Readonly<Record<PackLanguage, Readonly<Record<CoreReason, string>>>> = {
  ru: {
    agreement: 'соглашение о прекращении договора',
    confirmation: 'подтверждение отключения',
    return: 'возврат оборудования',
    'final-bill': 'последний счёт',
    'last-payment': 'последний платёж'
  },
  en: {
    agreement: 'agreement on ending the contract',
    confirmation: 'confirmation of closing',
    return: 'return of equipment',
    'final-bill': 'final bill',
    'last-payment': 'last payment'
  },
  'zh-CN': {
    agreement: '解约协议',
    confirmation: '销号确认',
    return: '设备归还',
    'final-bill': '最后一张账单',
    'last-payment': '最后一笔付款'
  }
}
