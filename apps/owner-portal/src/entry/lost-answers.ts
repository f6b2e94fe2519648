import type { FilingView } from '@icp/contract'
import { type RegistrationContent, whatChanged } from '@icp/domain'

/** A save without an answer may still have arrived; the refusal of another kind shows that it has not. */
export const isUnanswered = (status: number): boolean => status === 0 || status === 200 || status >= 500

/** Refusals after which no further save can succeed: another state or version is in force, or the draft is gone. */
export const isFinalRefusal = (status: number): boolean => status === 403 || status === 404 || status === 409 || status === 423

/**
 * Whether the draft on the server is what one of our unanswered saves sent, and nobody else's: then its version is ours to go on from. The
 * server calls providers by their own names, so names do not count.
 */
export const isOurs = (server: Pick<FilingView, 'status' | 'content'>, unanswered: readonly RegistrationContent[]): boolean =>
  server.status === 'draft' && unanswered.some((sent) => whatChanged(server.content, sent).every((change) => change.path.endsWith('.providerName')))
