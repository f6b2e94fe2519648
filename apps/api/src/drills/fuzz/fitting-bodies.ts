import type { OperationId } from '@icp/contract'
import { provinces } from '@icp/domain'
import type { TestApp } from '../../testing/app.js'
import { sampleEntry } from '../../testing/rule-changes.js'
import { sampleProvider } from '../../testing/staff.js'
import type { Random } from '../random.js'

/** `version`: of the object that the request is about, as last answered. */
type MakeBody = (given: { readonly api: TestApp; readonly random: Random; readonly version: number }) => Readonly<Record<string, unknown>>

const entry: MakeBody = ({ api, random }) => ({ entry: sampleEntry(api, { province: random.pick(provinces).code, value: 16 + random.int(5) }) })

/** Bodies of what chance alone does not get through, since their fields have to fit each other or to be nobody else's. Spoiled like any others. */
export const fittingBodies: Partial<Readonly<Record<OperationId, MakeBody>>> = {
  addProvider: () => sampleProvider(),
  changeProvider: ({ version }) => ({ version, ...sampleProvider() }),
  suspendProvider: ({ version }) => ({ version, reason: 'rectification' }),
  changeAdministration: ({ version }) => ({ version, phone: '010-12345678', address: '示例路1号', website: 'https://example.gov.cn' }),
  draftRuleChange: entry,
  editRuleChange: (given) => ({ version: given.version, ...entry(given) }),
  addToBlacklist: ({ random }) => ({
    kind: 'domain', certificateType: '', certificateNumber: '', domain: `heimingdan-${random.int(1_000_000)}.com`, reason: '依法列入', source: '京通管罚〔2026〕3号', validFrom: '2026-11-01', validUntil: '',
  }),
}
