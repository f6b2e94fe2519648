import { useFormat, useSay } from '@icp/app-shell'
import { useAct } from '@icp/client'
import type { RequestView } from '@icp/contract'
import { blocking, fieldLabel, findingsFor, type RegistrationContent, whatChanged } from '@icp/domain'
import { FieldList, findingAt, useRuleContext, useShownFindings } from '@icp/filing-forms'
import { FindingBasis, useFreshRuleData } from '@icp/filing-views'
import { Banner, BusyButton, type ErrorItem, ErrorSummary, LabelledText, ModalWindow } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useMemo, useState } from 'react'
import { useConsoleText } from '../text.js'
import { findingsElsewhere, judgeable, namedRows, onto, withNamedChanges } from './correction.js'
import { CorrectionPreview } from './CorrectionPreview.js'
import type { ActWindowProps } from './ReasonWindow.js'
import { refreshes } from './refreshes.js'
import { RequestChoice } from './RequestChoice.js'
import { WindowNotice } from './WindowNotice.js'

interface CorrectionWindowProps extends ActWindowProps {
  readonly requests: readonly RequestView[]
  readonly original: RegistrationContent
}

/** Stands for the request while there is none any more, such as after the filing was closed meanwhile. */
const none: Pick<RequestView, 'id' | 'fields' | 'reason'> = { id: '', fields: [], reason: '' }

/**
 * Edits the fields that one open request names, with findings as they are typed and before/after before anything is saved. What is typed is
 * kept as changes on top of the filing, so that it survives a refusal and also a filing that somebody else has changed meanwhile.
 */
export function CorrectionWindow({ filing, newer, possible, onShowNewest, onClose, onDone, requests, original }: CorrectionWindowProps) {
  const t = useConsoleText()
  const format = useFormat()
  const say = useSay()
  const [chosen, setChosen] = useState(requests[0]?.id ?? '')
  const request = requests.find((one) => one.id === chosen) ?? requests[0] ?? none
  const [base, setBase] = useState(original)
  const [typed, setTyped] = useState(original)
  const [reason, setReason] = useState('')
  const [summary, setSummary] = useState<readonly ErrorItem[]>([])
  const { isShown, onLeave, tried, tryNow } = useShownFindings()
  const act = useAct('correctFiling', { refreshes })

  const edited = useMemo(() => withNamedChanges(original, onto(original, base, typed), request), [original, base, typed, request])
  const type = (next: RegistrationContent) => {
    setBase(original)
    setTyped(next)
  }
  useFreshRuleData()
  const context = useRuleContext()
  const findings = useMemo(() => judgeable(original, edited, findingsFor(filing.kind, edited, context)), [filing.kind, original, edited, context])
  const rows = namedRows(request, filing.kind, edited)
  const elsewhere = findingsElsewhere(filing.kind, original, edited, request, context)
  const changed = whatChanged(original, edited).length > 0
  const stops = rows.filter((row) => blocking(findings).some((finding) => finding === findingAt(findings, row.path)))

  const submit = () => {
    tryNow()
    const items = [
      ...(changed ? [] : [{ fieldId: 'correction-fields', text: t('workbench.correct.nothing') }]),
      ...(reason.trim() === '' ? [{ fieldId: 'correction-reason', text: t('workbench.reasonMissing') }] : []),
    ]
    setSummary(items)
    if (items.length > 0 || act.isPending || !possible) return
    act.mutate(
      { params: { id: filing.id }, body: { version: filing.version, requestId: request.id, reason: reason.trim(), content: edited } },
      { onSuccess: () => onDone(t('workbench.done.correct')) },
    )
  }
  return (
    <ModalWindow
      open title={t('workbench.correct.title')} closeLabel={t('workbench.close')} onClose={onClose} isDirty={changed || reason !== ''} onSubmit={submit}
      actions={(leave) => (
        <>
          <Button variant="outlined" onClick={leave}>{t('workbench.cancel')}</Button>
          <BusyButton type="submit" disabled={!possible} busy={act.isPending} busyText={t('workbench.sending')}>{t('workbench.correct.confirm')}</BusyButton>
        </>
      )}
    >
      <ErrorSummary title={t('workbench.problem')} items={summary} />
      <WindowNotice act={act} filing={filing} newer={newer} possible={possible} onShowNewest={onShowNewest} />
      <Typography sx={{ mb: 2 }}>{t('workbench.correct.text')}</Typography>
      <RequestChoice id="correction-request" label={t('workbench.correct.which')} requests={requests} value={chosen} onChange={setChosen} />
      {requests.length === 1 && <Typography sx={{ mb: 2, fontWeight: 600 }}>{t('workbench.correct.asked', { reason: request.reason })}</Typography>}
      <Box id="correction-fields" role="group" aria-label={t('workbench.correct.fields')} tabIndex={-1} sx={{ mb: 3, mt: 2 }}>
        <FieldList kind={filing.kind} rows={rows} content={edited} onChange={type} findings={findings} isShown={isShown} onLeave={onLeave} />
      </Box>
      {stops.length > 0 && changed && <Banner tone="warn" live="status">{t('workbench.correct.blocking')}</Banner>}
      {elsewhere.length > 0 && (
        <Banner tone="warn" live="status" title={t('workbench.correct.elsewhere')}>
          <Box component="ul" sx={{ m: 0, pl: 2.5 }}>{elsewhere.map((finding) => <li key={`${finding.rule}-${finding.path}`}>{format.labelled(say(fieldLabel(finding.path, edited)), say(finding.text))} <FindingBasis finding={finding} /></li>)}</Box>
        </Banner>
      )}
      <Typography variant="h3" sx={{ mb: 1 }}>{t('workbench.correct.preview')}</Typography>
      <CorrectionPreview before={original} after={edited} />
      <LabelledText
        id="correction-reason" label={t('workbench.reason')} hint={t('workbench.correct.hint')} required multiline rows={3} value={reason}
        onChange={setReason} maxLength={2000}
        {...(tried && reason.trim() === '' ? { error: t('workbench.reasonMissing') } : {})}
      />
    </ModalWindow>
  )
}
