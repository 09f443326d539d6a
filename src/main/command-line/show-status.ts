import type { Dossier } from '../../shared/domain/dossier.ts'
import { dueDatesOf, type DueDate } from '../../shared/domain/due-date.ts'
import { isProven, reviewReadiness } from '../../shared/domain/readiness.ts'
import { reviewSteps, type StepReview } from '../../shared/domain/step-review.ts'
import { readLawRules } from '../law-rules.ts'
import { readArguments, readFolder } from './arguments.ts'
import { dueSentence, lackSentence, REVIEW_WORDS, waitingSentence, warningSentence } from './review-words.ts'
import { EXIT, type ExitCode, type Terminal } from './terminal.ts'
import { fail, withBag } from './with-bag.ts'

/** `closeout status DIR`: 1 where something needs attention or is overdue. */
export async function showStatus(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, { json: { type: 'boolean' } }, terminal)
  const { folder } = readFolder(positionals, terminal)
  const law = await readLawRules(terminal.resourcesFolder)
  return withBag(folder, terminal, async (bag) => {
    const read = await bag.read()
    if (!read.ok) return fail(terminal, folder, read.code)
    const dossier = read.value
    const today = terminal.now().slice(0, 10)
    const reviews = reviewSteps(dossier, today)
    const dues = dueDatesOf(dossier, { law }, today).filter(({ state }) => state === 'open')
    if (values.json === true) terminal.out(asJson(dossier, reviews, dues, today))
    else for (const line of asText(dossier, reviews, dues, today, terminal)) terminal.out(line)
    const isFine =
      reviews.every(({ state }) => state !== 'warning' && state !== 'overdue') &&
      dues.every(({ isOverdue }) => !isOverdue)
    return isFine ? EXIT.done : EXIT.failed
  })
}

function asJson(
  dossier: Dossier,
  reviews: readonly StepReview[],
  dues: readonly DueDate[],
  today: string
): string {
  return JSON.stringify({
    today,
    steps: reviews.map(({ step, state, lacks, warnings, waiting }) => ({
      step,
      state,
      lacks,
      warnings,
      waiting
    })),
    readiness: reviewReadiness(dossier, today).map(({ obligation, level }) => ({ obligation, level })),
    due: dues.map(({ id, on, isUndated, isOverdue }) => ({ id, on: isUndated ? null : on, isOverdue }))
  })
}

function asText(
  dossier: Dossier,
  reviews: readonly StepReview[],
  dues: readonly DueDate[],
  today: string,
  { language }: Terminal
): readonly string[] {
  const words = REVIEW_WORDS[language]
  const readiness = reviewReadiness(dossier, today)
  const proven = readiness.filter(isProven).length
  return [
    ...reviews.flatMap((review, index) => [
      `${index + 1} ${words.step[review.step]}: ${words.state[review.state]}`,
      ...reasonsOf(review, dossier, language).map((reason) => `    ${reason}`)
    ]),
    '',
    words.readiness.replace('{proven}', String(proven)).replace('{all}', String(readiness.length)),
    ...readiness.map(({ obligation, level }) => `    ${words.obligation[obligation]}: ${words.level[level]}`),
    '',
    dues.length === 0 ? words.noDues : words.dues,
    ...dues.map((due) => {
      const day = due.isUndated ? '          ' : due.on
      const mark = due.isOverdue ? ` (${words.overdue})` : ''
      return `    ${day}  ${dueSentence(due, dossier, language)}${mark}`
    })
  ]
}

function reasonsOf(
  { override, warnings, waiting, lacks }: StepReview,
  dossier: Dossier,
  language: Terminal['language']
): readonly string[] {
  if (override !== null) return [REVIEW_WORDS[language].setByHand.replace('{reason}', () => override.reason)]
  return [
    ...warnings.map((warning) => warningSentence(warning, dossier, language)),
    ...(waiting === null ? [] : [waitingSentence(waiting, language)]),
    ...lacks.map((lack) => lackSentence(lack, dossier, language))
  ]
}
