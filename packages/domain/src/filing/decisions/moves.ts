import type { Bilingual } from '../../bilingual.js'
import type { Finding } from '../../finding.js'
import { blocking } from '../../finding.js'
import { Refusal } from '../../refusal.js'
import type { Effect } from '../command.js'
import type { Filing } from '../filing.js'
import type { FilingStatus } from '../status.js'

/** The same filing one version on, with some parts replaced. */
export const next = (filing: Filing, parts: Partial<Filing> = {}): Filing => ({ ...filing, ...parts, version: filing.version + 1 })

export const entering = (status: FilingStatus, now: string): Pick<Filing, 'status' | 'statusSince'> => ({ status, statusSince: now })

export const allWaiting = (filing: Filing): Filing['passes'] =>
  filing.passes.map(({ providerId }) => ({ providerId, state: 'waiting' as const, at: null }))

export const requestsClosed = (filing: Filing): Filing['requests'] =>
  filing.requests.map((request) => (request.state === 'open' ? { ...request, state: 'closed' as const } : request))

/** Witnesses of a filing that ends or goes back: its open requests are closed and its running confirmations stop working. */
export const looseEnds = (filing: Filing): Effect[] => [
  ...filing.requests.filter((request) => request.state === 'open')
    .map((request): Effect => ({ type: 'correction-request-answered', requestId: request.id, answer: null })),
  ...(filing.confirmations.length === 0 ? []
    : [{ type: 'end-confirmations' as const, confirmationIds: filing.confirmations.map((confirmation) => confirmation.id) }]),
]

/** Back to the providers after a return or a failed confirmation round: each must pass again. */
export const backToProviders = (filing: Filing, now: string): Filing =>
  next(filing, { ...entering('returned', now), passes: allWaiting(filing), confirmations: [], reviewSince: null })

export const ended = (filing: Filing, status: FilingStatus, now: string): Filing =>
  next(filing, { ...entering(status, now), requests: requestsClosed(filing), confirmations: [] })

export const invalid = (code: string, text: Bilingual, findings: readonly Finding[] = []): Refusal => new Refusal('invalid', code, text, { findings })

export const requireText = (text: string, code: string, message: Bilingual): string => {
  const trimmed = text.trim()
  if (trimmed === '') throw invalid(code, message)
  return trimmed
}

export const requireNoBlocking = (findings: readonly Finding[], text: Bilingual): void => {
  if (blocking(findings).length > 0) throw invalid('blocking-findings', text, findings)
}
