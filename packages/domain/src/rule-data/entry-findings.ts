import type { Bilingual } from '../bilingual.js'
import { categoryLevels } from '../code-tables/app-categories.js'
import { findCode } from '../code-tables/code-row.js'
import { findProvince } from '../code-tables/provinces.js'
import { longestCode } from '../filing/content.js'
import type { Finding } from '../finding.js'
import { isBlank, missing } from '../rules/faults.js'
import { codeTableOf, isCodeTableId } from './code-tables.js'
import type { CodeEntry, DivisionEntry, ParameterEntry, RuleEntry } from './entry.js'
import { longestWord, mostWords, type Parameter } from './parameter.js'
import { finding, noSource, source, validityFindings } from './finding-of-entry.js'
import { isParameterId, parameterOf } from './parameters.js'
import { yearFindings } from './year-findings.js'

const noSuch = (text: Bilingual): Finding => finding('D-01', 'id', text, { zh: '请从列表中选择。', en: 'Choose one from the list.' })

const expected = ({ shape }: Parameter): Bilingual => {
  switch (shape.type) {
    case 'number': return { zh: `请填写 ${shape.min}–${shape.max} 的整数。`, en: `Enter a whole number from ${shape.min} to ${shape.max}.` }
    case 'flag': return { zh: '请选择“是”或“否”。', en: 'Choose yes or no.' }
    case 'choice': return { zh: '请选择一项。', en: 'Choose one of the answers.' }
    case 'words': return {
      zh: `每行一个词，只含文字和数字，每词不超过 ${longestWord} 个字，不重复，最多 ${mostWords} 个。`,
      en: `One word to a line, of letters and digits, ${longestWord} characters at most, each once, no more than ${mostWords} of them.`,
    }
  }
}

const parameterFindings = (entry: ParameterEntry, today: string): Finding[] => {
  if (!isParameterId(entry.id)) return [noSuch({ zh: '没有这项参数。', en: 'There is no such parameter.' })]
  const parameter = parameterOf(entry.id)
  const findings: Finding[] = []
  if (entry.province !== '' && !findProvince(entry.province)) {
    findings.push(finding('D-02', 'province', { zh: '没有这个省份。', en: 'There is no such province.' }, { zh: '请从列表中选择省份。', en: 'Choose a province from the list.' }))
  }
  if (entry.value !== null && !parameter.value.safeParse(entry.value).success) {
    findings.push(finding('D-03', 'value', { zh: '这个值不能使用。', en: 'This value cannot be used.' }, expected(parameter)))
  }
  findings.push(...validityFindings(entry, today))
  if (isBlank(entry.source)) findings.push(noSource('source'))
  for (const [index, { value, source }] of entry.others.entries()) {
    if (!parameter.value.safeParse(value).success) findings.push(finding('D-03', `others.${index}.value`, { zh: '其他来源的值不能使用。', en: 'The value of another source cannot be used.' }, expected(parameter)))
    if (isBlank(source)) findings.push(noSource(`others.${index}.source`, { zh: `尚未填写第 ${index + 1} 个其他来源。`, en: `Other source ${index + 1} is not named.` }))
  }
  return findings
}

