import { useAct } from '@icp/client'
import type { PaperReason } from '@icp/domain'
import { filled } from '@icp/filing-views'
import { BusyButton, ModalWindow, useSay } from '@icp/ui'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { PaperProblem } from './PaperProblem.js'
import { ReasonSelect } from './ReasonSelect.js'
import { paperFormWords as words } from './words.js'

interface TakeAwayButtonProps {
  readonly filingId: string
  readonly paperId: string
  readonly name: string
  readonly asksReason: boolean
  /** The filing was handed in, so what goes is kept. */
  readonly isKept: boolean
  /** Takes the focus when the picture is gone. */
  readonly placeId?: string
  readonly onChanged?: (version: number) => void
}

/** Takes a picture away, after a question. */
export function TakeAwayButton({ filingId, paperId, name, asksReason, isKept, placeId, onChanged }: TakeAwayButtonProps) {
  const say = useSay()
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState<PaperReason | ''>('')
  const [tried, setTried] = useState(false)
  const act = useAct('takePaperAway', {
    refreshes: ['listPapers'],
    // Of the act and not of one press: the button goes with its picture, before this is called.
    onSuccess: ({ version }) => {
      if (placeId) requestAnimationFrame(() => document.getElementById(placeId)?.focus())
      onChanged?.(version)
    },
  })
  const title = filled(say(words.takeAwayOf), { name })
  const close = () => {
    setAsking(false)
    setTried(false)
    act.reset()
  }
  const send = () => {
    setTried(true)
    if (asksReason && reason === '') return document.getElementById(`${paperId}-reason`)?.focus()
    act.mutate({ params: { id: filingId, paperId }, query: reason === '' ? {} : { reason } }, { onSuccess: close })
  }
  return (
    <>
      <Button size="small" variant="outlined" color="error" aria-label={title} onClick={() => setAsking(true)}>{say(words.takeAway)}</Button>
      <ModalWindow
        open={asking} title={title} closeLabel={say(words.close)} onClose={close} onSubmit={send} width="sm"
        actions={(
          <>
            <Button variant="outlined" onClick={close}>{say(words.cancel)}</Button>
            <BusyButton type="submit" color="error" busy={act.isPending} busyText={say(words.takingAway)}>{say(words.takeAway)}</BusyButton>
          </>
        )}
      >
        <Typography sx={{ mb: asksReason ? 2 : 0 }}>{say(isKept ? words.takeAwayKept : words.takeAwayText)}</Typography>
        {asksReason && <ReasonSelect id={`${paperId}-reason`} value={reason} missing={tried && reason === ''} onChange={setReason} />}
        {act.error && <PaperProblem problem={act.error} />}
      </ModalWindow>
    </>
  )
}
