import { formatExhibitNumber, type Exhibit } from '../../../shared/domain/exhibit.ts'
import { datedText } from './dated-text.ts'
import { captionOf } from './index-pages.ts'
import type { LayoutEnv } from './layout-env.ts'

/** What is said in place of a picture: the exhibit's number, caption and date. */
export function pictureText(env: LayoutEnv, exhibit: Exhibit): string {
  const date = exhibit.madeOn === null ? env.words.index.undated : datedText(env, exhibit.madeOn)
  return [formatExhibitNumber(exhibit.number), captionOf(env, exhibit), date].join(' · ')
}
