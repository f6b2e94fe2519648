import { z } from 'zod'
import { operation } from './operation.js'
import { IdParams, Instant } from './shapes.js'

/** A live session of mine: on what and roughly from where; which one is asking. */
export const OwnSession = z.object({
  id: z.uuid(),
  browser: z.string(),
  system: z.string(),
  /** Without its last part; '' when unknown. */
  address: z.string(),
  startedAt: Instant,
  seenAt: Instant,
  current: z.boolean(),
}).meta({ id: 'OwnSession' })
export type OwnSession = z.infer<typeof OwnSession>

export const sessionOperations = {
  listOwnSessions: operation({
    method: 'GET', path: '/account/sessions', summary: 'Where I am signed in', answer: z.object({ rows: z.array(OwnSession) }),
  }),
  endOwnSession: operation({ method: 'DELETE', path: '/account/sessions/:id', summary: 'End one of my sessions', params: IdParams }),
  endOtherSessions: operation({ method: 'POST', path: '/account/sessions/end-others', summary: 'End all of my sessions but this one' }),
}
