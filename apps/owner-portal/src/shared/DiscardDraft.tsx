import { ProblemNotice, useSay, useText } from '@icp/app-shell'
import { useAct } from '@icp/client'
import type { FilingRow } from '@icp/contract'
import { filingActions } from '@icp/domain'
import { ConfirmDialog } from '@icp/ui'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'

/** Deletes a draft for good, after asking. */
export function DiscardDraft({ filing }: { readonly filing: Pick<FilingRow, 'id' | 'version'> }) {
  const t = useText()
  const say = useSay()
  const [asking, setAsking] = useState(false)
  const discard = useAct('discardDraft', { refreshes: ['listFilings', 'getFiling'] })
  return (
    <>
      <Button variant="outlined" color="error" onClick={() => setAsking(true)}>{say(filingActions.discard.word)}</Button>
      <ConfirmDialog
        open={asking} tone="bad" title={t('start.discardTitle')} confirmText={say(filingActions.discard.word)} cancelText={t('browsing.keep')} busy={discard.isPending}
        onCancel={() => setAsking(false)} onConfirm={() => discard.mutate({ params: { id: filing.id }, body: { version: filing.version } }, { onSuccess: () => setAsking(false) })}
      >
        {discard.error && <ProblemNotice problem={discard.error} />}
        <Typography>{t('start.discardText')}</Typography>
      </ConfirmDialog>
    </>
  )
}
