import type { RuleChange } from '@icp/contract'
import { type CodeEntry, type DivisionEntry, type ParameterEntry, type RuleEntry, shanghaiDay } from '@icp/domain'
import type { TestAccount } from './accounts.js'
import type { TestApp } from './app.js'

/** An entry that may be published today: individuals of Zhejiang are twenty. */
export const sampleEntry = (api: TestApp, given: Partial<ParameterEntry> = {}): ParameterEntry => ({
  of: 'parameter', id: 'youngest-individual', province: '330000', value: 20, from: shanghaiDay(api.clock.now()), to: '', source: '浙通信〔2026〕1号', confirmed: true, others: [], ...given,
})

/** A code that may be published today: the language 英语 under another name. */
export const sampleCode = (api: TestApp, given: Partial<CodeEntry> = {}): CodeEntry => ({
  of: 'code', id: 'languages', code: '12', zh: '英文', en: 'English (any)', offered: true, from: shanghaiDay(api.clock.now()), to: '', source: '工信部公告2026年第9号', confirmed: true, ...given,
})

/** A county of Hangzhou that may be added today. */
export const sampleDivision = (api: TestApp, given: Partial<DivisionEntry> = {}): DivisionEntry => ({
  of: 'division', id: 'divisions', code: '330115', zh: '示例区', en: 'Shili', exists: true, successors: [], from: shanghaiDay(api.clock.now()), to: '', source: '国函〔2026〕1号', confirmed: true, ...given,
})

type Given = Partial<ParameterEntry> | CodeEntry | DivisionEntry

const entryOf = (api: TestApp, given: Given): RuleEntry => (given.of === 'code' || given.of === 'division' ? given : sampleEntry(api, given))

export const draftChange = async (api: TestApp, operator: TestAccount, given: Given = {}): Promise<RuleChange> => {
  const answer = await api.inject('draftRuleChange', { body: { entry: entryOf(api, given) } }, { as: operator })
  if (answer.status !== 201) throw new Error(answer.text)
  return answer.body
}

export const publishChange = async (api: TestApp, operator: TestAccount, given: Given = {}): Promise<RuleChange> => {
  const { id, version } = await draftChange(api, operator, given)
  const answer = await api.inject('publishRuleChange', { params: { id }, body: { version } }, { as: operator })
  if (answer.status !== 200) throw new Error(answer.text)
  return answer.body
}
