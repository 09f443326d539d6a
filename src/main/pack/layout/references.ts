import { formatExhibitNumber, type Exhibit } from '../../../shared/domain/exhibit.ts'
import type { Target } from './drawing.ts'
import { exhibitTarget, pageInText, type LayoutEnv } from './layout-env.ts'
import type { Span } from './rich-text.ts'

/** An exhibit's number as a link: bold, in the mark's colour, underlined. */
export function exhibitLink(exhibit: Exhibit): Span {
  return {
    text: formatExhibitNumber(exhibit.number),
    isBold: true,
    ink: 'mark',
    isUnderlined: true,
    target: exhibitTarget(exhibit.id)
  }
}

/** `B-3 с. 17`, both leading there. */
export function exhibitReference(env: LayoutEnv, exhibit: Exhibit): readonly Span[] {
  const target = exhibitTarget(exhibit.id)
  return [
    exhibitLink(exhibit),
    {
      text: `\u00a0${pageInText(env, exhibit)}`,
      size: 7.5,
      ink: 'mid',
      target
    }
  ]
}

export function pageLink(text: string, target: Target): Span {
  return { text, ink: 'mark', isUnderlined: true, target }
}

/** References one after the other, with the language's comma between them. */
export function exhibitReferences(env: LayoutEnv, exhibits: readonly Exhibit[]): readonly Span[] {
  return exhibits.flatMap((exhibit, index) => [
    ...(index === 0 ? [] : [{ text: env.language === 'zh-CN' ? '  ' : ', ' }]),
    ...exhibitReference(env, exhibit)
  ])
}
