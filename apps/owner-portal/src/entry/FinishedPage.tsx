import { useFormat, useSay, useText } from '@icp/app-shell'
import { useAnswer } from '@icp/client'
import { StatusChip } from '@icp/filing-views'
import { Banner, CopyButton, DefinitionRows, ErrorState, LoadingRows, PageHeading, Panel } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { Link, useParams } from '@tanstack/react-router'
import { paths } from '../paths.js'
import { ReceiptPanel } from '../shared/ReceiptPanel.js'

/** The receipt after Finish; the address may be kept and opened again. */
export function FinishedPage() {
  const t = useText()
  const say = useSay()
  const format = useFormat()
  const { id } = useParams({ strict: false }) as { id: string }
  const filing = useAnswer('getFiling', { params: { id } })
  if (filing.error) return <ErrorState title={say(filing.error.text)} retry={() => void filing.refetch()} retryText={t('entry.retry')} />
  // Right after Finish the answer in memory is still the draft's.
  if (!filing.data || filing.data.status === 'draft') return <LoadingRows label={t('entry.loading')} />
  return (
    <>
      <PageHeading lead={t('entry.done.lead')}>{t('entry.done.title')}</PageHeading>
      <Banner tone="good" title={t('entry.done.banner', { reference: filing.data.reference ?? '' })}>{t('entry.done.locked')}</Banner>
      <Panel title={t('entry.done.receipt')}>
        <DefinitionRows
          rows={[
            { label: t('entry.done.reference'), value: filing.data.reference, action: <CopyButton value={filing.data.reference ?? ''} label={t('entry.done.copy')} copiedText={t('entry.done.copied')} failedText={t('entry.done.notCopied')} /> },
            { label: t('entry.done.time'), value: filing.data.finishedAt ? format.dayAndTime(filing.data.finishedAt) : '' },
            { label: t('entry.done.status'), value: <StatusChip status={filing.data.status} /> },
            { label: t('entry.done.providers'), value: format.list(filing.data.providers.map((provider) => provider.name)) },
          ]}
        />
      </Panel>
      <ReceiptPanel id={id} />
      <Panel title={t('entry.done.nextTitle')}>
        <Box component="ol" sx={{ mt: 0 }}>
          <li>{t('entry.done.next1')}</li>
          <li>{t('entry.done.next2')}</li>
          <li>{t('entry.done.next3')}</li>
        </Box>
        <Box sx={{ display: 'flex', gap: 1.5, flexWrap: 'wrap' }} className="no-print">
          <Button variant="contained" component={Link} to={paths.progressOne} params={{ id } as never}>{t('entry.done.progress')}</Button>
          <Button variant="outlined" component={Link} to={paths.browseOne} params={{ id } as never}>{t('entry.done.browse')}</Button>
          <Button variant="outlined" onClick={() => window.print()}>{t('entry.summary.print')}</Button>
        </Box>
      </Panel>
    </>
  )
}
