import type { FilingView } from '@icp/contract'
import { isCancellation } from '@icp/domain'
import { BallPanel, DueMeter, PassList } from '@icp/filing-views'
import { DefinitionRows, Panel, useFormat } from '@icp/ui'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { Link } from '@tanstack/react-router'
import { paths } from '../paths.js'
import { DownloadButton } from '../shared/DownloadButton.js'
import { useConsoleText } from '../text.js'

/** Where the filing stands and until when; who has verified it and what they remarked; what was issued. */
export function Standing({ filing }: { readonly filing: FilingView }) {
  const t = useConsoleText()
  const format = useFormat()
  const remarked = filing.history.filter((event) => event.action === 'pass' && event.note)
  const { result } = filing
  return (
    <>
      <Box sx={{ display: 'grid', columnGap: 3, gridTemplateColumns: { xs: '1fr', lg: '3fr 2fr' }, alignItems: 'start' }}>
        <BallPanel kind={filing.kind} status={filing.status} reader="reviewer" title={t('review.state')} due={filing.due} urgedAt={filing.urgedAt} applicant={filing.applicant} endedWithRecord={filing.endedWithRecord} />
        <Box>
          {filing.due && <Panel title={t('review.clock')}><Box sx={{ '& > span': { whiteSpace: 'normal' } }}><DueMeter due={filing.due} /></Box></Panel>}
          <Panel title={t('review.passes')}>
            <PassList providers={filing.providers} />
            {remarked.length > 0 && (
              <>
                <Typography variant="h3" sx={{ mt: 2, mb: 0.5 }}>{t('review.remarksOfProviders')}</Typography>
                <Box component="ul" sx={{ m: 0, pl: 2.5 }}>{remarked.map((event) => <li key={event.at}>{format.labelled(event.by.name, event.note ?? '')}</li>)}</Box>
              </>
            )}
          </Panel>
        </Box>
      </Box>
      {result && (
        <Panel title={t('review.result')}>
          <DefinitionRows
            rows={[
              { label: t('review.resultSubject'), value: result.subjectNumber },
              { label: t('review.resultServices'), value: format.list(result.serviceNumbers) },
            ]}
          />
          {filing.status === 'approved' && !isCancellation(filing.kind) && (
            <Box sx={{ mb: 1 }}><Link to={paths.force as string} search={{ q: result.serviceNumbers[0] ?? result.subjectNumber } as never}>{t('forced.begin')}</Link></Box>
          )}
          {result.certificateId && <DownloadButton certificateId={result.certificateId} fileName={result.subjectNumber} text={t('review.done.certificate')} />}
        </Panel>
      )}
    </>
  )
}
