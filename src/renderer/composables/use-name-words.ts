import { useI18n } from 'vue-i18n'
import type { SubscriberNames } from '../../shared/domain/dossier.ts'
import { oddityOfName } from '../../shared/domain/name-oddity.ts'

export interface NameWords {
  /** Sentences about what looks wrong in a name; none where all is well. `null` = any script will do. */
  readonly doubts: (name: string, script: keyof SubscriberNames | null) => readonly string[]
}

export function useNameWords(): NameWords {
  const { t } = useI18n()
  return {
    doubts: (name, script) => {
      const oddity = oddityOfName(name, script)
      return oddity === null ? [] : [t(`account.name.${oddity}`)]
    }
  }
}
