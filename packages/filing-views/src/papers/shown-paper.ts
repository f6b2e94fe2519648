import type { AnswerOf, Paper } from '@icp/contract'
import type { Bilingual } from '@icp/domain'

/** A picture with what has to be known of it wherever it is looked at. */
export interface ShownPaper {
  readonly paper: Paper
  readonly about: string
  readonly title: Bilingual
  /** Its number among those of its place; null where it is the only one. */
  readonly nth: number | null
}

/** Every picture of a filing in the order in which it is shown: those without a place after the others, earlier ones last. */
export const shownPapers = ({ slots, strays, earlier }: AnswerOf<'listPapers'>): ShownPaper[] => [
  ...slots.flatMap(({ about, title, papers }) => papers.map((paper, index) => ({ paper, about, title, nth: papers.length > 1 ? index + 1 : null }))),
  ...[...strays, ...earlier].map(({ about, title, paper }) => ({ paper, about, title, nth: null })),
]
