import type { RuleChange } from '@icp/contract'
import { type RuleEntry, shanghaiDay } from '@icp/domain'
import type { TestAccount } from './accounts.js'
import type { TestApp } from './app.js'

/** An entry that may be published today: individuals of Zhejiang are twenty. */
export const sampleEntry = (api: TestApp, given: Partial<RuleEntry> = {}): RuleEntry => ({
  of: 'parameter', id: 'youngest-individual', province: '330000', value: 20, from: shanghaiDay(api.clock.now()), to: '', source: '浙通信〔2026〕1号', confirmed: true, others: [], ...given,
})

export const draftChange = async (api: TestApp, operator: TestAccount, given: Partial<RuleEntry> = {}): Promise<RuleChange> => {
  const answer = await api.inject('draftRuleChange', { body: { entry: sampleEntry(api, given) } }, { as: operator })
  if (answer.status !== 201) throw new Error(answer.text)
  return answer.body
}

export const publishChange = async (api: TestApp, operator: TestAccount, given: Partial<RuleEntry> = {}): Promise<RuleChange> => {
  const { id, version } = await draftChange(api, operator, given)
  const answer = await api.inject('publishRuleChange', { params: { id }, body: { version } }, { as: operator })
  if (answer.status !== 200) throw new Error(answer.text)
  return answer.body
}
