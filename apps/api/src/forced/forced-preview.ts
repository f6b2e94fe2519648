import type { ForcedPreview } from '@icp/contract'
import { applyForced, blacklistFindings, type DueDay, type Fall, fallsWith, forcedFall, isWholeSubject, type RegisterChange, servicesInForce, shanghaiDay } from '@icp/domain'
import type { FilingRecord } from '../filings/filings.api.js'
import { canonicalJson, sha256 } from '../platform/digest.js'
import type { HeldSubject } from '../register/register.api.js'
import { domainToAscii } from '../register/subject-key.api.js'

export interface ForcedPlan {
  readonly change: RegisterChange
  readonly fall: Fall
  /** On their way, and about what falls. */
  readonly falling: readonly FilingRecord[]
  readonly shown: ForcedPreview
}

/** The domain as the blacklist would hold it; a host below one that others share is none of its kind. */
export const listedDomain = (domain: string, today: string) =>
  ({ kind: 'domain' as const, domain, certificateType: '', certificateNumber: '', reason: '-', source: '-', validFrom: today, validUntil: '' })

/** What would happen, worked out alike for the page and for the act. Refuses (conflict) what is not in force. */
export function planOf(held: HeldSubject, number: string, running: readonly FilingRecord[], due: DueDay, now: string): ForcedPlan {
  const { record } = held
  const change = applyForced(record, number, shanghaiDay(now))
  const fall = forcedFall(record, number)
  const falling = running.filter(({ filing }) => fallsWith(filing, record, number))
  const kept = new Set(servicesInForce(change.record).map(({ content }) => content.domain))
  const domains = [...new Set(fall.services.map(({ content }) => content.domain))]
    .filter((domain) => domain !== '' && !kept.has(domain) && blacklistFindings(listedDomain(domain, shanghaiDay(now)), domainToAscii).length === 0)
  const what = {
    number, numbers: [...fall.numbers], leavesHollowSubject: fall.leavesHollowSubject, domains,
    certificates: fall.certificates.map(({ version, becomes }) => ({ version, becomes })),
    accesses: fall.accesses.map(({ serviceNumber, providerName }) => ({ serviceNumber, providerName })),
    filings: falling.map(({ filing: { id, kind, status }, row }) => ({ id, kind, status, reference: row.reference ?? '' })),
  }
  const { filings, ...rest } = what
  const seen = sha256(canonicalJson({ ...rest, accessIds: fall.accesses.map(({ accessId }) => accessId), filings: filings.map(({ id }) => id) }))
  const { id: subjectId, number: subjectNumber, content } = record.subject
  const services = fall.services.map(({ number, type, content: { name, domain } }) => ({ number, type, name, domain }))
  return {
    change, fall, falling,
    shown: { ...what, whole: isWholeSubject(record, number), subjectId, subjectNumber, subjectName: content.name, services, dueOn: due.day, provisional: due.provisional, seen },
  }
}
