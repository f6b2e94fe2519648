import fc from 'fast-check'
import type { Actor, Role } from '../account/role.js'
import { FilingAction, filingActions } from '../filing/actions.js'
import { withFieldAt } from '../filing/changes.js'
import type { Command, PlannedConfirmation } from '../filing/command.js'
import type { CancellationContent, FilingContent, MigrationContent, RegistrationContent } from '../filing/content.js'
import type { Filing } from '../filing/filing.js'
import { content as sample, hours, provider, service } from '../filing/filing.fixture.js'
import type { FilingKind } from '../filing/kind.js'
import { confirmationsFor } from '../filing/parties.js'
import { mayRedraft, redraft } from '../filing/redraft.js'
import { isFinal, isLocked } from '../filing/status.js'
import type { HeldRecord } from '../register/invariants.js'
import { emptyRecord, servicesInForce } from '../register/register.js'
import { startingContent } from '../register/starting-content.js'
import { startingMigration } from '../register/starting-migration.js'
import { act, create, force, recordOf, save, type Moved, type Parts, type World } from './world.fixture.js'

/** What somebody tries. The numbers pick among whatever there is, so that an attempt means something in every world. */
export interface Attempt {
  readonly what: number
  readonly which: number
  readonly n: number
  readonly pause: number
}

/** Mostly at once; now and then a confirmation expires, or a year ends. */
const pauses = [...Array.from({ length: 24 }, () => 1), 60_000, hours, hours, hours, 5 * hours, 30 * hours, 30 * hours, 40 * 24 * hours]

export const attempts = (most: number) => fc.array(
  fc.tuple(fc.nat(1023), fc.nat(255), fc.nat(1023), fc.nat(pauses.length - 1)).map(([what, which, n, pause]): Attempt => ({ what, which, n, pause })),
  { minLength: Math.floor(most / 3), maxLength: most, size: 'max' },
)

/** Two owners, each with a subject of its own in the same province. */
const owners: readonly { readonly actor: Actor; readonly subject: RegistrationContent['subject'] }[] = [
  { actor: { role: 'owner', accountId: 'o1' }, subject: sample.subject },
  { actor: { role: 'owner', accountId: 'o2' }, subject: { ...sample.subject, name: '杭州示例有限公司', certificateNumber: '91330106000000027P' } },
]

const strangers: readonly Actor[] = [
  { role: 'owner', accountId: 'o1' }, { role: 'owner', accountId: 'o2' }, { role: 'owner', accountId: 'o9' }, provider('p1'), provider('p2'), provider('p3'), provider('p9'),
  { role: 'reviewer', accountId: 'g1', province: '110000' }, { role: 'reviewer', accountId: 'g2', province: '330000' }, { role: 'clock' },
  { role: 'operator', accountId: 'x' }, { role: 'security-administrator', accountId: 'y' }, { role: 'audit-administrator', accountId: 'z' },
]

const pick = <Item>(items: readonly Item[], n: number): Item | undefined => items[n % Math.max(1, items.length)]

const actorFor = (role: Role, filing: Filing, type: FilingAction, n: number): Actor => {
  switch (role) {
    case 'owner': return { role, accountId: (type === 'agree' || type === 'decline' ? filing.receivingAccountId : null) ?? filing.ownerAccountId }
    case 'provider': return provider(type === 'end-access' && n % 8 ? filing.applicantProviderId ?? 'p1' : pick(filing.passes.filter(({ state }) => n % 3 === 0 || state === 'waiting'), n)?.providerId ?? 'p1')
    case 'responsible-person': return { role, confirmationId: pick(filing.confirmations, n)?.id ?? 'none' }
    case 'reviewer': return { role, accountId: 'g1', province: filing.province }
    default: return { role: 'clock' }
  }
}

/** Few domains for both owners, so that they meet. */
const domains = ['example.com', 'example.net', 'example.org', 'example.cn', 'example.com.cn']
const newService = (n: number, id: string) => service(id, domains[n % domains.length] ?? '', [`p${(n % 3) + 1}`, ...(n % 4 === 0 ? [`p${((n + 1) % 3) + 1}`] : [])])

const cancelling = (kind: FilingKind, record: HeldRecord, n: number): CancellationContent => {
  const chosen = pick(servicesInForce(record), n)
  return {
    form: 'cancellation', subjectNumber: record.subject.number, serviceNumbers: kind === 'cancel-subject' || !chosen ? [] : [chosen.number], reason: '1', note: '',
    ...(kind === 'cancel-access' ? { accessIds: [pick(chosen?.content.accesses ?? [], n)?.id ?? 'none'] } : {}),
  }
}

