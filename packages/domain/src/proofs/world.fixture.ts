import type { Actor } from '../account/role.js'
import { isAgreed } from '../filing/agreement.js'
import type { Command } from '../filing/command.js'
import { decide } from '../filing/decide.js'
import { Refusal } from '../refusal.js'
import type { FilingContent } from '../filing/content.js'
import type { Filing } from '../filing/filing.js'
import { notFound, requireDraft } from '../filing/gate.js'
import type { FilingKind } from '../filing/kind.js'
import { isFinal, isLocked } from '../filing/status.js'
import type { Finding } from '../finding.js'
import { applyForced, fallsWith } from '../forced/forced-cancellation.js'
import { formatSubjectNumber, provinceOfNumber } from '../numbers/filing-number.js'
import { applyApproval } from '../register/apply-approval.js'
import { applyMigration } from '../register/apply-migration.js'
import { registerFindingsForCancellation } from '../register/cancellation-findings.js'
import { conflictingFilings, type OpenFiling } from '../register/conflicting-filings.js'
import type { HeldRecord, Move, WholeRegister } from '../register/invariants.js'
import { registerFindingsForMigration } from '../register/migration-findings.js'
import { emptyRecord, servicesInForce, type RegisterCertificate } from '../register/register.js'
import type { RegisterChange } from '../register/register-change.js'
import { registerFindingsForRegistration } from '../register/registration-findings.js'
import { rulesInForce } from '../rule-data/rules-in-force.js'
import { domainAlreadyFiled, domainInOpenFiling, subjectAlreadyFiled } from '../rules/register-findings.js'
import { shanghaiDay } from '../working-days/day.js'

/** A register with its filings, and what storage keeps beside them. */
export interface World extends WholeRegister {
  /** ISO instant. */
  readonly now: string
  /** Ids given so far. */
  readonly made: number
  /** Numbers taken, by year; all subjects are of one province. */
  readonly taken: Readonly<Record<string, number>>
}

export const emptyWorld: World = { records: [], filings: [], now: '2026-11-02T02:00:00.000Z', made: 0, taken: {} }

/** The parts of the product that the world is moved by, so that a twin can plant a fault in one of them. */
export interface Parts {
  readonly decide: typeof decide
  readonly applyApproval: typeof applyApproval
  readonly conflictingFilings: typeof conflictingFilings
  readonly findings: typeof findingsAround
  readonly requireDraft: typeof requireDraft
  readonly certificates: typeof certificatesAfter
  readonly applyForced: typeof applyForced
  readonly fallsWith: typeof fallsWith
  readonly nextSerial: (world: World, year: string) => number
}

export const recordOf = ({ records }: WholeRegister, subjectNumber: string | undefined): HeldRecord | undefined =>
  records.find(({ subject }) => subject.number === subjectNumber)

const isRunning = ({ status }: Filing): boolean => isLocked(status) && !isFinal(status)

const certificateOf = (world: WholeRegister, content: FilingContent): string =>
  recordOf(world, content.subjectNumber)?.subject.content.certificateNumber ?? (content.form === 'registration' ? content.subject.certificateNumber : '')

const certificateAt = (world: WholeRegister, number: string): string => recordOf(world, number)?.subject.content.certificateNumber ?? number

/** Whom a filing on its way keeps busy: a move that was agreed on both subjects. */
const certificatesOf = (world: WholeRegister, filing: Filing): string[] =>
  [certificateOf(world, filing.content), ...(filing.content.form === 'migration' && isAgreed(filing) ? [certificateAt(world, filing.content.receivingNumber)] : [])]

/** Other filings on their way about the same subject, in the whole country. */
export const openAbout = (world: WholeRegister, content: FilingContent, exceptId: string): OpenFiling[] => openWith(world, certificateOf(world, content), exceptId)

const openWith = (world: WholeRegister, certificate: string, exceptId: string): OpenFiling[] =>
  world.filings.filter((one) => one.id !== exceptId && isRunning(one) && certificatesOf(world, one).includes(certificate))
    .map(({ kind, status, content: other }) => ({ kind, status, serviceNumbers: other.form === 'cancellation' ? other.serviceNumbers : [], accessIds: other.form === 'cancellation' ? other.accessIds ?? [] : [] }))

