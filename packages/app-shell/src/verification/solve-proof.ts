import { type Challenge, type DeriveKeyFunction, type Payload, solveChallenge } from 'altcha-lib'
import { deriveKey as pbkdf2 } from 'altcha-lib/algorithms/web/pbkdf2'
import { deriveKey as sha } from 'altcha-lib/algorithms/web/sha'

const deriveKeyFor = (algorithm: string): DeriveKeyFunction => (algorithm.startsWith('PBKDF2/') ? pbkdf2 : sha)

/**
 * Does the work that a challenge asks for and answers the payload to send, base64 of `{challenge, solution}`. The hashing is the browser's
 * own and runs beside the page, and the search lets the page breathe, so that no worker is needed. Rejects when it is given up.
 */
export async function solveProof(challenge: Challenge, controller: AbortController): Promise<string> {
  const solution = await solveChallenge({ challenge, controller, deriveKey: deriveKeyFor(challenge.parameters.algorithm) })
  if (!solution) throw new Error('The proof of work was not finished')
  const payload: Payload = { challenge: { parameters: challenge.parameters, ...(challenge.signature ? { signature: challenge.signature } : {}) }, solution }
  return btoa(JSON.stringify(payload))
}

/** When the challenge stops being worth anything, in milliseconds, as its data says; undefined when it does not say. */
export function challengeEnd(challenge: Challenge): number | undefined {
  const until = challenge.parameters.data?.['until']
  const end = typeof until === 'string' ? Date.parse(until) : Number.NaN
  return Number.isNaN(end) ? undefined : end
}