const onRecord = (kind: 'new-service' | 'new-access' | 'change', record: HeldRecord, n: number): RegistrationContent => {
  const begun = startingContent(kind, record, [pick(servicesInForce(record), n)?.number ?? ''])
  if (kind === 'new-service') return { ...begun, services: [newService(n, `n${n}`), ...(n % 5 === 0 ? [newService(n + 1, `n${n}b`)] : [])] }
  if (kind === 'new-access') return { ...begun, services: begun.services.map((one) => ({ ...one, accesses: newService(n, `n${n}`).accesses.slice(0, 1) })) }
  // Now and then what a change must not touch.
  if (n % 5 === 0) return { ...begun, services: begun.services.map((one) => ({ ...one, domain: domains[n % domains.length] ?? '' })) }
  return n % 2 ? { ...begun, subject: { ...begun.subject, address: `示例路${n}号` } } : { ...begun, services: begun.services.map((one) => ({ ...one, remark: `说明${n}` })) }
}

/** One website of the record to the other owner's subject; now and then to a number that leads to nobody. */
const moving = (world: World, record: HeldRecord, n: number): MigrationContent => {
  const other = world.records.findLast(({ subject }) => subject.content.certificateNumber !== record.subject.content.certificateNumber)
  const receivingNumber = n % 6 === 0 ? '京ICP备2026999999号' : other?.subject.number ?? ''
  return { ...startingMigration(record, [pick(servicesInForce(record), n)?.number ?? '']), receivingNumber, domainHolder: 'receiver' }
}

const contentOf = (world: World, kind: FilingKind, n: number, which: number): FilingContent => {
  const { actor, subject } = owners[which % owners.length] as (typeof owners)[number]
  const old = world.filings.find((one) => one.kind === kind && 'accountId' in actor && one.ownerAccountId === actor.accountId && mayRedraft(one.status))
  if (old && n % 5 === 0) return redraft(old.content)
  if (kind === 'new-subject') return { form: 'registration', subject, services: [newService(n, 's1'), ...(n % 3 === 0 ? [newService(n + 1, 's2')] : [])] }
  // A subject that was cancelled is asked about as well.
  const record = pick(world.records.filter((one) => one.subject.content.certificateNumber === subject.certificateNumber).reverse(), n % 7 === 0 ? 1 : 0)
  if (!record) return { form: 'registration', subjectNumber: '京ICP备2026999999号', subject, services: [] }
  if (kind === 'migrate-service') return moving(world, record, n)
  return kind === 'new-service' || kind === 'new-access' || kind === 'change' ? onRecord(kind, record, n) : cancelling(kind, record, n)
}

const ownerOf = (record: HeldRecord | undefined): string | null =>
  record ? (record.subject.content.certificateNumber === sample.subject.certificateNumber ? 'o1' : 'o2') : null

const fields = ['subject.name', 'services.s1.name', 'services.s2.remark', 'services.s1.accesses.s1-a1.modes', 'subject.certificateNumber', 'services.s1.domain']

const commandFor = (world: World, parts: Parts, filing: Filing, type: FilingAction, n: number): Command => {
  const open = filing.requests.filter(({ state }) => state === 'open')
  const request = pick(open, n)
  const record = recordOf(world, filing.content.subjectNumber)
  const receiving = filing.content.form === 'migration' ? recordOf(world, filing.content.receivingNumber) : undefined
  const findings = () => parts.findings(world, filing, filing.content)
  switch (type) {
    case 'finish': return { type, content: filing.content, findings: findings(), ...(record ? { record } : {}), receivingAccountId: ownerOf(receiving) }
    case 'end-access': return { type, content: filing.content, findings: findings(), record: record ?? emptyRecord }
    case 'agree': return { type, findings: findings() }
    case 'decline': return { type, reason: '不接收' }
    case 'discard': case 'withdraw': case 'expire': return { type }
    case 'open-correction-request': return { type, requestId: `q${world.made}-${n}`, fields: [pick(fields, n) ?? ''], reason: '有误', ...(n % 2 ? { providerId: `p${(n % 3) + 1}` } : {}) }
    case 'decline-correction-request': return { type, requestId: request?.id ?? 'none', answer: '不改' }
    case 'correct': {
      const path = (n % 4 === 0 ? pick(fields, n) : request?.fields[0]) ?? ''
      return { type, requestId: request?.id ?? 'none', reason: '改', content: withFieldAt(filing.content, path, path.endsWith('modes') ? ['1', '5'] : `新${n}`) }
    }
    case 'pass': return {
      type, findings: findings(), sheet: { asked: [], answers: [] }, confirmations: confirmationsFor(filing.kind, filing.content, record, receiving).map((one, at): PlannedConfirmation => ({ ...one, id: `k${filing.version}-${at}` })),
    }
    case 'refuse': return { type, reason: '不符' }
    case 'confirm': return { type, confirmationId: pick(filing.confirmations, n)?.id ?? 'none', answer: n % 9 === 0 ? 'wrong' : 'right' }
    case 'resend-code': return { type, confirmationId: pick(filing.confirmations, n)?.id ?? 'none' }
    case 'approve': return { type, findings: findings() }
    case 'return': return { type, opinion: '退回', findings: [{ path: '', reason: '不符', suggestion: '' }] }
    case 'end-with-record': return { type, numbers: filing.content.subjectNumber ? [filing.content.subjectNumber] : [], ground: '京通管罚〔2026〕1号' }
  }
}

