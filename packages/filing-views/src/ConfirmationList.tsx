import type { ConfirmationView } from '@icp/contract'
import { CardList, StatusMark, useFormat, useSay } from '@icp/ui'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { filled, viewWords } from './words.js'

interface ConfirmationListProps {
  readonly confirmations: readonly ConfirmationView[]
  readonly actionOf?: (confirmation: ConfirmationView) => ReactNode
}

/** Who has confirmed, who has not, and until when. */
export function ConfirmationList({ confirmations, actionOf }: ConfirmationListProps) {
  const say = useSay()
  const format = useFormat()
  return (
    <CardList label={say(viewWords.confirmations)} items={confirmations} itemKey={(confirmation) => confirmation.id}>
      {(confirmation) => (
        <>
          <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
            <StatusMark tone={confirmation.state === 'confirmed' ? 'good' : 'warn'} text={say(confirmation.state === 'confirmed' ? viewWords.confirmed : viewWords.waiting)} />
            <Typography sx={{ fontWeight: 600 }}>{confirmation.name}</Typography>
            <Typography component="span" sx={{ color: 'text.secondary' }}>{confirmation.mobile}</Typography>
          </Box>
          {confirmation.state === 'waiting' && (
            <Typography variant="body2" sx={{ mt: 0.5 }}>
              {filled(say(viewWords.windowUntil), { at: format.dayAndTime(confirmation.expiresAt) })} · {filled(say(viewWords.triesLeft), { n: confirmation.triesLeft })}
            </Typography>
          )}
          {actionOf?.(confirmation)}
        </>
      )}
    </CardList>
  )
}
