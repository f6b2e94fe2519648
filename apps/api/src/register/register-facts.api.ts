import type { RegisterRecord, RegisterService, RegisterSubject, Service } from '@icp/domain'
import { canonicalJson, sha256 } from '../platform/digest.js'

/** What an approval put into the register and that is not sealed there; the audit keeps its digest, so that a changed row is found without any key. */
export interface RegisterFacts {
  readonly number: string
  readonly name: string
  readonly nature: string
  readonly province: string
  readonly state: string
  readonly approvedOn: string
  readonly cancelledOn: string | null
  readonly services: readonly ServiceFacts[]
}

export interface ServiceFacts {
  readonly number: string
  readonly type: string
  readonly name: string
  readonly domain: string
  readonly state: string
  readonly approvedOn: string
  readonly cancelledOn: string | null
  /** Only of one that has moved to another subject, so that the digests of all others stay what they were. */
  readonly movedTo?: string
  readonly accesses: readonly { readonly providerId: string; readonly modes: readonly string[]; readonly places: readonly string[]; readonly ipRanges: readonly IpRange[] }[]
}

interface IpRange {
  readonly from: string
  readonly to: string
}

type Approved = RegisterRecord & { readonly subject: RegisterSubject }

const inOrder = <Service extends { readonly number: string }>(services: readonly Service[]) => services.toSorted((one, other) => (one.number < other.number ? -1 : 1))

const serviceFacts = ({ number, type, state, approvedOn, cancelledOn, movedTo, content }: RegisterService): ServiceFacts => ({
  number, type, state, approvedOn, cancelledOn, ...(movedTo ? { movedTo } : {}), name: content.name, domain: content.domain,
  accesses: content.accesses.map(({ providerId, modes, places, ipRanges }) => ({ providerId, modes, places, ipRanges: ipRanges.map(({ from, to }) => ({ from, to })) })),
})

export const factsOf = ({ subject, services }: Approved): RegisterFacts => {
  const { number, province, state, approvedOn, cancelledOn, content } = subject
  return { number, name: content.name, nature: content.nature, province, state, approvedOn, cancelledOn, services: services.map(serviceFacts) }
}

export const digestOfFacts = (facts: RegisterFacts): string => sha256(canonicalJson({ ...facts, services: inOrder(facts.services) }))

/** Of everything in clear, personal fields too; checked where the keys are. Accesses have ids of their own in the register and stand among the facts. */
export const digestOfRecord = ({ subject, services }: Approved): string => digestOfOpened(subject.content, services)

export const digestOfOpened = (subject: unknown, services: readonly { readonly number: string; readonly content: Partial<Service> | undefined }[]): string =>
  sha256(canonicalJson({ subject, services: inOrder(services).map(({ number, content }) => ({ number, content: { ...content, id: undefined, accesses: undefined } })) }))
