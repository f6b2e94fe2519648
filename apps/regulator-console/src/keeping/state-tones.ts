import type { KeptAccount } from '@icp/contract'
import type { Tone } from '@icp/ui'

/** How the state of an account is marked, in the list and on its page. */
export const stateTones: Readonly<Record<KeptAccount['state'], Tone>> = { active: 'good', disabled: 'bad', closed: 'neutral', emptied: 'neutral' }
