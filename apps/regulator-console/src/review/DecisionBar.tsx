import { useSay } from '@icp/app-shell'
import type { FilingView } from '@icp/contract'
import { type FilingAction, filingActions } from '@icp/domain'
import { ActionBar } from '@icp/ui'
import Button from '@mui/material/Button'
import { useConsoleText } from '../text.js'

const decisions = [
  { action: 'approve', variant: 'contained', color: 'primary' },
  { action: 'return', variant: 'outlined', color: 'primary' },
  { action: 'refuse', variant: 'outlined', color: 'error' },
] as const satisfies readonly { action: FilingAction; variant: 'contained' | 'outlined'; color: 'primary' | 'error' }[]

export type Decision = (typeof decisions)[number]['action']

interface DecisionBarProps {
  readonly filing: FilingView
  /** Remarks collected so far; shown at the return. */
  readonly remarks: number
  readonly onDecide: (decision: Decision) => void
}

/** Exactly the decisions that the API says this reviewer may take now. */
export function DecisionBar({ filing, remarks, onDecide }: DecisionBarProps) {
  const t = useConsoleText()
  const say = useSay()
  const offered = decisions.filter(({ action }) => filing.actions.includes(action))
  const wordOf = (action: Decision) => {
    const word = say(filingActions[action].word)
    return action === 'return' && remarks > 0 ? t('review.return.withCount', { word, count: remarks }) : word
  }
  if (offered.length === 0) return null
  return (
    <ActionBar label={t('review.acts')}>
      {offered.map(({ action, variant, color }) => <Button key={action} variant={variant} color={color} onClick={() => onDecide(action)}>{wordOf(action)}</Button>)}
    </ActionBar>
  )
}
