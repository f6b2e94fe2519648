import { ProblemNotice } from '@icp/app-shell'
import { useAct } from '@icp/client'
import type { MediationRow } from '@icp/contract'
import { MediationOutcome, mediationOutcomeWords, mediationOverWords, mediationTextMost } from '@icp/domain'
import { BusyButton, LabelledRadios, LabelledText, ModalWindow, Tick, useSay } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useConsoleText } from '../text.js'

interface AnswerWindowProps {
  readonly row: MediationRow
  readonly onClose: () => void
  readonly onDone: () => void
}

/** What follows, in one of a few ways and in words; and whether the other side is asked to check its filing. */
export function AnswerWindow({ row: { id, domain, over }, onClose, onDone }: AnswerWindowProps) {
  const t = useConsoleText()
  const say = useSay()
  const act = useAct('answerMediation', { refreshes: ['listMediations'] })
  const [outcome, setOutcome] = useState<MediationOutcome | ''>('')
  const [answer, setAnswer] = useState('')
  const [tellHolder, setTellHolder] = useState(false)
  const [tried, setTried] = useState(false)
  const send = () => {
    setTried(true)
    const first = outcome === '' ? 'mediation-outcome-0' : answer.trim() === '' ? 'mediation-answer' : null
    if (first) document.getElementById(first)?.focus()
    else if (outcome !== '' && !act.isPending) act.mutate({ params: { id }, body: { outcome, answer: answer.trim(), tellHolder } }, { onSuccess: onDone })
  }
  return (
    <ModalWindow
      open title={t('mediations.answerOf', { what: domain ?? say(mediationOverWords[over]) })} closeLabel={t('mediations.window.close')} onClose={onClose} isDirty={answer.trim() !== '' || outcome !== ''} onSubmit={send} width="sm"
      actions={(leave) => (
        <>
          <Button variant="outlined" onClick={leave}>{t('keeping.cancel')}</Button>
          <BusyButton type="submit" busy={act.isPending} busyText={t('keeping.sending')}>{t('mediations.window.confirm')}</BusyButton>
        </>
      )}
    >
      {act.error && <ProblemNotice problem={act.error} />}
      <p style={{ marginTop: 0 }}>{t('mediations.window.text')}</p>
      <Box sx={{ display: 'grid', gap: 2 }}>
        <LabelledRadios
          id="mediation-outcome" label={t('mediations.window.outcome')} required value={outcome} onChange={(chosen) => setOutcome(MediationOutcome.parse(chosen))}
          options={MediationOutcome.options.map((one) => ({ value: one, text: say(mediationOutcomeWords[one]) }))} {...(tried && outcome === '' ? { error: t('mediations.window.missingOutcome') } : {})}
        />
        <LabelledText
          id="mediation-answer" label={t('mediations.window.words')} hint={t('mediations.window.hint', { most: mediationTextMost })} required multiline rows={3} value={answer} onChange={setAnswer} maxLength={mediationTextMost}
          {...(tried && answer.trim() === '' ? { error: t('mediations.window.missing') } : {})}
        />
        <Tick id="mediation-tell" label={t('mediations.window.tell')} hint={t('mediations.window.tellHint')} value={tellHolder} onChange={setTellHolder} />
      </Box>
    </ModalWindow>
  )
}
