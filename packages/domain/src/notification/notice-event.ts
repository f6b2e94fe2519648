/** What happened to a filing, as far as somebody has to be told. Who is told what: notices.ts. */
export type NoticeEvent =
  | { readonly type: 'finished' }
  | { readonly type: 'withdrawn' }
  /** A provider gives up its access. `isLast`: the service is left without any. */
  | { readonly type: 'access-ending'; readonly providerId: string; readonly serviceNumbers: readonly string[]; readonly reason: string; readonly isLast: boolean }
  | { readonly type: 'agreement-asked' }
  | { readonly type: 'agreed' }
  | { readonly type: 'agreement-declined'; readonly reason: string }
  | { readonly type: 'agreement-expired' }
  | {
    readonly type: 'correction-requested'; readonly by: 'owner' | 'provider'; readonly providerId: string
    readonly fields: readonly string[]; readonly reason: string
  }
  | { readonly type: 'correction-declined'; readonly providerId: string; readonly answer: string }
  | {
    readonly type: 'corrected'; readonly providerId: string; readonly paths: readonly string[]; readonly reason: string
    /** Providers whose pass the correction took back. */
    readonly reopened: readonly string[]
  }
  | { readonly type: 'passed'; readonly providerId: string; readonly remaining: number }
  | { readonly type: 'confirmations-sent'; readonly persons: number; readonly expiresAt: string }
  | { readonly type: 'in-review' }
  | { readonly type: 'confirmation-failed'; readonly cause: 'expired' | 'wrong-tries' }
  | { readonly type: 'returned'; readonly opinion: string; readonly findings: number }
  | { readonly type: 'refused'; readonly by: 'provider' | 'reviewer'; readonly reason: string; readonly providerId: string | null }
  | { readonly type: 'silent'; readonly who: 'provider' | 'review'; readonly waiting: readonly string[] }
  /** An administration has cancelled by force what the filing is about. */
  | { readonly type: 'ended-with-record'; readonly numbers: readonly string[]; readonly ground: string }
  | { readonly type: 'approved' }
