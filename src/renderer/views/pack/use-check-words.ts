import { useI18n } from 'vue-i18n'
import type { RouteLocationRaw } from 'vue-router'
import type { Dossier } from '../../../shared/domain/dossier.ts'
import { formatExhibitNumber, type Exhibit } from '../../../shared/domain/exhibit.ts'
import { shownName } from '../../../shared/domain/file-name.ts'
import { useFormats } from '../../composables/use-formats.ts'
import { useStepWords } from '../../composables/use-step-words.ts'
import { codedCharacters } from '../../formats/coded-characters.ts'
import type { PackCheck } from './pack-checks.ts'

export interface CheckWords {
  readonly title: string
  readonly text: string
  /** Where it can be mended or looked at; null = nowhere else. */
  readonly to: RouteLocationRaw | null
}

/** More numbers than these are only counted. */
const MOST_NAMED = 6

function numbersOf(exhibits: readonly Exhibit[]): string {
  const named = exhibits.slice(0, MOST_NAMED).map(({ number }) => formatExhibitNumber(number))
  return [...named, ...(exhibits.length > MOST_NAMED ? ['…'] : [])].join(', ')
}

/** What is said of each thing to know before the pack is given away. */
export function useCheckWords(): (check: PackCheck, dossier: Dossier) => CheckWords {
  const { t, n } = useI18n()
  const formats = useFormats()
  const stepWords = useStepWords()

  function wordsOf(check: PackCheck, dossier: Dossier): CheckWords {
    const { id } = dossier
    switch (check.kind) {
      case 'lack':
        return {
          title: stepWords.lack(check.lack, dossier),
          text: t(`pack.why.${check.lack.code}`),
          to: { name: 'step', params: { id, step: check.step } }
        }
      case 'warning':
        return {
          title: stepWords.warning(check.warning, dossier),
          text: t('pack.warningAsIs'),
          to: { name: 'step', params: { id, step: check.step } }
        }
      case 'undated': {
        const { exhibits } = check
        const [first] = exhibits
        return {
          title: t('pack.undated', { count: n(exhibits.length) }, exhibits.length),
          text: t('pack.undatedText', { numbers: numbersOf(exhibits) }, exhibits.length),
          to: first === undefined ? null : { name: 'exhibit', params: { id, exhibitId: first.id } }
        }
      }
      case 'number-shown': {
        const { exhibits } = check
        const [first] = exhibits
        return {
          title: t('pack.numberShown', { numbers: numbersOf(exhibits) }),
          text: t('pack.numberShownText'),
          to: first === undefined ? null : { name: 'exhibit', params: { id, exhibitId: first.id } }
        }
      }
      case 'long':
        return {
          title: t('pack.long', { count: n(check.pages) }, check.pages),
          text: t('pack.longText'),
          to: null
        }
      case 'heavy':
        return {
          title: t('pack.heavy', { size: formats.size(check.sizeBytes) }),
          text: t('pack.heavyText'),
          to: null
        }
      case 'left-out':
        return {
          title: t('pack.leftOut', { count: n(check.count) }, check.count),
          text:
            check.proofs > 0
              ? t('pack.leftOutProofs', { count: n(check.proofs) }, check.proofs)
              : t('pack.leftOutText'),
          to: null
        }
      case 'finding': {
        const { finding } = check
        if (finding.code === 'missing-glyphs') {
          return {
            title: t('pack.glyphs', { characters: codedCharacters(finding.characters) }),
            text: t('failure.missing-glyphs'),
            to: null
          }
        }
        if (finding.code === 'checksum-not-written') {
          return { title: finding.fileName, text: t('failure.checksum-not-written'), to: null }
        }
        return {
          title: `${finding.number} ${shownName(finding.fileName)}`,
          text: t(`failure.${finding.code}`),
          to: { name: 'exhibit', params: { id, exhibitId: finding.exhibitId } }
        }
      }
    }
  }

  return wordsOf
}
