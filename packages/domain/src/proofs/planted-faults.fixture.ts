import type { Filing } from '../filing/filing.js'
import { Refusal } from '../refusal.js'
import { servicesInForce } from '../register/register.js'
import { soundParts, type Parts } from './world.fixture.js'

/** A fault in one part of the product, which walks through the model must find. */
export interface PlantedFault {
  readonly what: string
  /** The invariant that must say so. */
  readonly foundBy: string
  readonly parts: Partial<Parts>
}

const { applyForced, decide, applyApproval, certificates, findings } = soundParts

/** What `decide` would have answered had it not refused for one of `codes`. */
const letThrough = (codes: readonly string[], instead: (filing: Filing, command: Parameters<typeof decide>[1]) => Partial<Filing>): typeof decide => (filing, command, actor, at) => {
  try {
    return decide(filing, command, actor, at)
  } catch (error) {
    if (!(error instanceof Refusal) || !codes.includes(error.code)) throw error
    return { filing: { ...filing, ...instead(filing, command), version: filing.version + 1 }, effects: [] }
  }
}

export const plantedFaults: readonly PlantedFault[] = [
  {
    what: 'the number of a cancelled subject is given again', foundBy: 'I-01',
    parts: { nextSerial: ({ records }, year) => records.filter(({ subject }) => subject.state === 'in-force' && subject.number.includes(year)).length + 1 },
  },
  { what: 'a number is skipped when a filing was refused', foundBy: 'I-02', parts: { nextSerial: ({ filings, taken }, year) => (taken[year] ?? 0) + 1 + filings.filter(({ status }) => status === 'refused').length } },
  {
    what: 'the suffix of a cancelled website is given again', foundBy: 'I-01',
    parts: {
      applyApproval: (filing, record, allocation) => applyApproval(filing, record.subject && filing.kind === 'new-service'
        ? { ...record, subject: { ...record.subject, lastServiceIndex: servicesInForce(record).length } } : record, allocation),
    },
  },
  {
    what: 'cancelling a subject leaves a website in force', foundBy: 'I-05',
    parts: {
      applyApproval: (filing, record, allocation) => {
        const change = applyApproval(filing, record, allocation)
        return filing.kind === 'cancel-subject' ? { ...change, record: { ...change.record, services: record.services } } : change
      },
    },
  },
  { what: 'nobody looks whether subject and domain are filed already', foundBy: 'I-06', parts: { findings: () => [] } },
  { what: 'nobody looks who has the domain', foundBy: 'I-07', parts: { findings: (...given) => findings(...given).filter(({ rule }) => rule !== 'X-01' && rule !== 'X-02') } },
  { what: 'nobody looks for other filings of the subject', foundBy: 'I-09', parts: { conflictingFilings: () => null } },
  {
    what: 'the certificate outlives its subject', foundBy: 'I-10',
    parts: { certificates: (before, change) => (change.certificate === 'cancel' ? [...before] : certificates(before, change)) },
  },
  { what: 'a filing outlives what was cancelled by force under it', foundBy: 'I-13', parts: { fallsWith: () => false } },
  {
    what: 'a website that is cancelled by force takes the others along', foundBy: 'M-08',
    parts: {
      applyForced: (record, number, day) => {
        const change = applyForced(record, number, day)
        return { ...change, record: { ...change.record, services: change.record.services.map((one) => (one.state === 'in-force' ? { ...one, state: 'cancelled', cancelledOn: day } : one)) } }
      },
    },
  },
  {
    what: 'the certificate outlives the last website that was cancelled by force', foundBy: 'I-10',
    parts: { applyForced: (record, number, day) => ({ ...applyForced(record, number, day), certificate: 'replace' }) },
  },
  {
    what: 'one provider passes for all', foundBy: 'I-12',
    parts: {
      decide: (filing, command, actor, at) => {
        if (command.type !== 'pass' || actor.role !== 'provider') return decide(filing, command, actor, at)
        const mine = filing.passes.filter(({ providerId }) => providerId === actor.providerId)
        const decision = decide({ ...filing, passes: mine }, command, actor, at)
        return { ...decision, filing: { ...decision.filing, passes: [...filing.passes.filter((pass) => !mine.includes(pass)), ...decision.filing.passes] } }
      },
    },
  },
  { what: 'an owner saves after the finish', foundBy: 'M-05', parts: { requireDraft: () => undefined } },
  {
    what: 'a correction touches fields that nobody named', foundBy: 'M-05',
    parts: { decide: letThrough(['change-not-allowed'], (filing, command) => ({ content: command.type === 'correct' ? command.content : filing.content })) },
  },
  { what: 'a filing that has ended is withdrawn', foundBy: 'M-06', parts: { decide: letThrough(['wrong-status'], (filing, { type }) => (type === 'withdraw' ? { status: 'withdrawn' } : {})) } },
  {
    what: 'a change takes the domain along', foundBy: 'M-04',
    parts: {
      findings: () => [],
      applyApproval: (filing, record, allocation) => {
        if (filing.kind !== 'change' || filing.content.form !== 'registration') return applyApproval(filing, record, allocation)
        const { services } = filing.content
        const kept = { ...filing.content, services: services.map((one) => ({ ...one, domain: record.services.find(({ id }) => id === one.id)?.content.domain ?? one.domain })) }
        const change = applyApproval({ ...filing, content: kept }, record, allocation)
        return { ...change, record: { ...change.record, services: change.record.services.map((one) => ({ ...one, content: services.find(({ id }) => id === one.id) ?? one.content })) } }
      },
    },
  },
  {
    what: 'a finished filing enters the register before its approval', foundBy: 'M-01',
    parts: {
      decide: (filing, command, actor, at) => {
        const decision = decide(filing, command, actor, at)
        return command.type === 'confirm' && decision.filing.status === 'in-review' ? { ...decision, effects: [...decision.effects, { type: 'register-changes' }] } : decision
      },
    },
  },
]
