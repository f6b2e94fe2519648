import type { Attention } from '@icp/contract'
import type { FilingStatus } from '@icp/domain'

/** Every address of the console by name. */
export const paths = {
  rules: '/rules',
  board: '/',
  queue: '/queue',
  cancellations: '/cancellations',
  closed: '/closed',
  served: '/served',
  cuts: '/cuts',
  filing: '/filings/$id',
  notices: '/notices',
  team: '/team',
  lostPhones: '/lost-phones',
  account: '/account',
} as const

export const filingPath = (id: string): string => `/filings/${id}`

/** The queue with one filter set, as a link is told it. */
export const queueLink = (search: { readonly status?: FilingStatus; readonly attention?: Attention }) => ({ to: paths.queue as string, search: search as never })
