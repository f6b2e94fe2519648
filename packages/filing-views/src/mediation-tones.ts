import type { MediationState } from '@icp/domain'
import type { Tone } from '@icp/ui'

/** How a request about a conflict is marked, for whoever asked and for whoever answers. */
export const mediationTones: Readonly<Record<MediationState, Tone>> = { open: 'warn', answered: 'good', withdrawn: 'neutral', lapsed: 'neutral' }