const domainFindings = (world: WholeRegister, kind: FilingKind, content: Extract<FilingContent, { form: 'registration' }>, exceptId: string): Finding[] => {
  const filed = new Set(world.records.flatMap(servicesInForce).map((service) => service.content.domain))
  const asked = new Set(world.filings.filter((one) => one.id !== exceptId && isRunning(one))
    .flatMap((one) => (one.content.form === 'registration' ? one.content.services.map((service) => service.domain) : [])))
  const claims = kind === 'new-subject' || kind === 'new-service'
  return content.services.flatMap(({ id, domain }) => {
    const path = `services.${id}.domain`
    return claims && filed.has(domain) ? [domainAlreadyFiled(path)] : asked.has(domain) ? [domainInOpenFiling(path)] : []
  })
}

/** What the register and the other filings say of one, as the API gathers it at finish and at approval. */
/** No shipped value of a move changes from one day to another. */
const judgedOn = '2026-11-26'

export const findingsAround = (world: WholeRegister, { id, kind }: Pick<Filing, 'id' | 'kind'>, content: FilingContent): Finding[] => {
  const record = recordOf(world, content.subjectNumber) ?? emptyRecord
  if (content.form === 'migration') {
    const [giving, receiver] = [servicesInForce(record), recordOf(world, content.receivingNumber) ?? emptyRecord]
    const receiving = receiver.subject
    const standing = {
      givingInForce: record.subject?.state === 'in-force', serviceInForce: giving.some(({ number }) => content.serviceNumbers.includes(number)), servicesInForce: giving.length,
      domainShared: giving.some(({ number, content: { domain } }) => content.serviceNumbers.includes(number) && giving.some((other) => other.number !== number && other.content.domain === domain)),
      receivingInForce: receiving?.state === 'in-force', receivingNature: receiving?.content.nature ?? '', receivingServices: servicesInForce(receiver).length,
    }
    const agreed = world.filings.some((one) => one.id === id && one.status !== 'draft')
    const judged = (side: 'giving' | 'receiving', number: string) => registerFindingsForMigration(side, content, standing, rulesInForce(undefined, provinceOfNumber(number), judgedOn))
    return [...judged('giving', content.subjectNumber), ...(agreed ? judged('receiving', content.receivingNumber) : [])]
  }
  if (content.form === 'cancellation') return registerFindingsForCancellation(kind, content, record)
  const filed = world.records.some(({ subject }) => subject.state === 'in-force' && subject.content.certificateNumber === content.subject.certificateNumber)
  return [
    ...domainFindings(world, kind, content, id),
    ...(kind === 'new-subject' ? (filed ? [subjectAlreadyFiled('subject.certificateNumber')] : []) : registerFindingsForRegistration(kind, content, record)),
  ]
}

export const certificatesAfter = (before: readonly RegisterCertificate[], { certificate }: RegisterChange): RegisterCertificate[] => {
  if (certificate === 'keep') return [...before]
  const ended = before.map((one) => (one.state === 'current' ? { ...one, state: certificate === 'cancel' ? 'cancelled' as const : 'replaced' as const } : one))
  const version = before.length + 1
  return certificate === 'cancel' ? ended : [...ended, { id: `c${version}`, code: `CODE${version}`, version, state: 'current' }]
}

export const soundParts: Parts = {
  decide, applyApproval, conflictingFilings, findings: findingsAround, requireDraft, certificates: certificatesAfter, applyForced, fallsWith,
  nextSerial: ({ taken }, year) => (taken[year] ?? 0) + 1,
}

export interface Moved {
  readonly world: World
  readonly move: Move
}

const replaced = (world: World, filing: Filing): World => ({ ...world, filings: world.filings.map((one) => (one.id === filing.id ? filing : one)) })

const moved = (before: World, after: World, filingId: string, command: Move['command']): Moved => ({ world: after, move: { before, after, filingId, command } })

/** A new draft of this content; `applicantProviderId`: of a provider that gives up its access. */
export const create = (world: World, parts: Parts, actor: Actor, kind: FilingKind, content: FilingContent, applicantProviderId: string | null = null): Moved => {
  if (actor.role !== 'owner') throw notFound()
  const refusal = kind === 'new-subject' ? null : parts.conflictingFilings(kind, openAbout(world, content, ''), content.form === 'cancellation' ? content : {})
  if (refusal) throw refusal
  const filing: Filing = {
    id: `f${world.made + 1}`, kind, status: 'draft', version: 1, ownerAccountId: actor.accountId, applicantProviderId, province: '110000', content,
    passes: [], requests: [], confirmations: [], finishedAt: null, statusSince: world.now, reviewSince: null,
  }
  return moved(world, { ...world, made: world.made + 1, filings: [...world.filings, filing] }, filing.id, 'create')
}