const codeFindings = (entry: CodeEntry, today: string): Finding[] => {
  if (!isCodeTableId(entry.id)) return [noSuch({ zh: '没有这张代码表。', en: 'There is no such code table.' })]
  const { rows, open, filed } = codeTableOf(entry.id)
  const findings: Finding[] = []
  if (isBlank(entry.code)) findings.push({ rule: 'D-07', severity: 'block', source, ...missing('code', '代码', 'code') })
  else if (!/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/.test(entry.code)) {
    findings.push(finding('D-07', 'code', { zh: '代码不能使用。', en: 'This code cannot be used.' }, { zh: '只含小写字母、数字和中间的连字符。', en: 'Use small letters, digits and hyphens between them.' }))
  } else if (filed && entry.code.length > longestCode) {
    findings.push(finding('D-07', 'code', { zh: '代码过长。', en: 'This code is too long.' }, { zh: `备案中的代码最多 ${longestCode} 个字符。`, en: `A code that filings hold has ${longestCode} characters at most.` }))
  } else if (!open && !findCode(rows, entry.code)) {
    findings.push(finding('D-07', 'code', { zh: '此表不能添加代码。', en: 'No code is added to this table.' }, { zh: '规则按其中每个代码的含义判断，添加须随系统升级。', en: 'Rules decide by what each of its codes means; another one comes with a release.' }))
  }
  for (const [path, name] of [['zh', { zh: '中文名称', en: 'Chinese name' }], ['en', { zh: '英文名称', en: 'English name' }]] as const) {
    if (isBlank(entry[path])) findings.push({ rule: 'D-08', severity: 'block', source, ...missing(path, name.zh, name.en) })
  }
  if (entry.id === 'appCategories' && !isBlank(entry.zh) && !isBlank(entry.en) && !categoryLevels(entry)) {
    findings.push(finding('D-08', 'zh', { zh: '类别名称须写明大类和类别。', en: 'The names give the heading and the category.' },
      { zh: '中英文都写成“大类 - 类别”，例如“生活服务 - 招聘”。', en: 'Write both as “heading – category”, such as “Everyday life – Recruiting”.' }))
  }
  findings.push(...validityFindings(entry, today))
  if (isBlank(entry.source)) findings.push(noSource('source'))
  return findings
}

/** The form of an entry about a division. What the table says of it, `@icp/domain/divisions` knows (`divisionEntryFindings`). */
const divisionFindings = (entry: DivisionEntry, today: string): Finding[] => {
  const findings: Finding[] = []
  if (isBlank(entry.code)) findings.push({ rule: 'D-07', severity: 'block', source, ...missing('code', '代码', 'code') })
  else if (!/^\d{6}$/.test(entry.code) || entry.code.endsWith('0000')) {
    findings.push(finding('D-07', 'code', { zh: '代码不能使用。', en: 'This code cannot be used.' }, { zh: '请填写城市或区县的六位数字代码。', en: 'Enter the six digits of a city or a county.' }))
  }
  if (isBlank(entry.zh)) findings.push({ rule: 'D-08', severity: 'block', source, ...missing('zh', '中文名称', 'Chinese name') })
  else if (!/^\p{Script=Han}+$/u.test(entry.zh)) findings.push(finding('D-08', 'zh', { zh: '名称只含汉字。', en: 'The name is of Chinese characters only.' }, { zh: '请填写全称，例如“临平区”。', en: 'Enter the whole name, such as 临平区.' }))
  if (isBlank(entry.en)) findings.push({ rule: 'D-08', severity: 'block', source, ...missing('en', '拼音名称', 'name in letters') })
  else if (!/^\p{Lu}[\p{L}\p{M}' -]*$/u.test(entry.en) || /\p{Script=Han}/u.test(entry.en)) {
    findings.push(finding('D-08', 'en', { zh: '拼音名称的形式不正确。', en: 'This is not a name in letters.' }, { zh: '以大写字母开头，不含“市”“区”等通名，例如 Linping。', en: 'Begin with a capital and leave out the kind of place, such as Linping.' }))
  }
  if (!entry.exists && entry.successors.length === 0) {
    findings.push(finding('D-09', 'successors', { zh: '尚未选择继任行政区。', en: 'No successor is chosen.' }, { zh: '请选择其区域划归哪里，填写人将据此改选。', en: 'Choose where its territory went, so that people know what to choose instead.' }))
  }
  findings.push(...validityFindings({ from: entry.from, to: '' }, today))
  if (entry.to !== '') findings.push(finding('D-05', 'to', { zh: '行政区划不设截止日期。', en: 'What stands of a division has no end of its own.' }, { zh: '请另行发布撤销或更名。', en: 'Publish its end or its next name as another change.' }))
  if (isBlank(entry.source)) findings.push(noSource('source'))
  return findings
}

/** What stands against publishing an entry. */
export const entryFindings = (entry: RuleEntry, today: string): Finding[] => {
  switch (entry.of) {
    case 'parameter': return parameterFindings(entry, today)
    case 'code': return codeFindings(entry, today)
    case 'division': return divisionFindings(entry, today)
    case 'year': return yearFindings(entry, today)
  }
}
