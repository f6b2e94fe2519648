import { useFormat, useSay, useText } from '@icp/app-shell'
import { answerKey, useAct } from '@icp/client'
import { blocking, summaryOf, type SummaryGroup } from '@icp/domain'
import { FilingSummary, FindingList } from '@icp/filing-views'
import { Banner, BusyButton, ConfirmDialog, type ErrorItem, ErrorSummary, PageHeading, Panel } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { paths } from '../paths.js'
import { useDraft } from './use-draft.js'

/** Step 3: everything that was entered, a way back to each part, and Finish with its consequences spelled out. */
export function SummaryStep() {
  const t = useText()
  const say = useSay()
  const format = useFormat()
  const navigate = useNavigate()
  const draft = useDraft()
  const queries = useQueryClient()
  const finish = useAct('finishFiling')
  const [asking, setAsking] = useState(false)
  const [summary, setSummary] = useState<readonly ErrorItem[]>([])
  /** The sheet of the subject or of the website that a finding is about; the whole summary for the filing as such. */
  const partOf = (path: string) => {
    const group = summaryOf(draft.content).find((one) => path === one.path || path.startsWith(`${one.path}.`))
    return group ? `part-${group.path.replaceAll('.', '-')}` : 'filing-summary'
  }

  const ask = () => {
    const stop = blocking(draft.findings)
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
  const changeLink = (group: SummaryGroup) => (
    <Button className="no-print" size="small" variant="outlined" component={Link} to={group.path.startsWith('subject') ? paths.entrySubject : paths.entryWebsites} aria-label={t('entry.summary.changeOf', { part: say(group.title) })}>
      {t('entry.summary.change')}
    </Button>
  )
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
      <Box id="filing-summary" role="group" aria-label={t('entry.summary.title')} tabIndex={-1}><FilingSummary content={draft.content} actionOf={changeLink} /></Box>
      {others.length > 0 && <Panel title={t('entry.summary.advice')}><FindingList findings={others} content={draft.content} /></Panel>}
      <Box className="no-print" sx={{ display: 'flex', gap: 1.5, flexWrap: 'wrap' }}>
        <Button variant="outlined" size="large" onClick={() => void navigate({ to: paths.entryWebsites })}>{t('entry.previous')}</Button>
        <BusyButton size="large" busy={finish.isPending} busyText={t('entry.summary.finishing')} onClick={ask}>{t('entry.finish')}</BusyButton>
      </Box>
      <ConfirmDialog
        open={asking} title={t('entry.summary.confirmTitle')} confirmText={t('entry.summary.confirm')} cancelText={t('entry.summary.notYet')} tick={t('entry.summary.tick')}
        busy={finish.isPending} busyText={t('entry.summary.finishing')} onCancel={() => setAsking(false)} onConfirm={() => void doFinish()}
      >
        <Typography sx={{ mb: 1 }}>{t('entry.summary.consequence1')}</Typography>
        <Typography sx={{ mb: 1 }}>{t('entry.summary.consequence2')}</Typography>
        <Typography sx={{ mb: 2 }}>{t('entry.summary.consequence3')}</Typography>
      </ConfirmDialog>
    </>
  )
}
