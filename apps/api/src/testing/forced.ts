import type { ForcedCancellation } from '@icp/contract'
import { CutOrdersLate } from '../forced/cut-orders-late.service.js'
import { actAs, house } from '../platform/acting.js'
import type { TestAccount } from './accounts.js'
import type { Answered, TestApp } from './app.js'
import type { FilingJourneys, Journey, ProviderWithStaff } from './filing-journey.js'

export const ground = '京通管罚〔2026〕12号；《非经营性互联网信息服务备案管理办法》第二十三条'

export interface OnRecord extends Journey {
  readonly subjectId: string
  readonly subjectNumber: string
  readonly serviceNumbers: readonly string[]
}

/** An owner with a record in force, and where it stands. */
export async function onRecord(api: TestApp, journeys: FilingJourneys, providers: readonly ProviderWithStaff[], content = journeys.content([...providers])): Promise<OnRecord> {
  const journey = await journeys.approved([...providers], content)
  const { id, number, services } = (await api.inject('listOwnRecords', {}, { as: journey.owner })).body.rows[0]!
  return { ...journey, subjectId: id, subjectNumber: number, serviceNumbers: services.map((service) => service.number) }
}

export const preview = (api: TestApp, { subjectId }: Pick<OnRecord, 'subjectId'>, number: string, as: TestAccount) => api.inject('previewForced', { params: { id: subjectId }, query: { number } }, { as })

/** As it is shown now. */
export async function orderOf(api: TestApp, record: Pick<OnRecord, 'subjectId'>, number: string, as: TestAccount, more: object = {}) {
  const { seen } = (await preview(api, record, number, as)).body
  return { ...orderSeen(number, seen), ...more }
}

export const orderSeen = (number: string, seen: string) => ({ number, seen, typedNumber: number, reason: 'false-data', ground, listSubject: false, listDomains: false })

export async function force(api: TestApp, record: OnRecord, number: string, more: object = {}, as = record.reviewer): Promise<Answered<ForcedCancellation>> {
  const body = await orderOf(api, record, number, as, more)
  return api.inject('cancelByForce', { params: { id: record.subjectId }, body }, { as })
}

/** What the clock does every hour. Answers how many orders were late. */
export const urgeCuts = (api: TestApp): Promise<number> => actAs(house('register', 'notices'), () => api.app.get(CutOrdersLate, { strict: false }).urge())
