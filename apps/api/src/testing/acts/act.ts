import type { OperationId } from '@icp/contract'
import type { TestAccount } from '../accounts.js'
import type { TestApp } from '../app.js'
import type { FilingJourneys, ProviderWithStaff } from '../filing-journey.js'

/** Who is there before anybody acts. */
export interface ActStage {
  readonly api: TestApp
  readonly journeys: FilingJourneys
  readonly provider: ProviderWithStaff
  readonly operator: TestAccount
  readonly security: TestAccount
  readonly auditor: TestAccount
}

/** A request that would succeed now. What fails changes nothing, so it may be sent again. */
export interface Act {
  /** Left out: nobody is signed in. */
  readonly as?: TestAccount
  readonly send: () => Promise<{ readonly status: number; readonly text: string }>
}

/** Everything up to the request itself. */
export type Acts = Readonly<Partial<Record<OperationId, (stage: ActStage) => Promise<Act>>>>
