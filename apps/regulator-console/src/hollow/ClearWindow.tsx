import { ProblemNotice } from '@icp/app-shell'
import { useAct } from '@icp/client'
import type { Clearance, HollowRow } from '@icp/contract'
import { ConfirmDialog } from '@icp/ui'
import Box from '@mui/material/Box'
import { useConsoleText } from '../text.js'
import { numberOf } from './hollow-number.js'

interface ClearWindowProps {
  readonly rows: readonly HollowRow[]
  readonly onClose: () => void
  readonly onDone: (results: readonly Clearance[]) => void
}

/** Says which numbers end before any does. */
export function ClearWindow({ rows, onClose, onDone }: ClearWindowProps) {
  const t = useConsoleText()
  const act = useAct('clearHollow', { refreshes: ['listHollow'] })
  const send = () => act.mutate({ body: { ids: rows.map(({ id }) => id) } }, { onSuccess: ({ results }) => onDone(results) })
  return (
    <ConfirmDialog
      open tone="bad" title={t('hollow.confirm.title', { count: rows.length })} confirmText={t('hollow.confirm.button')} cancelText={t('keeping.cancel')} busy={act.isPending} busyText={t('keeping.sending')}
      onCancel={onClose} onConfirm={send}
    >
      {act.error && <ProblemNotice problem={act.error} />}
      <p style={{ marginTop: 0 }}>{t('hollow.confirm.text')}</p>
      <Box component="ul" aria-label={t('hollow.confirm.list')} sx={{ m: 0, pl: 2.5, maxHeight: 240, overflowY: 'auto', overflowWrap: 'anywhere' }}>
        {rows.map((row) => <li key={row.id}>{[numberOf(row), row.serviceName ?? row.subjectName].join(' · ')}</li>)}
      </Box>
    </ConfirmDialog>
  )
}
