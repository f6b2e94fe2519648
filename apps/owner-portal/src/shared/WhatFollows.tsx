import { useSay, useText } from '@icp/app-shell'
import { wayOf } from '@icp/domain'
import { Panel } from '@icp/ui'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'

interface WhatFollowsProps {
  /** The website's number under the giving subject. */
  readonly number: string
  readonly side: 'giving' | 'receiving'
  /** No website stays with the giving subject. */
  readonly isLast?: boolean
}

/** What a move brings to this side once it is approved, and the way there. */
export function WhatFollows({ number, side, isLast = false }: WhatFollowsProps) {
  const t = useText()
  const say = useSay()
  return (
    <Panel title={t('migration.follows.title')}>
      <Box component="ul" sx={{ mt: 0, pl: 2.5 }}>
        <li>{t(side === 'giving' ? 'migration.follows.numberEnds' : 'migration.follows.numberNew', { number })}</li>
        <li>{t('migration.follows.accesses')}</li>
        <li>{t(side === 'receiving' ? 'migration.follows.certificateReceiving' : isLast ? 'migration.follows.certificateEnds' : 'migration.follows.certificate')}</li>
        <li>{t('migration.follows.person')}</li>
        {side === 'receiving' && <li>{t('migration.follows.duty')}</li>}
      </Box>
      <Typography component="h3" variant="h4" sx={{ mb: 1 }}>{t('finder.way')}</Typography>
      <Box component="ol" sx={{ m: 0, pl: 2.5, display: 'grid', gap: 0.5 }}>
        {wayOf('migrate-service').map((stage) => <li key={stage.key}>{say(stage.label)} <Box component="span" sx={{ color: 'text.secondary' }}>· {say(stage.time)}</Box></li>)}
      </Box>
    </Panel>
  )
}
