import type { ServiceKind, ServiceUse } from './precaution.ts'

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

/** What holds for a whole kind, said once above it. */
export const GROUP_HINTS: Readonly<Partial<Record<ServiceKind, ServiceHint>>> = {
  bank: 'banks',
  mail: 'accounts',
  shop: 'accounts',
  'two-factor': 'twoFactor'
}

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
  service('bank', 'bank-main'),
  service('bank', 'bank-second'),
  service('bank', 'bank-home'),
  service('bank', 'sbp'),
  service('bank', 'alipay', 'alipay'),
  service('bank', 'wechat-pay'),
  service('bank', 'insurance'),
  service('bank', 'broker'),
  service('state', 'gosuslugi', 'gosuslugi'),
  service('state', 'nalog'),
  service('state', 'migration'),
  service('state', 'clinic'),
  service('state', 'university'),
  service('state', 'employer'),
  service('messenger', 'telegram', 'telegram'),
  service('messenger', 'whatsapp', 'whatsapp'),
  service('messenger', 'wechat', 'wechat'),
  service('messenger', 'max'),
  service('messenger', 'vk'),
  service('messenger', 'qq'),
  service('messenger', 'viber'),
  service('mail', 'google'),
  service('mail', 'apple'),
  service('mail', 'yandex'),
  service('mail', 'mail-ru'),
  service('mail', 'microsoft'),
  service('mail', 'qq-mail'),
  service('shop', 'ozon'),
  service('shop', 'wildberries'),
  service('shop', 'avito'),
  service('shop', 'taobao', 'shops'),
  service('shop', 'jd', 'shops'),
  service('shop', 'taxi'),
  service('shop', 'delivery'),
  service('shop', 'rail'),
  service('two-factor', 'authenticator'),
  service('two-factor', 'recovery'),
  service('two-factor', 'auto-payments'),
  service('two-factor', 'devices'),
  service('other', 'landlord'),
  service('other', 'door'),
  service('other', 'family')
]

/** What of the ready list nobody has looked at yet. */
export function undecidedServices(services: readonly ServiceUse[]): readonly CatalogueService[] {
  const decided = new Set(services.map(({ key }) => key))
  return SERVICE_CATALOGUE.filter(({ key }) => !decided.has(key))
}
