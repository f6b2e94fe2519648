import type { Actor, Role } from '../account/role.js'
import { emptyRecord, type RegisterRecord } from '../register/register.js'
import type { FilingAction } from './actions.js'
import type { Command, PlannedConfirmation } from './command.js'
import {
  emptyAccess, emptyPerson, emptyService, emptySubject, type CancellationContent, type MigrationContent, type Person, type RegistrationContent, type Service,
} from './content.js'
import type { Confirmation, CorrectionRequest, Filing } from './filing.js'
import { isCancellation, type FilingKind } from './kind.js'
import { startingMigration } from '../register/starting-migration.js'
import type { FilingStatus } from './status.js'
import type { VerificationSheet } from '../verification/answers.js'

/** Synthetic data: IDs of people born before 1900, documentation addresses, reserved domains (icp-filing.md §12). */
export const at = '2026-11-23T02:00:00.000Z'
export const later = (ms: number): string => new Date(Date.parse(at) + ms).toISOString()
export const hours = 3_600_000

export const li: Person = {
  ...emptyPerson(), name: '李明', certificateType: '2', certificateNumber: '11010118900101001X', mobile: '13800000001',
  emergencyPhone: '13800000009', officePhone: '010-12345678', email: 'li@example.com', certificateValidTo: 'long-term',
}
export const wang: Person = { ...li, name: '王芳', certificateNumber: '110101189003070020', mobile: '13800000002', email: 'wang@example.com' }

export const service = (id: string, domain: string, providers: readonly string[], parts: Partial<Service> = {}): Service => ({
  ...emptyService(id), name: `示例网站${id}`, domain, homePage: `www.${domain}`, contents: ['8'], languages: ['1'], preApprovalAnswer: 'none',
  accesses: providers.map((providerId, n) => ({
    ...emptyAccess(`${id}-a${n + 1}`), providerId, providerName: `接入商${providerId}`, modes: ['5'], places: ['110000'],
    ipRanges: [{ from: `192.0.2.${n + 1}`, to: `192.0.2.${n + 1}` }],
  })),
  ...parts,
})

/** s1 sits with p1 and p2, s2 with p2 only and has its own person in charge. */
export const content: RegistrationContent = {
  form: 'registration',
  subject: {
    ...emptySubject(), nature: '4', name: '北京示例有限公司', certificateType: '1', certificateNumber: '91110101000000019Y',
    certificateAddress: '北京市东城区示例路1号', certificateValidTo: 'long-term', province: '110000', city: '110100', county: '110101',
    address: '示例路1号101室', person: li,
  },
  services: [
    service('s1', 'example.com', ['p1', 'p2']),
    service('s2', 'example.net', ['p2'], { personSource: 'own', person: wang }),
  ],
}

export const subjectNumber = '京ICP备2026000001号'
export const record: RegisterRecord = {
  ...emptyRecord,
  subject: {
    id: 'sub', number: subjectNumber, state: 'in-force', province: '110000', content: content.subject, approvedOn: '2026-01-05', cancelledOn: null,
    lastServiceIndex: 2,
  },
  services: content.services.map((one, n) => ({
    id: `r${n + 1}`, subjectId: 'sub', index: n + 1, number: `${subjectNumber}-${n + 1}`, type: one.type, content: one, state: 'in-force',
    approvedOn: '2026-01-05', cancelledOn: null,
  })),
  certificates: [{ id: 'c1', code: 'CODE', version: 1, state: 'current' }],
}

export const cancellation = (serviceNumbers: readonly string[] = []): CancellationContent =>
  ({ form: 'cancellation', subjectNumber, serviceNumbers: [...serviceNumbers], reason: '1', note: '' })

export const receivingNumber = '京ICP备2026000002号'
/** Another unit of the same province, with one website. */
export const receivingRecord: RegisterRecord = {
  ...emptyRecord,
  subject: {
    id: 'rec', number: receivingNumber, state: 'in-force', province: '110000', approvedOn: '2026-02-02', cancelledOn: null, lastServiceIndex: 4,
    content: { ...content.subject, name: '北京接收有限公司', certificateNumber: '91110101000000027T', person: wang },
  },
  services: [{
    id: 'q1', subjectId: 'rec', index: 4, number: `${receivingNumber}-4`, type: 'website', content: service('q1', 'example.org', ['p1']), state: 'in-force',
    approvedOn: '2026-02-02', cancelledOn: null,
  }],
}

/** The second website of `record` goes to `receivingRecord`. */
export const migration = (parts: Partial<MigrationContent> = {}): MigrationContent =>
  ({ ...startingMigration(record, [`${subjectNumber}-2`]), receivingNumber, domainHolder: 'receiver', ...parts })

const contentFor = (kind: FilingKind) =>
  kind === 'migrate-service' ? migration() : isCancellation(kind) ? cancellation(kind === 'cancel-subject' ? [] : [`${subjectNumber}-2`]) : content

