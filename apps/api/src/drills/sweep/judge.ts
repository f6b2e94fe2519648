import type { Answered } from '../../testing/app.js'

/** What a sweep has seen. */
export class Findings {
  readonly violations: string[] = []
  readonly oracles: string[] = []
  readonly unproven: string[] = []
  requests = 0

  get all(): readonly string[] {
    return [...this.violations.map((what) => `violation: ${what}`), ...this.oracles.map((what) => `oracle: ${what}`), ...this.unproven.map((what) => `unproven: ${what}`)]
  }
}

/** Headers that are new in every answer. */
const passing = new Set(['x-request-id', 'date', 'set-cookie', 'connection', 'keep-alive', 'x-ratelimit-remaining'])

/** All that a caller can tell two answers apart by, without the number of the request. */
export function faceOf(answer: Answered<unknown>): string {
  const headers = Object.entries(answer.headers).filter(([name]) => !passing.has(name)).toSorted(([left], [right]) => (left < right ? -1 : 1))
  const requestId = String(answer.headers['x-request-id'])
  return JSON.stringify([answer.status, headers, answer.text.replaceAll(requestId, '')])
}

export const shown = (answer: Answered<unknown>, secrets: readonly string[]): string | undefined => secrets.find((secret) => answer.text.includes(secret))
