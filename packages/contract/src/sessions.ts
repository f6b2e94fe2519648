import { LogOnOutcome } from '@icp/domain'
import { z } from 'zod'
import { operation } from './operation.js'
import { IdParams, Instant, Password } from './shapes.js'

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

/** A device that my account was used on, signed in or not: a log-on from it is told to nobody. */
export const OwnDevice = z.object({
  id: z.uuid(),
  browser: z.string(),
  system: z.string(),
  firstSeenAt: Instant,
  /** The last log-on. */
  lastSeenAt: Instant,
  /** The one that is asking. */
  current: z.boolean(),
}).meta({ id: 'OwnDevice' })
export type OwnDevice = z.infer<typeof OwnDevice>

/** A try to log on to my account, and roughly from where. */
export const OwnLogOn = z.object({
  id: z.uuid(),
  at: Instant,
  outcome: LogOnOutcome,
  browser: z.string(),
  system: z.string(),
  /** Without its last part; '' when unknown. */
  address: z.string(),
}).meta({ id: 'OwnLogOn' })
export type OwnLogOn = z.infer<typeof OwnLogOn>

/** So many are listed; the export of own data has all that are kept. */
export const listedLogOns = 50

/** Whoever holds a stolen session must not shut its owner out. */
const Proven = z.object({ password: Password })

export const sessionOperations = {
  listOwnSessions: operation({
    method: 'GET', path: '/account/sessions', summary: 'Where I am signed in', answer: z.object({ rows: z.array(OwnSession) }),
  }),
  endOwnSession: operation({ method: 'POST', path: '/account/sessions/:id/end', summary: 'End one of my sessions', params: IdParams, body: Proven }),
  endOtherSessions: operation({ method: 'POST', path: '/account/sessions/end-others', summary: 'End all of my sessions but this one, and forget all devices but this one', body: Proven }),
  listOwnDevices: operation({ method: 'GET', path: '/account/devices', summary: 'Devices that I have logged on from', answer: z.object({ rows: z.array(OwnDevice) }) }),
  listOwnLogOns: operation({
    method: 'GET', path: '/account/log-ons', summary: 'Tries to log on to my account, the latest first, the last 50', answer: z.object({ rows: z.array(OwnLogOn).max(listedLogOns) }),
  }),
  forgetOwnDevice: operation({
    method: 'POST', path: '/account/devices/:id/forget', summary: 'Forget one of my devices: its sessions end, and its next log-on is told as from a new one', params: IdParams, body: Proven,
  }),
}
