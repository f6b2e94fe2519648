import { useText } from '@icp/app-shell'
import { answerKey } from '@icp/client'
import type { FilingView } from '@icp/contract'
import { kindsWithPapers } from '@icp/domain'
import { PapersForm } from '@icp/filing-forms'
import { Panel } from '@icp/ui'
import Typography from '@mui/material/Typography'
import { useQueryClient } from '@tanstack/react-query'

/** The papers of a filing that was handed in: read-only, but for one that came back. */
export function PapersPart({ filing: { id, kind, content, status, version } }: { readonly filing: FilingView }) {
  const t = useText()
  const queries = useQueryClient()
  if (!kindsWithPapers.includes(kind)) return null
  // A change moves the filing on, and the next act names the version that it has seen.
  const changed = () => void queries.invalidateQueries({ queryKey: answerKey('getFiling', { params: { id } }) })
  return (
    <Panel title={t('entry.papers.title')} id="papers">
      <Typography sx={{ color: 'text.secondary', mb: 2 }}>{t(status === 'returned' ? 'browsing.papersReturned' : 'browsing.papersLead')}</Typography>
      <PapersForm filingId={id} content={content} version={version} reveal={{ filingId: id }} onChanged={changed} />
    </Panel>
  )
}
