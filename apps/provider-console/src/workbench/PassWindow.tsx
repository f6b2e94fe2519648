import { Answered, useMe, useSay } from '@icp/app-shell'
import { useAct, useAnswer } from '@icp/client'
import { type AskedSheetLine, blocking, formOf } from '@icp/domain'
import { Banner, BusyButton, type ErrorItem, ErrorSummary, LabelledText, ModalWindow } from '@icp/ui'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useConsoleText } from '../text.js'
import type { ActWindowProps } from './ReasonWindow.js'
import { refreshes } from './refreshes.js'
import { answersOf, checkTitle, lackOf, lineId, type SheetState, sheetParts } from './sheet-answers.js'
import { SheetForm } from './SheetForm.js'
import { WindowNotice } from './WindowNotice.js'

const textOf = { registration: 'text', cancellation: 'cancellation', migration: 'migration' } as const
/** More than these are counted and not listed. */
const mostListed = 12

/** Passes the filing on its verification sheet: every line is answered by whoever looked. */
export function PassWindow({ filing, newer, possible, onShowNewest, onClose, onDone }: ActWindowProps) {
  const t = useConsoleText()
  const say = useSay()
  const me = useMe()
  const sheet = useAnswer('getVerificationSheet', { params: { id: filing.id } })
  const [state, setState] = useState<SheetState>({})
  const [remark, setRemark] = useState('')
  const [tried, setTried] = useState(false)
  const [summary, setSummary] = useState<readonly ErrorItem[]>([])
  const act = useAct('passFiling', { refreshes })
  const lines = sheet.data?.asked
  const stops = blocking(filing.findings).length
  const others = filing.providers.filter((provider) => provider.id !== me.provider?.id && provider.state === 'waiting').length

  const missingOf = (asked: readonly AskedSheetLine[]): ErrorItem[] => sheetParts(asked, filing.content).flatMap((part) => part.lines.flatMap((line) => {
    const [lack, words] = [lackOf(line, state), { part: say(part.title), check: say(checkTitle(line)) }]
    if (lack === 'answer') return [{ fieldId: lineId(line), text: t('workbench.sheet.missing', words) }]
    return lack === 'reason' ? [{ fieldId: `${lineId(line)}-reason`, text: t('workbench.sheet.reasonMissing', words) }] : []
  }))
  const submit = () => {
    if (!lines || act.isPending || !possible || stops > 0) return
    setTried(true)
    const missing = missingOf(lines)
    const [listed, rest] = [missing.slice(0, mostListed), missing.length - mostListed]
    setSummary(rest > 0 ? [...listed, { fieldId: '', text: t('workbench.sheet.more', { count: rest }) }] : listed)
    if (missing.length > 0) return
    const body = { version: filing.version, sheet: answersOf(lines, state), ...(remark.trim() ? { remark: remark.trim() } : {}) }
    act.mutate({ params: { id: filing.id }, body }, {
      onSuccess: () => onDone(t('workbench.done.pass')),
      // What is asked may have changed while it was looked at.
      onError: () => void sheet.refetch(),
    })
  }
  return (
    <ModalWindow
      open title={t('workbench.pass.title')} closeLabel={t('workbench.close')} onClose={onClose} isDirty={remark !== '' || Object.keys(state).length > 0} onSubmit={submit}
      actions={(leave) => (
        <>
          <Button variant="outlined" onClick={leave}>{t('workbench.cancel')}</Button>
          <BusyButton type="submit" disabled={!possible || stops > 0 || !lines} busy={act.isPending} busyText={t('workbench.sending')}>{t('workbench.pass.confirm')}</BusyButton>
        </>
      )}
    >
      <ErrorSummary title={t('workbench.problem')} items={summary} />
      <WindowNotice act={act} filing={filing} newer={newer} possible={possible} onShowNewest={onShowNewest} />
      {stops > 0 && <Banner tone="bad">{t('workbench.pass.blocking', { count: stops })}</Banner>}
      <Typography sx={{ mb: 2 }}>{t(`workbench.pass.${textOf[formOf(filing.kind)]}`)} {others > 0 && t('workbench.pass.others', { count: others })}</Typography>
      <Answered answer={sheet} rows={6}>
        {({ asked }) => asked.length > 0 && <SheetForm lines={asked} content={filing.content} state={state} tried={tried} onChange={setState} />}
      </Answered>
      <LabelledText id="reason-text" label={t('workbench.pass.remark')} hint={t('workbench.pass.remarkHint')} multiline rows={3} value={remark} onChange={setRemark} maxLength={1000} />
    </ModalWindow>
  )
}
