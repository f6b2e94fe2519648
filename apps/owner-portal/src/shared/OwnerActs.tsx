import { ProblemNotice, useSay, useText } from '@icp/app-shell'
import { useAct } from '@icp/client'
import type { FilingView } from '@icp/contract'
import { filingActions } from '@icp/domain'
import { Banner, ConfirmDialog } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { draftPath } from './draft-path.js'
import { hasOwnerActs, mayRedraft } from './owner-acts.js'

/** What the owner may still do with a locked filing: ask for a correction, or withdraw; after a refusal, start anew from its content. */
export function OwnerActs({ filing, onRequest }: { readonly filing: FilingView; readonly onRequest?: () => void }) {
  const t = useText()
  const say = useSay()
  const navigate = useNavigate()
  const [asking, setAsking] = useState(false)
  const withdraw = useAct('withdrawFiling', { refreshes: ['getFiling', 'listFilings'] })
  const redraft = useAct('createFiling', { refreshes: ['listFilings'] })
  const problem = withdraw.error ?? redraft.error
  const mayRequest = filing.actions.includes('open-correction-request') && onRequest
  const mayWithdraw = filing.actions.includes('withdraw')
  if (!hasOwnerActs(filing)) return null
  return (
    <Box sx={{ mt: 2 }}>
      {problem && <ProblemNotice problem={problem} />}
      {filing.status !== 'approved' && mayRequest && <Banner tone="neutral">{t('browsing.onlyProvider')}</Banner>}
      <Box sx={{ display: 'flex', gap: 1.5, flexWrap: 'wrap' }}>
        {mayRequest && <Button variant="contained" onClick={onRequest}>{say(filingActions['open-correction-request'].word)}</Button>}
        {mayWithdraw && <Button variant="outlined" color="error" onClick={() => setAsking(true)}>{t('browsing.withdrawConfirm')}</Button>}
        {mayRedraft(filing) && (
          <Button
            variant="contained"
            onClick={() => redraft.mutate({ body: { kind: filing.kind, fromFilingId: filing.id } }, { onSuccess: (draft) => void navigate(draftPath(draft) as never) })}
          >
            {t('browsing.redraft')}
          </Button>
        )}
      </Box>
      <ConfirmDialog
        open={asking} tone="bad" title={t('browsing.withdrawTitle')} confirmText={t('browsing.withdrawConfirm')} cancelText={t('browsing.keep')} busy={withdraw.isPending}
        onCancel={() => setAsking(false)} onConfirm={() => withdraw.mutate({ params: { id: filing.id }, body: { version: filing.version } }, { onSettled: () => setAsking(false) })}
      >
        <Typography>{t('browsing.withdrawText')}</Typography>
      </ConfirmDialog>
    </Box>
  )
}
