import type { Bilingual } from '../bilingual.js'

/** What a notice says that is made of its facts at once, and not of a template. */
export interface Said {
  readonly title: Bilingual
  readonly text: Bilingual
}
