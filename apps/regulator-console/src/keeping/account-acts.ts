import type { KeptAccount } from '@icp/contract'
import { needsSecondPerson } from '@icp/domain'

/** What may be done to an account from its page. */
export type AccountAct = 'disable' | 'enable' | 'reset-authenticator' | 'change-role' | 'end-sessions' | 'clear-stop'

/** Those that make sense now, in the order of their buttons. */
export function actsOn({ role, state, sessions, waitUntil, stopped, waiting, authenticatorSince }: KeptAccount): AccountAct[] {
  const isStaff = role !== 'owner'
  const asked = (kind: KeptAccount['waiting'][number]) => waiting.includes(kind)
  const offered: Readonly<Record<AccountAct, boolean>> = {
    'clear-stop': waitUntil !== null || stopped,
    'end-sessions': sessions > 0,
    'reset-authenticator': (isStaff || authenticatorSince !== null) && state === 'active' && !asked('reset-authenticator'),
    'change-role': isStaff && state !== 'emptied' && !asked('change-role'),
    enable: state === 'disabled' && !asked('enable'),
    disable: state === 'active',
  }
  return (Object.keys(offered) as AccountAct[]).filter((act) => offered[act])
}

export const waitsForAnother = (act: AccountAct, { role }: KeptAccount): boolean =>
  (act === 'enable' || act === 'reset-authenticator' || act === 'change-role') && needsSecondPerson(act, role)
