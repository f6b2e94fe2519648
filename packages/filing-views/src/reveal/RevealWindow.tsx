import type { ApiProblem } from '@icp/client'
import { type AccountRole, asksReadNote, type ReadPurpose, type ReadReason, readReasonsFor } from '@icp/domain'
import { Banner, BusyButton, LabelledSelect, LabelledText, ModalWindow, useFormat, useSay } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { revealWords as words } from './words.js'

interface RevealWindowProps {
  readonly role: AccountRole
  /** Of the window; left out, that of a masked value. */
  readonly title?: string
  /** What is about to be seen, and who will know. */
  readonly lead: string
  /** Under the words of the purpose. */
  readonly noteHint: string
  readonly problem: ApiProblem | null
  readonly busy: boolean
  /** What was given before. */
  readonly before: ReadPurpose | undefined
  readonly onShow: (purpose: ReadPurpose) => void
  readonly onClose: () => void
}

/** Asks what a masked value is needed for, and says who will know that it was looked at. */
export function RevealWindow({ role, title, lead, noteHint, problem, busy, before, onShow, onClose }: RevealWindowProps) {
  const say = useSay()
  const format = useFormat()
  const reasons = readReasonsFor(role)
  const [reason, setReason] = useState<ReadReason | ''>(before?.reason ?? (asksReadNote(role) ? '' : 'own-data'))
  const [note, setNote] = useState(before?.note ?? '')
  const [tried, setTried] = useState(false)
  const noteMissing = asksReadNote(role) && note.trim().length < 2
  const submit = () => {
    setTried(true)
    if (reason !== '' && !noteMissing && !busy) onShow({ reason, note: note.trim() })
  }
  return (
    <ModalWindow
      open title={title ?? say(words.title)} closeLabel={say(words.close)} onClose={onClose} onSubmit={submit} width="sm"
      actions={(leave) => (
        <>
          <Button variant="outlined" onClick={leave}>{say(words.cancel)}</Button>
          <BusyButton type="submit" busy={busy} busyText={say(words.busy)}>{say(words.confirm)}</BusyButton>
        </>
      )}
    >
      {problem && (
        <Banner tone="bad" live="alert" title={say(words.refused)}>
          {say(problem.text)}{problem.findings.map((finding) => <Box key={finding.rule}>{format.sentences(say(finding.text), say(finding.fix))}</Box>)}
        </Banner>
      )}
      <Typography sx={{ mb: 2 }}>{lead}</Typography>
      {asksReadNote(role) && (
        <Box sx={{ display: 'grid', gap: 2 }}>
          <LabelledSelect
            id="reveal-reason" label={say(words.reason)} required emptyText={say(words.choose)} value={reason} onChange={(value) => setReason(value as ReadReason | '')}
            options={reasons.map(({ id, label: text }) => ({ value: id, text: say(text) }))} {...(tried && reason === '' ? { error: say(words.reasonMissing) } : {})}
          />
          <LabelledText
            id="reveal-note" label={say(words.note)} hint={noteHint} required value={note} onChange={setNote} maxLength={300}
            {...(tried && noteMissing ? { error: say(words.noteMissing) } : {})}
          />
        </Box>
      )}
    </ModalWindow>
  )
}
