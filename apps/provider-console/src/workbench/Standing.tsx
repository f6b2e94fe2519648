import type { FilingView } from '@icp/contract'
import { BallPanel, DueMeter, PassList } from '@icp/filing-views'
import { DefinitionRows, Panel, useFormat } from '@icp/ui'
import Box from '@mui/material/Box'
import { useConsoleText } from '../text.js'

/** Where the filing stands, who acts next and until when; who has verified it; and what came of it. */
export function Standing({ filing }: { readonly filing: FilingView }) {
  const t = useConsoleText()
  const format = useFormat()
  return (
    <>
      <Box sx={{ display: 'grid', columnGap: 3, gridTemplateColumns: { xs: '1fr', lg: '3fr 2fr' }, alignItems: 'start' }}>
        <BallPanel kind={filing.kind} status={filing.status} reader="provider" title={t('workbench.state')} due={filing.due} urgedAt={filing.urgedAt} applicant={filing.applicant} endedWithRecord={filing.endedWithRecord} />
        <Panel title={t(filing.due ? 'workbench.clock' : 'workbench.passes')}>
          {filing.due && <Box sx={{ mb: 2, '& > span': { whiteSpace: 'normal' } }}><DueMeter due={filing.due} /></Box>}
          <PassList providers={filing.providers} />
        </Panel>
      </Box>
      {filing.result && (
        <Panel title={t('workbench.result')}>
          <DefinitionRows
            rows={[
              { label: t('workbench.resultSubject'), value: filing.result.subjectNumber },
              { label: t('workbench.resultServices'), value: format.list(filing.result.serviceNumbers) },
            ]}
          />
        </Panel>
      )}
    </>
  )
}
