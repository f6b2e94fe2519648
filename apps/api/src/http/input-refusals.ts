import { type Bilingual, type Finding, Refusal } from '@icp/domain'
import type { z } from 'zod'

/** The request cannot be read: 400. `where` names a parameter or header of the contract, never its value. */
export class Unreadable extends Refusal {
  constructor(code: string, text: Bilingual) {
    super('invalid', code, text)
  }
}

export const unreadable = (code: string, where: string): Unreadable =>
  new Unreadable(code, { zh: `请求无法读取${where ? `：${where}` : ''}。`, en: `The request cannot be read${where ? `: ${where}` : ''}.` })

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
