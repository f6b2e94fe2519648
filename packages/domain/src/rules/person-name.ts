import { fault, type Fault } from './rule.js'

/** At least two letters, with the signs that names carry: `买买提·吐尔逊`, `Anne-Marie O’Neill`. */
export const isPersonName = (typed: string): boolean => /^[\p{L}\p{M}][\p{L}\p{M}·•.'’ -]+$/u.test(typed.trim())

export const personNameFault = (path: string): Fault => fault(path,
  { zh: '姓名只能包含文字、“·”、空格、“-”和“.”，且至少两个字。', en: 'A name holds letters, “·”, spaces, “-” and “.” only, and at least two of them.' },
  { zh: '请按证件上的姓名填写。', en: 'Write the name as it stands on the certificate.' })