/** Onward is tried more often than an end, so that worlds get old enough to be of interest. */
const sensible: Readonly<Partial<Record<Filing['status'], readonly FilingAction[]>>> = {
  draft: ['finish', 'finish', 'finish', 'end-access', 'discard'],
  'awaiting-agreement': ['agree', 'agree', 'agree', 'agree', 'decline', 'withdraw', 'expire'],
  'with-providers': ['pass', 'pass', 'pass', 'pass', 'pass', 'pass', 'open-correction-request', 'correct', 'decline-correction-request', 'withdraw', 'refuse'],
  returned: ['pass', 'pass', 'pass', 'pass', 'open-correction-request', 'correct', 'withdraw', 'refuse'],
  'awaiting-confirmation': ['confirm', 'confirm', 'confirm', 'confirm', 'resend-code', 'expire', 'withdraw'],
  'in-review': ['approve', 'approve', 'approve', 'approve', 'return', 'refuse'],
}
const kinds: readonly FilingKind[] = ['new-subject', 'new-subject', 'new-service', 'new-access', 'change', 'cancel-access', 'cancel-service', 'cancel-subject', 'migrate-service', 'migrate-service']

/** Whose access the content ends. */
const servingAt = (world: World, content: FilingContent): string | null => {
  const ids = content.form === 'cancellation' ? content.accessIds ?? [] : []
  const accesses = (recordOf(world, content.subjectNumber)?.services ?? []).flatMap((one) => one.content.accesses)
  return accesses.find(({ id }) => ids.includes(id))?.providerId ?? null
}

/** Mostly a service, so that subjects live on; now and then what has ended, or another province's reviewer. */
const forced = (world: World, parts: Parts, which: number, n: number): Moved => {
  const record = pick(world.records, which) as HeldRecord
  const row = n % 4 === 0 ? record.subject : pick(n % 5 === 0 ? record.services : servicesInForce(record), n) ?? record.subject
  return force(world, parts, { role: 'reviewer', accountId: 'g1', province: n % 11 === 0 ? '330000' : record.subject.province }, row.number)
}

/** Tries it on the world. Throws Refusal when it may not be. */
export const attempt = (world: World, parts: Parts, { what, which, n, pause }: Attempt): Moved => {
  const later = { ...world, now: new Date(Date.parse(world.now) + (pauses[pause] ?? 1)).toISOString() }
  const open = later.filings.filter(({ status }) => !isFinal(status))
  const running = open.filter(({ status }) => isLocked(status))
  // What is on its way is tried more often than what lies in a drawer or is over.
  if (what % 61 === 2 && later.records.length > 0) return forced(later, parts, which, n)
  const filing = pick(n % 16 === 0 ? later.filings : which % 3 > 0 && running.length > 0 ? running : open, which)
  const drafting = what % (open.length < 3 ? 4 : 16) === 0
  if (!filing || drafting) {
    const kind = kinds[(what >> 3) % kinds.length] ?? 'new-subject'
    const content = contentOf(later, kind, n, which)
    return create(later, parts, (owners[which % owners.length] as (typeof owners)[number]).actor, kind, content, kind === 'cancel-access' && n % 2 ? servingAt(later, content) : null)
  }
  const stranger = pick(strangers, n) as Actor
  if (what % 23 === 1) return save(later, parts, n % 3 ? { role: 'owner', accountId: filing.ownerAccountId } : stranger, filing, isLocked(filing.status) ? sample : contentOf(later, filing.kind, n, filing.ownerAccountId === 'o1' ? 0 : 1))
  const type = pick(what % 7 === 0 ? FilingAction.options : sensible[filing.status] ?? FilingAction.options, what >> 3) as FilingAction
  const actor = what % 11 === 0 ? stranger : actorFor(pick(filingActions[type].by, filing.status === 'in-review' ? 1 : 0) ?? 'clock', filing, type, n)
  return act(later, parts, actor, filing, commandFor(later, parts, filing, type, n))
}
