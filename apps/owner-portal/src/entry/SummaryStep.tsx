import { useFormat, useSay, useText } from '@icp/app-shell'
import { answerKey, useAct, useAnswer } from '@icp/client'
import { blocking, entryScope, paperPath, summaryOf, type SummaryGroup } from '@icp/domain'
import { FilingSummary, FindingList, placeId } from '@icp/filing-views'
import { Banner, BusyButton, ConfirmDialog, type ErrorItem, ErrorSummary, PageHeading, Panel } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { paths } from '../paths.js'
import { draftSearch, stepPaths } from '../shared/draft-path.js'
import { useMissingPapers } from '../shared/missing-papers.js'
import { MediationsPart } from './MediationsPart.js'
import { PapersPart } from './PapersPart.js'
import { useDraft } from './use-draft.js'
import { useStepChange } from './use-step-change.js'

/** Step 3: everything that was entered, a way back to each part, and Finish with its consequences spelled out. */
export function SummaryStep() {
  const t = useText()
  const say = useSay()
  const format = useFormat()
  const navigate = useNavigate()
  const draft = useDraft()
  const goTo = useStepChange()
  const scope = entryScope(draft.kind)
  // What differs from the register only the server can say; asked when the last save is through.
  const onRecord = useAnswer('getFiling', { params: { id: draft.id } }, { enabled: draft.kind !== 'new-subject' && draft.state === 'saved', staleTime: 0 })
  const queries = useQueryClient()
  const finish = useAct('finishFiling')
  const missing = useMissingPapers(draft.id)
  const [asking, setAsking] = useState(false)
  const [summary, setSummary] = useState<readonly ErrorItem[]>([])
  /** The sheet of the subject or of the website that a finding is about, or the place of a paper; the whole summary for the filing as such. */
  const partOf = (path: string) => {
    if (path.startsWith('papers.')) {
      const place = missing.slots.find((slot) => paperPath({ ...slot, providerId: null }) === path)
      return place ? placeId(place) : 'papers'
    }
    const group = summaryOf(draft.content).find((one) => path === one.path || path.startsWith(`${one.path}.`))
    return group ? `part-${group.path.replaceAll('.', '-')}` : 'filing-summary'
  }

  const ask = () => {
    const stop = [...blocking(draft.findings), ...missing.stops]
    setSummary(stop.map((finding) => ({ fieldId: partOf(finding.path), text: say(finding.text) })))
    if (stop.length === 0) setAsking(true)
  }
  const doFinish = async () => {
    if (finish.isPending) return
    const { safe, version } = await draft.flush()
    if (!safe) {
      setAsking(false)
      return
    }
    finish.mutate({ params: { id: draft.id }, body: { version } }, {
      onSuccess: (receipt) => {
        // Away from the draft first: once the lists are asked again there is no draft any more.
        void navigate({ to: paths.entryDone, params: { id: receipt.id }, replace: true }).then(() => {
          for (const stale of ['listFilings', 'getFiling'] as const) void queries.invalidateQueries({ queryKey: answerKey(stale) })
        })
      },
      onError: (problem) => {
        setAsking(false)
        setSummary(problem.findings.length > 0
          ? problem.findings.map((finding) => ({ fieldId: partOf(finding.path), text: format.sentences(say(finding.text), say(finding.fix)) }))
          : [{ fieldId: '', text: say(problem.text) }])
      },
    })
  }
  const mayChange = ({ section }: SummaryGroup) => (section === 'subject' || section === 'legal-person' ? scope.subject : section === 'access' ? scope.accessFields : scope.serviceFields)
  const changeLink = (group: SummaryGroup) => (mayChange(group) ? (
    <Button
      className="no-print" size="small" variant="outlined" component={Link} to={stepPaths[group.path.startsWith('subject') ? 'subject' : 'websites']} search={draftSearch(draft) as never}
      aria-label={t('entry.summary.changeOf', { part: say(group.title) })}
    >
      {t('entry.summary.change')}
    </Button>
  ) : null)
  const others = draft.findings.filter((finding) => finding.severity !== 'block')
  return (
    <>
      <ErrorSummary title={t('entry.problem')} items={summary} />
      <PageHeading
        lead={t('entry.summary.lead')} titlePrefix={summary.length > 0 ? t('entry.errorPrefix') : ''}
        actions={<Button className="no-print" variant="outlined" onClick={() => window.print()}>{t('entry.summary.print')}</Button>}
      >
        {t('entry.summary.title')}
      </PageHeading>
      <Banner tone="neutral" title={t('entry.summary.notSent')} />
      <Box id="filing-summary" role="group" aria-label={t('entry.summary.title')} tabIndex={-1}><FilingSummary content={draft.content} differences={onRecord.data?.differences ?? []} actionOf={changeLink} /></Box>
      <MediationsPart refused={finish.error?.findings ?? []} />
      <PapersPart />
      {others.length > 0 && <Panel title={t('entry.summary.advice')}><FindingList findings={others} content={draft.content} /></Panel>}
      <Box className="no-print" sx={{ display: 'flex', gap: 1.5, flexWrap: 'wrap' }}>
        <Button variant="outlined" size="large" onClick={() => goTo('websites')}>{t('entry.previous')}</Button>
        <BusyButton size="large" busy={finish.isPending} busyText={t('entry.summary.finishing')} onClick={ask}>{t('entry.finish')}</BusyButton>
      </Box>
      <ConfirmDialog
        open={asking} title={t('entry.summary.confirmTitle')} confirmText={t('entry.summary.confirm')} cancelText={t('entry.summary.notYet')} tick={t('entry.summary.tick')}
        busy={finish.isPending} busyText={t('entry.summary.finishing')} onCancel={() => setAsking(false)} onConfirm={() => void doFinish()}
      >
        <Typography sx={{ mb: 1 }}>{t('entry.summary.consequence1')}</Typography>
        <Typography sx={{ mb: 1 }}>{t('entry.summary.consequence2')}</Typography>
        <Typography sx={{ mb: 2 }}>{t('entry.summary.consequence3')}</Typography>
        {missing.slots.length > 0 && <Typography sx={{ mb: 2 }}>{t('entry.papers.missing', { papers: format.list([...new Set(missing.slots.map(({ title }) => say(title)))]) })}</Typography>}
      </ConfirmDialog>
    </>
  )
}
