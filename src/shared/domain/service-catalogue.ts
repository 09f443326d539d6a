import type { ServiceKind } from './precaution.ts'

/** How sure a hint is: read in a source, in an old one, in somebody's retelling, or known without a source. */
export type HintCertainty = 'read' | 'read-long-ago' | 'second-hand' | 'no-source'

/** What is known about how the number is changed there. Its text stands in the locale files under the same key. */
export const SERVICE_HINTS = {
  banks: 'read',
  gosuslugi: 'read',
  accounts: 'read',
  twoFactor: 'read',
  whatsapp: 'read-long-ago',
  wechat: 'second-hand',
  alipay: 'second-hand',
  shops: 'second-hand',
  telegram: 'no-source'
} as const satisfies Record<string, HintCertainty>
export type ServiceHint = keyof typeof SERVICE_HINTS

/** A service of the ready list; its name stands in the locale files under its key. */
export interface CatalogueService {
  readonly key: string
  readonly kind: ServiceKind
  readonly hint: ServiceHint | null
}

const service = (kind: ServiceKind, key: string, hint: ServiceHint | null = null): CatalogueService => ({
  key,
  kind,
  hint
})

/**
 * Services that often know a Russian number of somebody who also lives in Chinese apps, by kind. The list only
 * reminds: nothing is said about a service that nobody has read about.
 */
export const SERVICE_CATALOGUE: readonly CatalogueService[] = [
  service('bank', 'bank-main', 'banks'),
  service('bank', 'bank-second', 'banks'),
  service('bank', 'bank-home', 'banks'),
  service('bank', 'sbp'),
  service('bank', 'alipay', 'alipay'),
  service('bank', 'wechat-pay'),
  service('bank', 'insurance', 'accounts'),
  service('bank', 'broker'),
  service('state', 'gosuslugi', 'gosuslugi'),
  service('state', 'nalog', 'accounts'),
  service('state', 'migration'),
  service('state', 'clinic'),
  service('state', 'university'),
  service('state', 'employer'),
  service('messenger', 'telegram', 'telegram'),
  service('messenger', 'whatsapp', 'whatsapp'),
  service('messenger', 'wechat', 'wechat'),
  service('messenger', 'max'),
  service('messenger', 'vk', 'accounts'),
  service('messenger', 'qq'),
  service('messenger', 'viber'),
  service('mail', 'google', 'accounts'),
  service('mail', 'apple', 'accounts'),
  service('mail', 'yandex'),
  service('mail', 'mail-ru', 'accounts'),
  service('mail', 'microsoft', 'accounts'),
  service('mail', 'qq-mail', 'accounts'),
  service('shop', 'ozon', 'accounts'),
  service('shop', 'wildberries', 'accounts'),
  service('shop', 'avito', 'accounts'),
  service('shop', 'taobao', 'shops'),
  service('shop', 'jd', 'shops'),
  service('shop', 'taxi'),
  service('shop', 'delivery'),
  service('shop', 'rail'),
  service('two-factor', 'authenticator', 'twoFactor'),
  service('two-factor', 'recovery', 'twoFactor'),
  service('two-factor', 'auto-payments', 'accounts'),
  service('two-factor', 'devices'),
  service('other', 'landlord'),
  service('other', 'door'),
  service('other', 'family')
]
