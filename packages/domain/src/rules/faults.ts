import type { DecidedBy } from '../rule-data/decided-by.js'
import { fault, type Fault } from './rule.js'

export const isBlank = (text: string): boolean => text.trim() === ''

/** What is missing says by itself what to do; a second sentence would only repeat it. */
const saidAlready = { zh: '', en: '' }

/** A field that is typed and was left empty. `zh` and `en` name the field. */
export const missing = (path: string, zh: string, en: string, decidedBy?: DecidedBy): Fault =>
  fault(path, { zh: `尚未填写${zh}。`, en: `The ${en} is missing.` }, saidAlready, decidedBy)

/** `missing` when `value` is blank. */
export const required = (value: string, path: string, zh: string, en: string): Fault | undefined =>
  isBlank(value) ? missing(path, zh, en) : undefined

/** A field that is chosen from a list and was left open. */
export const notChosen = (path: string, zh: string, en: string): Fault =>
  fault(path, { zh: `尚未选择${zh}。`, en: `No ${en} is chosen.` }, saidAlready)

/** `decidedBy`: what stands of the code in a table that is rule data. */
export const notInTable = (path: string, zh: string, en: string, decidedBy?: DecidedBy): Fault =>
  fault(path, {
    zh: `所选${zh}不在现行代码表中。`,
    en: `The chosen ${en} is not in the code table that applies now.`,
  }, { zh: `请从列表中重新选择${zh}。`, en: `Choose the ${en} from the list again.` }, decidedBy)
