import type { Bilingual } from './bilingual.js'
import type { Finding } from './finding.js'

export type RefusalKind = 'unauthenticated' | 'forbidden' | 'not-found' | 'invalid' | 'conflict' | 'locked' | 'rate-limited' | 'unavailable'

/** The one error that a user may see. Anything else that is thrown is a bug. `retryAfter` is in seconds. */
export class Refusal extends Error {
  readonly kind: RefusalKind
  readonly code: string
  readonly text: Bilingual
  readonly findings: readonly Finding[]
  readonly retryAfter: number | undefined

  constructor(kind: RefusalKind, code: string, text: Bilingual, more: { findings?: readonly Finding[]; retryAfter?: number } = {}) {
    super(`${code}: ${text.en}`)
    this.name = 'Refusal'
    this.kind = kind
    this.code = code
    this.text = text
    this.findings = more.findings ?? []
    this.retryAfter = more.retryAfter
  }
}
