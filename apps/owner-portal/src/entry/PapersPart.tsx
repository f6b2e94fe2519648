import { useFormat, useSay, useText } from '@icp/app-shell'
import { PapersForm } from '@icp/filing-forms'
import { Banner, Panel } from '@icp/ui'
import Typography from '@mui/material/Typography'
import { useMissingPapers } from '../shared/missing-papers.js'
import { useDraft } from './use-draft.js'

/** The papers of a draft: what is asked for, what is still missing, and where it is handed in. They may also be given to the provider when it verifies. */
export function PapersPart() {
  const t = useText()
  const say = useSay()
  const format = useFormat()
  const { id, content } = useDraft()
  const { slots, stops } = useMissingPapers(id)
  const stop = stops.length > 0
  return (
    <Panel title={t('entry.papers.title')} id="papers">
      <Typography sx={{ color: 'text.secondary', mb: 2 }}>{t('entry.papers.lead')}</Typography>
      {slots.length > 0 && (
        <Banner tone={stop ? 'bad' : 'warn'} title={t('entry.papers.missing', { papers: format.list([...new Set(slots.map(({ title }) => say(title)))]) })}>{t(stop ? 'entry.papers.missingStops' : 'entry.papers.missingLater')}</Banner>
      )}
      <PapersForm filingId={id} content={content} />
    </Panel>
  )
}