export const save = (world: World, parts: Parts, actor: Actor, filing: Filing, content: FilingContent): Moved => {
  parts.requireDraft(filing, actor)
  return moved(world, replaced(world, { ...filing, content, version: filing.version + 1 }), filing.id, 'save')
}

const movedOver = (world: World, parts: Parts, filing: Filing): World => {
  if (filing.content.form !== 'migration') return world
  const { subjectNumber, receivingNumber, services } = filing.content
  const [giving, receiving] = [recordOf(world, subjectNumber), recordOf(world, receivingNumber)]
  const change = applyMigration(filing, giving ?? emptyRecord, receiving ?? emptyRecord, {
    day: shanghaiDay(world.now), serviceIds: Object.fromEntries(services.map(({ id }) => [id, `r${world.made + 1}`])),
  })
  const after = (one: HeldRecord): HeldRecord => {
    const own = one === giving ? change.giving : one === receiving ? change.receiving : undefined
    return own ? { ...own.record, certificates: parts.certificates(one.certificates, own) } : one
  }
  return { ...world, made: world.made + 1, records: world.records.map(after) }
}

const entered = (world: World, parts: Parts, filing: Filing): World => {
  if (filing.content.form === 'migration') return movedOver(world, parts, filing)
  const day = shanghaiDay(world.now)
  const year = day.slice(0, 4)
  const services = filing.content.form === 'registration' ? filing.content.services : []
  const serial = parts.nextSerial(world, year)
  const held = recordOf(world, filing.content.subjectNumber)
  const change = parts.applyApproval(filing, held ?? emptyRecord, {
    day, subjectId: `sub${world.made + 1}`, subjectNumber: formatSubjectNumber({ character: '京', year: Number(year), serial }),
    serviceIds: Object.fromEntries(services.map(({ id }, n) => [id, `r${world.made + 1}-${n}`])),
  })
  const record: HeldRecord = { ...change.record, certificates: parts.certificates(held?.certificates ?? [], change) }
  const records = held ? world.records.map((one) => (one === held ? record : one)) : [...world.records, record]
  return { ...world, made: world.made + 1, records, taken: filing.kind === 'new-subject' ? { ...world.taken, [year]: serial } : world.taken }
}

/** One step of the life cycle, with what it does to the register. Throws Refusal and leaves the world alone. */
export const act = (world: World, parts: Parts, actor: Actor, filing: Filing, command: Command): Moved => {
  if (command.type === 'finish' || command.type === 'end-access') {
    const open = openAbout(world, command.content, filing.id)
    const refusal = parts.conflictingFilings(filing.kind, open, command.content.form === 'cancellation' ? command.content : {})
    if (refusal) throw refusal
  }
  if (command.type === 'agree' && filing.content.form === 'migration') {
    const refusal = parts.conflictingFilings(filing.kind, openWith(world, certificateAt(world, filing.content.receivingNumber), filing.id))
    if (refusal) throw refusal
  }
  const { filing: next, effects } = parts.decide(filing, command, actor, { now: world.now })
  const gone = effects.some(({ type }) => type === 'delete')
  const kept = gone ? { ...world, filings: world.filings.filter((one) => one.id !== filing.id) } : replaced(world, next)
  const after = effects.some(({ type }) => type === 'register-changes') ? entered(kept, parts, next) : kept
  return moved(world, after, filing.id, command.type)
}

/** An administration cancels by force what has this number; filings on their way that are about it end with it. Throws Refusal and leaves the world alone. */
export const force = (world: World, parts: Parts, actor: Actor, number: string): Moved => {
  const held = world.records.find(({ subject, services }) => [subject, ...services].some((row) => row.number === number))
  if (actor.role !== 'reviewer' || !held || held.subject.province !== actor.province) throw new Refusal('not-found', 'record-not-found', { zh: '没有找到。', en: 'There is none.' })
  const change = parts.applyForced(held, number, shanghaiDay(world.now))
  const record: HeldRecord = { ...change.record, certificates: parts.certificates(held.certificates, change) }
  const filings = world.filings.map((filing) => (parts.fallsWith(filing, held, number)
    ? parts.decide(filing, { type: 'end-with-record', numbers: change.cancelled, ground: '京通管罚〔2026〕1号' }, { role: 'clock' }, { now: world.now }).filing : filing))
  return moved(world, { ...world, records: world.records.map((one) => (one === held ? record : one)), filings }, '', 'cancel-by-force')
}
