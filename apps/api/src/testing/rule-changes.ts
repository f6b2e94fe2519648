import type { RuleChange } from '@icp/contract'
import { type CodeEntry, type DivisionEntry, type ParameterEntry, type RuleEntry, shanghaiDay, type YearEntry } from '@icp/domain'
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

/** The working days of 2027 that may be published today: made up, with the festivals on their lunar days. */
export const sampleYear = (api: TestApp, given: Partial<YearEntry> = {}): YearEntry => ({
  of: 'year', id: 'working-days', year: 2027, from: shanghaiDay(api.clock.now()), to: '', source: '国办发明电〔2026〕示例号', confirmed: true,
  periods: [
    { holiday: 'new-year', from: '2027-01-01', to: '2027-01-03' }, { holiday: 'spring-festival', from: '2027-02-05', to: '2027-02-11' }, { holiday: 'qingming', from: '2027-04-03', to: '2027-04-05' },
    { holiday: 'labour-day', from: '2027-05-01', to: '2027-05-05' }, { holiday: 'dragon-boat', from: '2027-06-09', to: '2027-06-09' }, { holiday: 'mid-autumn', from: '2027-09-15', to: '2027-09-15' },
    { holiday: 'national-day', from: '2027-10-01', to: '2027-10-07' },
  ],
  makeUpDays: ['2027-01-31', '2027-05-08', '2027-09-26', '2027-10-09'], ...given,
})

type Given = Partial<ParameterEntry> | CodeEntry | DivisionEntry | YearEntry

const entryOf = (api: TestApp, given: Given): RuleEntry => (given.of === 'code' || given.of === 'division' || given.of === 'year' ? given : sampleEntry(api, given))

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
