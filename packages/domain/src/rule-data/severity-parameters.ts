import type { Severity } from '../finding.js'
import { choice, type Parameter } from './parameter.js'

/** Rules of practice that provinces weigh differently. What law or interface demands everywhere is not among them. */
const weighed = [
  'S-13', 'S-15', 'S-16', 'S-28', 'S-30', 'P-07', 'P-13', 'P-15', 'W-05', 'W-07', 'W-08', 'W-09', 'W-16', 'W-26', 'W-27', 'W-51', 'T-07', 'T-23', 'X-09', 'X-51', 'X-52', 'A-09', 'F-06',
] as const
type Weighed = (typeof weighed)[number]

export type Weight = Severity | 'off'

const parameterFor = (rule: Weighed): Parameter<Weight> => choice<Weight>([
  { id: 'block', zh: '不能提交', en: 'stops the filing' }, { id: 'reviewer', zh: '提示审核人员', en: 'is shown to reviewers' },
  { id: 'warn', zh: '提醒', en: 'is advice' }, { id: 'off', zh: '不检查', en: 'is not checked' },
], {
  title: { zh: `规则 ${rule} 的严格程度`, en: `How strict ${rule} is` },
  about: { zh: `决定违反规则 ${rule} 的后果；没有数据时按规则目录。`, en: `What follows when ${rule} is broken; without data, what the catalogue says.` }, rules: [rule],
})

type SeverityParameters = { readonly [Rule in Weighed as `severity-of-${Rule}`]: Parameter<Weight> }

export const severityParameters = Object.fromEntries(weighed.map((rule) => [`severity-of-${rule}`, parameterFor(rule)])) as unknown as SeverityParameters

export const severityParameterOf = (rule: string): keyof SeverityParameters | undefined => {
  const id = `severity-of-${rule}`
  return Object.hasOwn(severityParameters, id) ? (id as keyof SeverityParameters) : undefined
}
