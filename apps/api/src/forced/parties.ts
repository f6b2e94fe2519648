import type { Actor } from '@icp/domain'

/** Who cancels by force. */
export type Reviewer = Extract<Actor, { role: 'reviewer' }>

/** Who is ordered to cut. */
export type Provider = Extract<Actor, { role: 'provider' }>
