import type { ApiProblem } from '@icp/client'
import { mediaTypes, type PaperReason } from '@icp/domain'
import { filled, useObjectUrl, usePaperText } from '@icp/filing-views'
import { BusyButton, useFormat, useSay } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useEffect, useMemo, useRef, useState } from 'react'
import { PaperProblem } from './PaperProblem.js'
import type { ReadyPicture } from './prepare-picture.js'
import { ReasonSelect } from './ReasonSelect.js'
import { paperFormWords as words } from './words.js'

interface ReadyPaperProps {
  readonly ready: ReadyPicture
  readonly name: string
  /** Sets its inputs apart from those of other places. */
  readonly id: string
  readonly replaces: boolean
  readonly asksReason: boolean
  readonly busy: boolean
  readonly problem: ApiProblem | null
  readonly onHandIn: (bytes: Uint8Array, reason: PaperReason | undefined) => void
  readonly onLeave: () => void
}

/** A picture as it will be sent, with its size and kind, before it is. It stays when it is refused. */
export function ReadyPaper({ ready: { picture, before, drawn }, name, id, replaces, asksReason, busy, problem, onHandIn, onLeave }: ReadyPaperProps) {
  const say = useSay()
  const format = useFormat()
  const { facts } = usePaperText()
  const [reason, setReason] = useState<PaperReason | ''>(asksReason && !replaces ? 'missing' : '')
  const [tried, setTried] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const bytes = useMemo(() => new Blob([new Uint8Array(picture.bytes)], { type: mediaTypes[picture.format].type }), [picture])
  const address = useObjectUrl(bytes)
  useEffect(() => box.current?.focus(), [picture])
  const send = () => {
    setTried(true)
    if (asksReason && reason === '') document.getElementById(`${id}-reason`)?.focus()
    else onHandIn(picture.bytes, reason === '' ? undefined : reason)
  }
  return (
    <Box ref={box} role="group" aria-label={filled(say(words.preview), { name })} tabIndex={-1} sx={{ mt: 1 }}>
      {address && <Box component="img" src={address} alt={filled(say(words.preview), { name })} sx={{ display: 'block', maxWidth: '100%', maxHeight: 240, border: 1, borderColor: 'divider', mb: 1 }} />}
      <Typography sx={{ fontWeight: 600 }}>{filled(say(words.ready), { facts: facts({ ...picture, size: picture.bytes.length }) })}</Typography>
      {drawn && (
        <Typography variant="body2">
          {format.sentences(picture.bytes.length < before ? filled(say(words.compressed), { kilobytes: format.number(Math.ceil(before / 1024)) }) : '', say(words.drawn))}
        </Typography>
      )}
      {asksReason && <Box sx={{ mt: 1.5 }}><ReasonSelect id={`${id}-reason`} value={reason} missing={tried && reason === ''} onChange={setReason} /></Box>}
      {problem && <PaperProblem problem={problem} kept />}
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', mt: 1.5 }}>
        <BusyButton busy={busy} busyText={say(words.handingIn)} onClick={send}>{say(replaces ? words.handInInstead : words.handIn)}</BusyButton>
        <Button variant="outlined" disabled={busy} onClick={onLeave}>{say(words.another)}</Button>
      </Box>
    </Box>
  )
}
