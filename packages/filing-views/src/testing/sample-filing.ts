import { FilingView } from '@icp/contract'
import {
  type Bilingual, type CancellationContent, dueOf, emptyAccess, emptyPerson, emptyService, emptySubject, type Filing, fieldLabel, type MigrationContent, type Person, type RegistrationContent,
} from '@icp/domain'

/** Ids of a made-up world, in the shape that the contract wants. */
export const ids = {
  filing: '11111111-1111-4111-8111-111111111111', next: '22222222-2222-4222-8222-222222222222', request: '33333333-3333-4333-8333-333333333333',
  correction: '44444444-4444-4444-8444-444444444444', provider: '55555555-5555-4555-8555-555555555555', other: '66666666-6666-4666-8666-666666666666',
  certificate: '77777777-7777-4777-8777-777777777777',
} as const

const li: Person = {
  ...emptyPerson(), name: '李明', certificateType: '2', certificateNumber: '110101189001010016', mobile: '13800000001', emergencyPhone: '13800000009',
  officePhone: '010-12345678', email: 'li@example.com', certificateValidFrom: '2020-01-01', certificateValidTo: 'long-term',
}

/** A registration that no rule stops; its one website is reachable through both providers. Synthetic throughout. */
export const sampleRegistration = (): RegistrationContent => ({
  form: 'registration',
  subject: {
    ...emptySubject(), nature: '4', name: '北京晨光有限公司', certificateType: '1', certificateNumber: '91110101000000019Y', certificateAddress: '北京市东城区示例路1号',
    certificateValidFrom: '2015-01-01', certificateValidTo: 'long-term', investor: '示例投资人', province: '110000', city: '110100', county: '110101',
    address: '示例路1号101室', person: li,
  },
  services: [{
    ...emptyService('s1'), name: '晨光书店', domain: 'chenguang.com', homePage: 'www.chenguang.com', contents: ['8'], languages: ['1'], preApprovalAnswer: 'none',
    accesses: [
      { ...emptyAccess('a1'), providerId: ids.provider, providerName: '云端网络', modes: ['5'], places: ['110000'], ipRanges: [{ from: '192.0.2.1', to: '192.0.2.1' }] },
      { ...emptyAccess('a2'), providerId: ids.other, providerName: '海蓝数据', modes: [], places: [], ipRanges: [] },
    ],
  }],
})

export const sampleCancellation = (serviceNumbers: readonly string[] = []): CancellationContent =>
  ({ form: 'cancellation', subjectNumber: '京ICP备2026000001号', serviceNumbers: [...serviceNumbers], reason: '1', note: '' })

/** The one website of the sample goes to another subject. */
export const sampleMigration = (): MigrationContent => ({
  form: 'migration', subjectNumber: '京ICP备2026000001号', serviceNumbers: ['京ICP备2026000001号-1'], receivingNumber: '京ICP备2026000002号', domainHolder: 'receiver', note: '', services: sampleRegistration().services,
})

/** Both sides of it as anybody can look them up. */
export const sampleSides = (): NonNullable<FilingView['migration']> => ({
  giving: { number: '京ICP备2026000001号', name: '北京晨光有限公司', nature: '4', services: [{ number: '京ICP备2026000001号-1', name: '晨光书店', domain: 'chenguang.com' }] },
  receiving: { number: '京ICP备2026000002号', name: '北京星河有限公司', nature: '4', services: [{ number: '京ICP备2026000002号-1', name: '星河之家', domain: 'xinghe.com' }] },
})

export const since = '2026-11-20T02:00:00.000Z'
const now = '2026-11-23T02:00:00.000Z'

const label = (path: string): Bilingual => fieldLabel(path, sampleRegistration())

/** An open correction request of the owner to the first provider. */
export const sampleRequest = (paths: readonly string[], parts: Partial<FilingView['requests'][number]> = {}): FilingView['requests'][number] => ({
  id: ids.request, openedBy: 'owner', provider: { id: ids.provider, name: '云端网络' }, fields: paths.map((path) => ({ path, label: label(path) })),
  reason: '公司更名', state: 'open', openedAt: since, answer: null, answeredAt: null, ...parts,
})

export const sampleReturn = (paths: readonly string[]): FilingView['decisions'][number] => ({
  at: '2026-11-21T02:00:00.000Z', round: 1, decision: 'return', by: '北京市通信管理局', opinion: '请按证件修改',
  findings: paths.map((path) => ({ path, label: label(path), reason: '与证件不一致', suggestion: '按证件填写' })),
})

/** A filing as the first provider sees it while it waits for its pass; parsed with the contract, so that a test cannot drift from it. */
export const sampleFiling = (parts: Partial<FilingView> = {}): FilingView => {
  const status = parts.status ?? 'with-providers'
  const due = dueOf({ status, statusSince: since, reviewSince: since, confirmations: [] } as unknown as Filing, now)
  return FilingView.parse({
    id: ids.filing, reference: 'BA20261120-000001', kind: 'new-subject', status, version: 3, subjectName: '北京晨光有限公司', province: '110000',
    services: [{ name: '晨光书店', domain: 'chenguang.com' }],
    providers: [{ id: ids.provider, name: '云端网络', state: 'waiting' }, { id: ids.other, name: '海蓝数据', state: 'passed' }],
    openRequests: 0, savedAt: since, finishedAt: since, statusSince: since, due, content: sampleRegistration(), comparedWith: 'nothing', differences: [], standing: [], revision: 1,
    revisions: [{ number: 1, at: since, cause: 'finish', digest: 'a'.repeat(64) }], findings: [], requests: [], corrections: [], confirmations: [], decisions: [],
    history: [{ at: since, action: 'finish', by: { role: 'owner', name: 'owner' }, status: 'with-providers', note: null }],
    actions: ['open-correction-request', 'pass', 'refuse'], correctable: ['subject.name', 'subject.province', 'subject.city', 'subject.county', 'services.s1.name'],
    refusedFrom: null, result: null, ...parts,
  })
}
