import { digestOfFacts, type RegisterFacts } from '../../register/register-facts.api.js'
import { domainKeyOf } from '../../register/subject-key.api.js'
import { same } from './compare.js'
import type { CertificateLine, ExportLine, ServiceLine, SubjectLine } from './export-line.js'
import type { Facts } from './facts.js'
import type { Report } from './report.js'

/** Recomputes the digest of what a subject and its services hold in clear; throws when it cannot be opened. */
export type DigestOfRecord = (subject: SubjectLine, services: readonly ServiceLine[]) => string

/** Works out again the package names by which a service is looked up; throws when it cannot be opened. */
export type PackagesOf = (service: ServiceLine) => readonly string[]

/** Computes again the keyed index by which a subject is known by its certificate; throws when it cannot be opened; undefined where it is not said with which key it was made. */
export type KeyOfSubject = (subject: SubjectLine) => string | undefined

export interface HeldSubject {
  readonly subject: SubjectLine
  readonly services: ServiceLine[]
  readonly certificates: CertificateLine[]
}

const factsOf = ({ subject, services }: HeldSubject): RegisterFacts => {
  const { number, name, nature, province, state, approvedOn, cancelledOn } = subject
  return {
    number, name, nature, province, state, approvedOn, cancelledOn,
    services: services.map((one) => ({
      number: one.number, type: one.type, name: one.name, domain: one.domain, state: one.state, approvedOn: one.approvedOn, cancelledOn: one.cancelledOn, ...(one.movedTo ? { movedTo: one.movedTo } : {}),
      accesses: one.accesses.map(({ providerId, modes, places, ipRanges }) => ({ providerId, modes, places, ipRanges: ipRanges.map(({ from, to }) => ({ from, to })) })),
    })),
  }
}

/** What is in force against the approvals that put it there; numbers without a gap. */
export class RegisterCheck {
  readonly held = new Map<string, HeldSubject>()
  private readonly serials = new Map<string, Set<number>>()

  constructor(
    private readonly report: Report,
    private readonly facts: Facts,
    /** Undefined where the keys are not. */
    private readonly digests: { readonly ofRecord: DigestOfRecord; readonly keyOf: KeyOfSubject; readonly packagesOf: PackagesOf } | undefined,
  ) {}

  subject(subject: SubjectLine): void {
    this.held.set(subject.id, { subject, services: [], certificates: [] })
    const serial = /ICP备(\d{4})(\d{6})号$/.exec(subject.number)
    if (serial) this.serialsOf(subject.province, Number(serial[1])).add(Number(serial[2]))
  }

  service(service: ServiceLine): void {
    const holder = this.held.get(service.subjectId)
    if (holder) holder.services.push(service)
    else this.report.expect(false, 'register', service.number, 'not-approved')
  }

  counter({ province, year, last }: Extract<ExportLine, { line: 'counter' }>): void {
    const serials = this.serialsOf(province, year)
    let gap = 1
    while (serials.has(gap)) gap += 1
    this.report.expect(gap === last + 1 && serials.size === last, 'numbers', `${province} ${year}: ${gap}`, 'gap')
    this.serials.delete(`${province} ${year}`)
  }

  end(): void {
    for (const [where] of this.serials) this.report.expect(false, 'numbers', where, 'gap')
    for (const [id, holder] of this.held) this.judge(id, holder)
    for (const [id, { subjectNumber }] of this.facts.register) {
      if (!this.held.has(id)) this.report.expect(false, 'register', String(subjectNumber), 'missing')
    }
  }

  private judge(id: string, holder: HeldSubject): void {
    const entry = this.facts.register.get(id)
    const where = holder.subject.number
    this.report.saw('register')
    if (!entry) return this.report.wrong('register', where, 'not-approved')
    if (digestOfFacts(factsOf(holder)) !== entry.facts) this.report.wrong('register', where, 'row')
    else if (!this.rightBeside(holder)) this.report.wrong('register', where, 'row')
    if (this.digests) this.report.expect(this.contentsHold(holder, entry.digest), 'contents', where, 'changed')
  }

  /** Columns that no digest holds: whose it is, under what its domains are looked up, and which index of a service was given last. */
  private rightBeside({ subject, services }: HeldSubject): boolean {
    const owner = this.facts.ownerOf(subject.id)
    const index = Math.max(0, ...services.map(({ number }) => Number(/-(\d+)$/.exec(number)?.[1] ?? 0)))
    return same(subject.ownerAccountId, owner) && (subject.lastServiceIndex === undefined || subject.lastServiceIndex >= index)
      && services.every(({ domain, domainKey }) => same(domainKey, domainKeyOf(domain)))
  }

  private contentsHold({ subject, services }: HeldSubject, said: string | null): boolean {
    try {
      const { ofRecord, keyOf, packagesOf } = this.digests!
      return ofRecord(subject, services) === said && same(subject.certificateKey, keyOf(subject))
        && services.every((service) => same(service.packageNames?.join('\n'), packagesOf(service).join('\n')))
    } catch {
      return false
    }
  }

  private serialsOf(province: string, year: number): Set<number> {
    const key = `${province} ${year}`
    const known = this.serials.get(key) ?? new Set()
    this.serials.set(key, known)
    return known
  }
}
