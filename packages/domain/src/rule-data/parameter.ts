import { z } from 'zod'
import type { Bilingual } from '../bilingual.js'

export interface Choice {
  readonly id: string
  readonly zh: string
  readonly en: string
}

/** What is counted: `个月`, `months`; `one` is the English word for one of them. */
export interface Unit extends Bilingual {
  readonly one: string
}

/** A number with its unit. */
export const counted = (count: number, { zh, en, one }: Unit): Bilingual => ({ zh: `${count} ${zh}`, en: `${count} ${count === 1 ? one : en}` })

/** What a value looks like, so that a form can be drawn for it and a page can show it. */
export type ParameterShape =
  | { readonly type: 'number'; readonly min: number; readonly max: number; readonly unit: Unit }
  | { readonly type: 'flag' }
  | { readonly type: 'choice'; readonly options: readonly Choice[] }
  /** A province adds its words to those of the whole country. */
  | { readonly type: 'words' }

export type ParameterValue = number | boolean | string | readonly string[]

/** A number, an answer or a list that rules decide by, and that may differ by province and change with the time. */
export interface Parameter<Value extends ParameterValue = ParameterValue> {
  readonly title: Bilingual
  /** What follows from it, in one sentence. */
  readonly about: Bilingual
  /** The rules that ask for it. */
  readonly rules: readonly string[]
  readonly shape: ParameterShape
  readonly value: z.ZodType<Value>
}

type Given = Pick<Parameter, 'title' | 'about' | 'rules'>

export const numberOf = (min: number, max: number, unit: Unit, given: Given): Parameter<number> =>
  ({ ...given, shape: { type: 'number', min, max, unit }, value: z.number().int().min(min).max(max) })

export const flag = (given: Given): Parameter<boolean> => ({ ...given, shape: { type: 'flag' }, value: z.boolean() })

export const choice = <const Id extends string>(options: readonly (Choice & { readonly id: Id })[], given: Given): Parameter<Id> => ({
  ...given, shape: { type: 'choice', options }, value: z.string().refine((id): id is Id => options.some((option) => option.id === id)),
})

export const longestWord = 20
export const mostWords = 200

/** Written as they are searched for: trimmed, without signs that only dress a text. */
export const wordList = (given: Given): Parameter<readonly string[]> => ({
  ...given, shape: { type: 'words' },
  value: z.array(z.string().regex(/^[\p{L}\p{N}]+(?: [\p{L}\p{N}]+)*$/u).max(longestWord)).max(mostWords).refine((words) => new Set(words).size === words.length),
})
