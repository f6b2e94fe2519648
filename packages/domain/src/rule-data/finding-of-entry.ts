import type { Bilingual } from '../bilingual.js'
import type { Finding } from '../finding.js'
import { isDay } from '../working-days/day.js'
import type { RuleEntry } from './entry.js'

/** Where it is written that changes of rule data are judged. */
export const source = 'design §4'

export const finding = (rule: string, path: string, text: Bilingual, fix: Bilingual): Finding => ({ rule, path, severity: 'block', source, text, fix })

export const noSource = (path: string, text: Bilingual = { zh: '尚未填写依据。', en: 'The source is missing.' }): Finding =>
  finding('D-06', path, text, { zh: '请写明文件名称、文号或网址。', en: 'Name the document, its number or its address.' })

/** One who changes rules hands in what can be used from a day on which it can still be told to those whom it binds. */
export const validityFindings = ({ from, to }: Pick<RuleEntry, 'from' | 'to'>, today: string): Finding[] => {
  if (!isDay(from)) return [finding('D-04', 'from', { zh: '尚未填写生效日期。', en: 'The day from which it applies is missing.' }, { zh: '请填写今天或以后的日期。', en: 'Enter today or a later day.' })]
  const findings: Finding[] = []
  if (from < today) findings.push(finding('D-04', 'from', { zh: '生效日期已过。', en: 'That day has passed.' }, { zh: '请填写今天或以后的日期。', en: 'Enter today or a later day.' }))
  if (to !== '' && (!isDay(to) || to < from)) findings.push(finding('D-05', 'to', { zh: '截止日期早于生效日期。', en: 'It would end before it begins.' }, { zh: '请更正，或留空表示长期有效。', en: 'Correct it, or leave it empty for no end.' }))
  return findings
}
