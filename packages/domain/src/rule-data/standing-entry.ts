import { codeTableOf, isCodeTableId } from './code-tables.js'
import { standingCodes } from './codes-in-force.js'
import type { CodeEntry, ParameterEntry, RuleData, RuleEntry, YearEntry } from './entry.js'
import { isParameterId } from './parameters.js'
import { standingOn } from './rules-in-force.js'
import { standingYear } from './years-in-force.js'

/** What applies on a day where an entry would apply: a province without a value of its own has the country's. Undefined where nothing stands yet. */
export const standingEntry = (data: RuleData, entry: ParameterEntry | CodeEntry | YearEntry, day: string): RuleEntry | undefined => {
  if (entry.of === 'parameter') return isParameterId(entry.id) ? (standingOn(data, entry.id, entry.province, day) ?? standingOn(data, entry.id, '', day))?.entry : undefined
  if (entry.of === 'year') return standingYear(data, entry.year, day)?.entry
  const { id } = entry
  const standing = isCodeTableId(id) ? standingCodes(data, id, day).find(({ row }) => row.id === entry.code) : undefined
  if (!standing || !isCodeTableId(id)) return undefined
  const { row: { zh, en, confirmed }, offered } = standing
  return standing.entry ?? { of: 'code', id, code: entry.code, zh, en, offered, from: '', to: '', source: codeTableOf(id).source, confirmed }
}
