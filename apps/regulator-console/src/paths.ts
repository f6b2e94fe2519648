import type { Attention } from '@icp/contract'
import type { FilingStatus } from '@icp/domain'

/** Every address of the console by name. */
export const paths = {
  rules: '/rules',
  home: '/',
  queue: '/queue',
  filings: '/filings',
  filing: '/filings/$id',
  otherSide: '/filings/$id/conflicts/$partyId',
  certificates: '/certificates',
  hollow: '/hollow',
  forced: '/forced',
  force: '/forced/new',
  mediations: '/mediations',
  notices: '/notices',
  own: '/account',
  switches: '/switches',
  messages: '/messages',
  providers: '/providers',
  provider: '/providers/$id',
  administrations: '/administrations',
  ruleData: '/rule-data',
  parameter: '/rule-data/$id',
  ruleChange: '/rule-data/changes/$id',
  codeTables: '/code-tables',
  workingDays: '/working-days',
  blacklist: '/blacklist',
  accounts: '/accounts',
  account: '/accounts/$id',
  invitations: '/invitations',
  requests: '/account-requests',
  proof: '/audit/proof',
  auditEntries: '/audit/entries',
  breachScope: '/audit/breach-scope',
} as const

export const accountPath = (id: string): string => `/accounts/${id}`
export const providerPath = (id: string): string => `/providers/${id}`
export const parameterPath = (id: string): string => `/rule-data/${id}`
export const ruleChangePath = (id: string): string => `/rule-data/changes/${id}`
export const filingPath = (id: string): string => `/filings/${id}`
export const conflictSidePath = (id: string, partyId: string): string => `/filings/${id}/conflicts/${partyId}`

/** A list with one filter set, as a link is told it. */
export const listLink = (to: typeof paths.queue | typeof paths.filings, search: { readonly status?: FilingStatus; readonly attention?: Attention } = {}) =>
  ({ to: to as string, search: search as never })
