import { addDays, shanghaiDay } from '../working-days/day.js'
import type { Filing } from './filing.js'

/**
 * How long the receiving owner has to answer. No source gives a time for it; seven days is what the register's other requests to somebody who has to be reached
 * take (the notice before a clean-up, icp-filing.md §8).
 */
export const agreementWindow = { days: 7, confirmed: false } as const

/** The instant at which it ends: with the seventh day after the finish, in Shanghai. */
export const agreementEnd = (finishedAt: string): string => `${addDays(shanghaiDay(finishedAt), agreementWindow.days)}T15:59:59.000Z`

/** Whether this account is the one that is asked to receive. */
export const isReceiver = (filing: Filing, accountId: string): boolean => filing.kind === 'migrate-service' && filing.receivingAccountId === accountId

/** Whether the receiving owner has a part in it: before it agrees it only knows what it is asked. */
export const isAgreed = (filing: Pick<Filing, 'kind' | 'status' | 'passes'>): boolean => filing.kind === 'migrate-service' && filing.passes.length > 0
