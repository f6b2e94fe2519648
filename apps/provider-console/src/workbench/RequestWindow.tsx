import { useFormat, useSay } from '@icp/app-shell'
import { useAct } from '@icp/client'
import { fieldLabel } from '@icp/domain'
import { FieldChoice, followers } from '@icp/filing-forms'
import { Banner, BusyButton, type ErrorItem, ErrorSummary, LabelledText, ModalWindow } from '@icp/ui'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useConsoleText } from '../text.js'
import { suggestedFields } from './suggested-fields.js'
import type { ActWindowProps } from './ReasonWindow.js'
import { refreshes } from './refreshes.js'
import { WindowNotice } from './WindowNotice.js'

/** Opens a correction request of the provider's own: which fields, and why. Those that the administration or a rule complains about are ticked. */
export function RequestWindow({ filing, newer, possible, onShowNewest, onClose, onDone }: ActWindowProps) {
  const t = useConsoleText()
  const say = useSay()
  const format = useFormat()
  const [suggested] = useState(() => suggestedFields(filing))
  const [fields, setFields] = useState<readonly string[]>(suggested)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const [summary, setSummary] = useState<readonly ErrorItem[]>([])
  const act = useAct('openCorrectionRequest', { refreshes })

  const follow = fields.flatMap(followers).filter((path) => filing.correctable.includes(path) && !fields.includes(path))
  const named = filing.correctable.filter((path) => fields.includes(path) || follow.includes(path))
  const submit = () => {
    setTried(true)
    const items = [
      ...(named.length === 0 ? [{ fieldId: 'request-fields', text: t('workbench.request.fieldsMissing') }] : []),
      ...(reason.trim() === '' ? [{ fieldId: 'request-reason', text: t('workbench.reasonMissing') }] : []),
    ]
    setSummary(items)
    if (items.length > 0 || act.isPending || !possible) return
    act.mutate({ params: { id: filing.id }, body: { version: filing.version, fields: named, reason: reason.trim() } }, { onSuccess: () => onDone(t('workbench.done.request')) })
  }
  return (
    <ModalWindow
      open title={t('workbench.request.title')} closeLabel={t('workbench.close')} onClose={onClose} isDirty={reason !== '' || fields.join() !== suggested.join()}
      onSubmit={submit}
      actions={(leave) => (
        <>
          <Button variant="outlined" onClick={leave}>{t('workbench.cancel')}</Button>
          <BusyButton type="submit" disabled={!possible} busy={act.isPending} busyText={t('workbench.sending')}>{t('workbench.request.confirm')}</BusyButton>
        </>
      )}
    >
      <ErrorSummary title={t('workbench.problem')} items={summary} />
      <WindowNotice act={act} filing={filing} newer={newer} possible={possible} onShowNewest={onShowNewest} />
      <Typography sx={{ mb: 2 }}>{t('workbench.request.text')}</Typography>
      <FieldChoice
        id="request-fields" label={t('workbench.request.fields')} required content={filing.content} offered={filing.correctable} value={fields} onChange={setFields}
        {...(tried && named.length === 0 ? { error: t('workbench.request.fieldsMissing') } : {})}
      />
      {follow.length > 0 && (
        <Banner tone="neutral" live="status">{t('workbench.request.follow', { fields: format.list(follow.map((path) => say(fieldLabel(path, filing.content)))) })}</Banner>
      )}
      <LabelledText
        id="request-reason" label={t('workbench.reason')} hint={t('workbench.request.hint')} required multiline rows={3} value={reason}
        onChange={setReason} maxLength={2000}
        {...(tried && reason.trim() === '' ? { error: t('workbench.reasonMissing') } : {})}
      />
    </ModalWindow>
  )
}
