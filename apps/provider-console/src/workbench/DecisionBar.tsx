import { useSay } from '@icp/app-shell'
import type { FilingView } from '@icp/contract'
import { type FilingAction, filingActions } from '@icp/domain'
import { ActionBar } from '@icp/ui'
import Button from '@mui/material/Button'
import { useConsoleText } from '../text.js'

/** The acts of this console in the order in which they stand, each with its weight. */
const acts = [
  { action: 'pass', color: 'primary' },
  { action: 'correct', color: 'primary' },
  { action: 'decline-correction-request', color: 'primary' },
  { action: 'open-correction-request', color: 'primary' },
  { action: 'refuse', color: 'error' },
] as const satisfies readonly { action: FilingAction; color: 'primary' | 'error' }[]

export type Act = (typeof acts)[number]['action']

/** Exactly what the API says that this reader may do now. */
export function DecisionBar({ filing, onAct }: { readonly filing: FilingView; readonly onAct: (act: Act) => void }) {
  const t = useConsoleText()
  const say = useSay()
  const offered = acts.filter(({ action }) => filing.actions.includes(action))
  // An open request is answered before anything else can be passed: correcting is then what the page is for.
  const isPrimary = (action: Act) => action === 'pass' || (action === 'correct' && !filing.actions.includes('pass'))
  if (offered.length === 0) return null
  return (
    <ActionBar label={t('workbench.acts')}>
      {offered.map(({ action, color }) => <Button key={action} variant={isPrimary(action) ? 'contained' : 'outlined'} color={color} onClick={() => onAct(action)}>{say(filingActions[action].word)}</Button>)}
    </ActionBar>
  )
}
