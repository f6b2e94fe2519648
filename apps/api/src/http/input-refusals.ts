import { type Bilingual, type Finding, Refusal } from '@icp/domain'
import type { z } from 'zod'
import { deepest } from './gate-limits.js'

/** The request cannot be read: 400. `where` names a parameter or header of the contract, never its value. */
export class Unreadable extends Refusal {
  constructor(code: string, text: Bilingual) {
    super('invalid', code, text)
  }
}

export const unreadable = (code: string, where: string): Unreadable =>
  new Unreadable(code, { zh: `请求无法读取${where ? `：${where}` : ''}。`, en: `The request cannot be read${where ? `: ${where}` : ''}.` })

export const tooDeep = (): Unreadable => new Unreadable('too-deep', {
  zh: `请求无法读取：内容嵌套最多 ${deepest} 层。`, en: `The request cannot be read: its content may be nested ${deepest} levels deep at most.`,
})

/** A body that is JSON but not of the contract's shape: 422 with one finding per field. */
export function invalidInput(error: z.ZodError): Refusal {
  return new Refusal('invalid', 'invalid', { zh: '填写的内容有误。', en: 'Some of what was entered is not valid.' }, { findings: findingsOf(error) })
}

export const findingsOf = (error: z.ZodError): Finding[] =>
  error.issues.map((issue) => ({ rule: `form-${issue.code.replaceAll('_', '-')}`, path: issue.path.join('.'), severity: 'block', source: '', ...wordsFor(issue) }))

const fix: Bilingual = { zh: '请修改后再提交。', en: 'Change it and send again.' }

function wordsFor(issue: z.core.$ZodIssue): { text: Bilingual; fix: Bilingual } {
  switch (issue.code) {
    case 'too_big':
      return { text: { zh: `超过上限 ${issue.maximum}。`, en: `Longer or larger than the limit of ${issue.maximum}.` }, fix }
    case 'too_small':
      return { text: { zh: '内容过短或过小。', en: 'Too short or too small.' }, fix }
    case 'invalid_type':
      return { text: { zh: '内容缺失或类型不符。', en: 'Missing, or of the wrong kind.' }, fix }
    case 'unrecognized_keys':
      return { text: { zh: '包含未知的字段。', en: 'Has fields that are not known.' }, fix }
    default:
      return { text: { zh: '格式不正确。', en: 'Not in the expected form.' }, fix }
  }
}

const storedFaults: Readonly<Record<string, Bilingual>> = {
  '22001': { zh: '内容过长，无法保存。', en: 'Too long to be stored.' },
  '22003': { zh: '数值超出范围。', en: 'The number is out of range.' },
  '22007': { zh: '日期或时间不存在。', en: 'There is no such date or time.' },
  '22008': { zh: '日期或时间超出范围。', en: 'The date or time is out of range.' },
  '22021': { zh: '含有无法保存的字符。', en: 'Holds characters that cannot be stored.' },
  '22P02': { zh: '格式不正确。', en: 'Not in the expected form.' },
  '22P05': { zh: '含有无法保存的字符。', en: 'Holds characters that cannot be stored.' },
  '54000': { zh: '内容过长，无法保存。', en: 'Too long to be stored.' },
}

/** What the database refused and no rule had named. It does not say which field it was, so the finding is the whole form's. */
export const storedFinding = (state: string): Finding =>
  ({ rule: `stored-${state.toLowerCase()}`, path: '', severity: 'block', source: '', text: storedFaults[state] ?? { zh: '内容无法保存。', en: 'This cannot be stored.' }, fix })
