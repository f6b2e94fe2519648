import type { Bilingual } from '../bilingual.js'
import { findProvince } from '../code-tables/provinces.js'
import type { Finding } from '../finding.js'
import { divisionsOn } from './division-table.js'
import { cityOf, isCityCode } from './divisions-in-force.js'
import type { DivisionEntry, RuleData } from './entry.js'

const finding = (rule: string, path: string, text: Bilingual, fix: Bilingual): Finding => ({ rule, path, severity: 'block', source: 'design §4', text, fix })

/** What the table of divisions says against an entry, on the day from which it would stand; the form of the entry is judged by `entryFindings`. */
export const divisionEntryFindings = (entry: DivisionEntry, data: RuleData): Finding[] => {
  const { code, exists, successors, from } = entry
  const table = divisionsOn(data, from)
  const parent = isCityCode(code) ? `${code.slice(0, 2)}0000` : cityOf(code)
  const above = table.standing(parent)
  const isKnown = isCityCode(code) ? findProvince(parent) !== undefined : above !== undefined && !(above.ended && exists)
  if (!isKnown) {
    return [finding('D-07', 'code', { zh: '没有这个代码的上级行政区。', en: 'There is no division that this code would lie in.' }, { zh: '前两位是省份，前四位是城市；新设城市的，请先发布该城市。', en: 'Its first two digits name the province, its first four the city; publish a new city first.' })]
  }
  if (exists) return []
  const findings: Finding[] = []
  if (!table.standing(code)) findings.push(finding('D-07', 'code', { zh: '代码表中没有这个行政区。', en: 'The table holds no such division.' }, { zh: '只能撤销代码表中的行政区。', en: 'Only a division of the table can end.' }))
  if (isCityCode(code) && table.under(code).some(({ ended }) => !ended)) {
    findings.push(finding('D-10', 'exists', { zh: '该城市在这一天仍有下辖区县。', en: 'On that day the city still has counties.' }, { zh: '请先发布其下辖区县自同一天起撤销。', en: 'First publish that its counties end from the same day.' }))
  }
  for (const [index, successor] of successors.entries()) {
    const path = `successors.${index}`
    const standing = table.standing(successor.code)
    const named = table.asSuccessor(code, successor.code)
    if (successor.code === code || !standing || standing.ended) {
      findings.push(finding('D-09', path, { zh: '这一天没有这个继任行政区。', en: 'On that day there is no such successor.' }, { zh: '请从列表中选择。', en: 'Choose one from the list.' }))
    } else if (named?.zh !== successor.zh || named.en !== successor.en) {
      findings.push(finding('D-09', path, { zh: '继任行政区的名称与代码表不同。', en: 'The successor is called otherwise in the table.' }, { zh: '请重新选择。', en: 'Choose it again.' }))
    }
  }
  return findings
}
