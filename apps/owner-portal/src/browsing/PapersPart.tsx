import { useText } from '@icp/app-shell'
import type { FilingView } from '@icp/contract'
import { kindsWithPapers } from '@icp/domain'
import { PapersForm } from '@icp/filing-forms'
import { Panel } from '@icp/ui'
import Typography from '@mui/material/Typography'

/** The papers of a filing that was handed in: read-only, but for one that came back. */
export function PapersPart({ filing: { id, kind, content, status } }: { readonly filing: FilingView }) {
  const t = useText()
  if (!kindsWithPapers.includes(kind)) return null
  return (
    <Panel title={t('entry.papers.title')} id="papers">
      <Typography sx={{ color: 'text.secondary', mb: 2 }}>{t(status === 'returned' ? 'browsing.papersReturned' : 'browsing.papersLead')}</Typography>
      <PapersForm filingId={id} content={content} reveal={{ filingId: id }} />
    </Panel>
  )
}
