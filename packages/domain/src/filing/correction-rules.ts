import type { RuleDescription } from '../rules/rule.js'
import { changeOfProvince } from '../sources/change-of-province.js'

const source = 'icp-filing §4.2'

/** What a correction of a locked filing is held to, beside the rules of its content. */
export const correctionRules = {
  named: { id: 'K-01', severity: 'block', source, title: { zh: '只修改修改请求所列的字段', en: 'A correction changes what its request names' } },
  frozen: { id: 'K-02', severity: 'block', source: 'icp-filing §3 (HW; SPEC3 1046; N633)', title: { zh: '修改不触及不可变更的字段', en: 'A correction leaves fields alone that no filing changes' }, disputed: changeOfProvince },
  parts: { id: 'K-03', severity: 'block', source, title: { zh: '修改不增减网站和接入', en: 'A correction adds and removes nothing' } },
} as const satisfies Record<string, RuleDescription>
