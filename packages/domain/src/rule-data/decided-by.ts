import { z } from 'zod'
import { Bilingual } from '../bilingual.js'

/** A value of the rule data that a finding rests on: the least age that applies in a province, a code that is offered no more, a word that no name may hold. */
export const DecidedBy = z.object({
  /** Where it stands in the rule data: `parameter/youngest-individual`, `code/natures/7`, `division/divisions/440304`. */
  key: z.string(),
  title: Bilingual,
  value: Bilingual,
  /** Whose value it is; '' = of the whole country. */
  province: z.string(),
  /** The first day on which it applies; '' = since ever. */
  from: z.string(),
  /** The last one; '' = without end. */
  to: z.string(),
  source: z.string(),
  /** False for a value that was not read in a primary source. */
  confirmed: z.boolean(),
  /** Under which number it was published; 0 = as shipped with the system. */
  version: z.number().int().min(0),
})
export type DecidedBy = Readonly<z.infer<typeof DecidedBy>>
