import { ProblemNotice, useProblems } from '@icp/app-shell'
import { useAct } from '@icp/client'
import type { AnswerOf, ServedAccess } from '@icp/contract'
import { useFreshRuleData, useOfferedCodes } from '@icp/filing-views'
import { Banner, BusyButton, ErrorSummary, LabelledSelect, LabelledText, ModalWindow, useSay } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useConsoleText } from '../text.js'

interface EndAccessWindowProps {
  readonly row: ServedAccess
  readonly onClose: () => void
  readonly onDone: (ended: AnswerOf<'endAccess'>) => void
}

const ids = { reason: 'end-reason', note: 'end-note' } as const

/** What ends and what stays, and why it ends; the owner reads the note. */
export function EndAccessWindow({ row, onClose, onDone }: EndAccessWindowProps) {
  const t = useConsoleText()
  const say = useSay()
  const [reason, setReason] = useState('')
  const [note, setNote] = useState('')
  const problems = useProblems(ids)
  const act = useAct('endAccess', { refreshes: ['listServedAccesses', 'listFilings', 'getFigures'] })
  useFreshRuleData()
  const reasons = useOfferedCodes('cancellationReasons')
  const error = (field: keyof typeof ids) => {
    const text = problems.errorOf(field)
    return text ? { error: text } : {}
  }
  const submit = () => {
    if (act.isPending) return
    if (!problems.check([['reason', reason === '', t('served.reasonMissing')], ['note', note.trim() === '', t('served.noteMissing')]])) return
    act.mutate({ params: { id: row.id }, body: { reason, note: note.trim() } }, { onSuccess: onDone, onError: problems.refused })
  }
  return (
    <ModalWindow
      open width="sm" title={t('served.endOf', { name: row.serviceName })} closeLabel={t('served.close')} onClose={onClose} onSubmit={submit} isDirty={reason !== '' || note !== ''}
      actions={(leave) => (
        <>
          <Button variant="outlined" onClick={leave}>{t('served.cancel')}</Button>
          <BusyButton type="submit" color="error" busy={act.isPending} busyText={t('served.sending')}>{t('served.send')}</BusyButton>
        </>
      )}
    >
      <ErrorSummary title={t('served.problem')} items={problems.items} />
      {problems.failure && <ProblemNotice problem={problems.failure} />}
      <Box sx={{ display: 'grid', gap: 2.5 }}>
        <Typography>{t('served.what', { number: row.serviceNumber, subject: row.subjectName })}</Typography>
        {row.isLast && <Banner tone="warn">{t('served.lastMeans')}</Banner>}
        <LabelledSelect
          id={ids.reason} label={t('served.reason')} required value={reason} onChange={setReason} emptyText={t('served.choose')}
          options={reasons.map((code) => ({ value: code.id, text: say(code) }))} {...error('reason')}
        />
        <LabelledText id={ids.note} label={t('served.note')} hint={t('served.noteHint')} required multiline value={note} onChange={setNote} maxLength={500} {...error('note')} />
      </Box>
    </ModalWindow>
  )
}
