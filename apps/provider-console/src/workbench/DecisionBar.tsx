import { useSay } from '@icp/app-shell'
import type { FilingView } from '@icp/contract'
import { type FilingAction, filingActions, isFinal } from '@icp/domain'
import { ActionBar } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useConsoleText } from '../text.js'

/** The acts of this console in the order in which they stand, each with its weight. */
const acts = [
  { action: 'pass', variant: 'contained', color: 'primary' },
  { action: 'correct', variant: 'outlined', color: 'primary' },
  { action: 'decline-correction-request', variant: 'outlined', color: 'primary' },
  { action: 'open-correction-request', variant: 'outlined', color: 'primary' },
  { action: 'refuse', variant: 'outlined', color: 'error' },
] as const satisfies readonly { action: FilingAction; variant: 'contained' | 'outlined'; color: 'primary' | 'error' }[]

export type Act = (typeof acts)[number]['action']

/** Exactly what the API says that this reader may do now. */
export function DecisionBar({ filing, onAct }: { readonly filing: FilingView; readonly onAct: (act: Act) => void }) {
  const t = useConsoleText()
  const say = useSay()
  const offered = acts.filter(({ action }) => filing.actions.includes(action))
  return (
    <ActionBar label={t('workbench.acts')}>
      {offered.length === 0 && <Box component="span" sx={{ p: 1, color: 'text.secondary' }}>{t(isFinal(filing.status) ? 'workbench.closedDone' : 'workbench.noActs')}</Box>}
      {offered.map(({ action, variant, color }) => <Button key={action} variant={variant} color={color} onClick={() => onAct(action)}>{say(filingActions[action].word)}</Button>)}
    </ActionBar>
  )
}