export const request = (parts: Partial<CorrectionRequest> = {}): CorrectionRequest =>
  ({ id: 'q1', openedBy: 'owner', providerId: 'p2', fields: ['services.s2.name'], reason: '名称有误', state: 'open', ...parts })

export const waiting = (id: string, coversWhat: readonly string[], parts: Partial<Confirmation> = {}): Confirmation =>
  ({ id, covers: coversWhat, state: 'waiting', wrongTries: 0, resends: 0, expiresAt: later(24 * hours), ...parts })

/** A filing as it stands in `status`, named providers still waiting. */
export const filing = (status: FilingStatus, kind: FilingKind = 'new-subject', parts: Partial<Filing> = {}): Filing => ({
  id: 'f1', kind, status, version: 7, ownerAccountId: 'o1', province: '110000', content: contentFor(kind),
  passes: status === 'draft' ? [] : (kind === 'cancel-access' || kind === 'cancel-service' || kind === 'migrate-service' ? ['p2'] : ['p1', 'p2'])
    .map((providerId) => ({ providerId, state: 'waiting', at: null })),
  ...(kind === 'migrate-service' && status !== 'draft' ? { receivingAccountId: 'o1' } : {}),
  requests: [],
  confirmations: status === 'awaiting-confirmation' ? [waiting('k1', ['subject', 's1'])] : [],
  finishedAt: status === 'draft' ? null : at, statusSince: at, reviewSince: status === 'in-review' ? at : null,
  ...parts,
})

export const owner: Actor = { role: 'owner', accountId: 'o1' }
export const provider = (providerId: string): Actor => ({ role: 'provider', accountId: `staff-${providerId}`, providerId })
export const reviewer: Actor = { role: 'reviewer', accountId: 'g1', province: '110000' }
export const clock: Actor = { role: 'clock' }
export const person = (confirmationId = 'k1'): Actor => ({ role: 'responsible-person', confirmationId })

/** For each role, someone who stands in the right relation to `filing`. */
export const related: Readonly<Record<Role, Actor>> = {
  owner, provider: provider('p2'), reviewer, operator: { role: 'operator', accountId: 'x1' }, 'responsible-person': person(), clock,
  'security-administrator': { role: 'security-administrator', accountId: 'x2' }, 'audit-administrator': { role: 'audit-administrator', accountId: 'x3' },
}

/** The sheet of a provider that has nothing to look at. */
export const nothingToVerify: VerificationSheet = { asked: [], answers: [] }

export const planned: readonly PlannedConfirmation[] = [
  { id: 'k1', covers: ['subject', 's1'], name: '李明', mobile: '13800000001', lastSix: '01001X' },
  { id: 'k2', covers: ['s2'], name: '王芳', mobile: '13800000002', lastSix: '070020' },
]

export const renamed = (name: string): RegistrationContent =>
  ({ ...content, services: content.services.map((one) => (one.id === 's2' ? { ...one, name } : one)) })

/** For each action, a command that nothing but the filing itself can rule out. */
export const commandFor = (action: FilingAction, target: Filing): Command => {
  switch (action) {
    case 'finish': return { type: action, content: target.content, findings: [], record }
    case 'end-access': return { type: action, content: { ...cancellation([`${subjectNumber}-2`]), accessIds: ['s2-a1'] }, findings: [], record }
    case 'discard': case 'withdraw': case 'expire': return { type: action }
    case 'open-correction-request': return { type: action, requestId: 'q2', fields: ['services.s2.accesses.s2-a1.modes'], reason: '接入方式有误' }
    case 'decline-correction-request': return { type: action, requestId: 'q1', answer: '与证件一致' }
    case 'correct': return {
      type: action, requestId: 'q1', reason: '按证件修改',
      content: target.kind === 'new-access' ? { ...content, services: content.services.map((one) => (one.id !== 's2' ? one
        : { ...one, accesses: one.accesses.map((access) => ({ ...access, modes: ['1'] })) })) } : renamed('新名称'),
    }
    case 'end-with-record': return { type: action, numbers: [subjectNumber], ground: '京通管罚〔2026〕1号' }
    case 'agree': return { type: action, findings: [] }
    case 'decline': return { type: action, reason: '域名尚未过户' }
    case 'pass': return { type: action, findings: [], sheet: nothingToVerify, confirmations: planned }
    case 'refuse': return { type: action, reason: '材料不符' }
    case 'confirm': return { type: action, confirmationId: 'k1', answer: 'right' }
    case 'resend-code': return { type: action, confirmationId: 'k1' }
    case 'approve': return { type: action, findings: [] }
    case 'return': return { type: action, opinion: '请修改', findings: [{ path: '', reason: '与证件不符', suggestion: '按证件填写' }] }
  }
}
