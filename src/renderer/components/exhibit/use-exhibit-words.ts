import { useI18n } from 'vue-i18n'
import type { Exhibit } from '../../../shared/domain/exhibit.ts'
import { shownName } from '../../../shared/domain/file-name.ts'
import { useFormats } from '../../composables/use-formats.ts'
import { dayOfInstant } from '../../formats/dates.ts'
import { fileKindOf, shortTypeOf } from './file-kind.ts'

export interface ExhibitWords {
  readonly title: (exhibit: Exhibit) => string
  /** `PDF`, `JPEG`, `Sound`. */
  readonly type: (mediaType: string) => string
  /** The day it was made; where that is not known, the day it was added, said as such. */
  readonly when: (exhibit: Exhibit) => string
  /** One line: when, type, pages. */
  readonly summary: (exhibit: Exhibit) => string
  readonly pages: (count: number) => string
}

/** The caption, or the file's name where none was given. */
export function titleOf({ caption, file }: Exhibit): string {
  return caption === '' ? shownName(file.originalName) : caption
}

/** How an exhibit is spoken of in lists, in the screen's language. */
export function useExhibitWords(): ExhibitWords {
  const { t, n } = useI18n()
  const formats = useFormats()

  const type = (mediaType: string) => shortTypeOf(mediaType) ?? t(`exhibit.kind.${fileKindOf(mediaType)}`)
  const pages = (count: number) => t('exhibit.pageCount', { count: n(count) }, count)
  const when = ({ madeOn, addedAt }: Exhibit) =>
    madeOn === null
      ? t('exhibit.addedOn', { date: formats.date(dayOfInstant(addedAt)) })
      : formats.date(madeOn.on)
  return {
    title: titleOf,
    type,
    when,
    pages,
    summary: (exhibit) =>
      [
        when(exhibit),
        type(exhibit.file.mediaType),
        ...(exhibit.file.pages === null || fileKindOf(exhibit.file.mediaType) === 'image'
          ? []
          : [pages(exhibit.file.pages)])
      ].join(' · ')
  }
}
