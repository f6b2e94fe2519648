import { parseIp } from '../rules/ip-address.js'
import type { AddressClaim } from './claims.js'

export interface Span {
  readonly first: bigint
  readonly last: bigint
}

/** The first and the last address of a stored block such as `203.0.113.0/24`. Throws for anything else: what is stored has been checked. */
export const spanOfBlock = (block: string): Span => {
  const [base = '', bits] = block.split('/')
  const address = parseIp(base)
  if (!address) throw new Error(`“${block}” is no block`)
  const width = address.family === 4 ? 32 : 128
  return { first: address.value, last: address.value + (1n << BigInt(width - Number(bits ?? width))) - 1n }
}

/** Whether blocks together hold every address of a span; they may touch or overlap. The families do not meet: an IPv4 value is below 2³², a public IPv6 one above. */
const holds = (blocks: readonly Span[], { first, last }: Span): boolean => {
  let next = first
  for (const block of [...blocks].sort((one, other) => (one.first < other.first ? -1 : 1))) {
    if (block.first <= next && block.last >= next) next = block.last + 1n
  }
  return next > last
}

/** Paths of the accesses with an address that its provider has not reported. `blocks`: by provider, as they are stored. */
export const foreignAddresses = (claims: readonly AddressClaim[], blocks: ReadonlyMap<string, readonly string[]>): string[] => {
  const spans = new Map([...blocks].map(([id, own]) => [id, own.map(spanOfBlock)]))
  return [...new Set(claims.filter((claim) => !holds(spans.get(claim.providerId) ?? [], claim)).map(({ path }) => path))]
}
