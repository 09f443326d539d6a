import { useI18n } from 'vue-i18n'
import { STEPS, type Step, type StepState } from '../../../shared/domain/step.ts'

/** What is said of a cell, kept for each language: a list says it a hundred times with every letter of a search. */
const said = new Map<string, string>()

/** The words of the seven cells, for somebody who does not see them. */
export function useCellWords(): (step: Step, state: StepState) => string {
  const { t, locale } = useI18n()
  return (step, state) => {
    const key = `${locale.value} ${step} ${state}`
    const known = said.get(key)
    if (known !== undefined) return known
    const text = t('step.cell', {
      n: STEPS.indexOf(step) + 1,
      all: STEPS.length,
      name: t(`step.name.${step}`),
      state: t(`step.state.${state}`)
    })
    said.set(key, text)
    return text
  }
}
