import { useBytes } from '@icp/client'
import type { FilingContent, ReadPurpose } from '@icp/domain'
import { ErrorState, ModalWindow, useFormat, useSay } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { type KeyboardEvent, useState } from 'react'
import type { Revealable } from '../reveal/use-reveal.js'
import { filled } from '../words.js'
import { FiledBeside } from './FiledBeside.js'
import type { ShownPaper } from './shown-paper.js'
import { TurnedPicture } from './TurnedPicture.js'
import { useObjectUrl } from './use-object-url.js'
import { usePaperText } from './use-paper-text.js'
import { paperWords } from './words.js'

const zooms = [1, 1.5, 2, 3, 4, 6] as const

interface PaperViewerProps {
  readonly filingId: string
  readonly content: FilingContent
  readonly shown: readonly ShownPaper[]
  /** The id of the picture that is looked at. */
  readonly current: string
  readonly onChange: (paperId: string) => void
  readonly onClose: () => void
  readonly purpose: ReadPurpose
  readonly reveal?: Revealable
}

/**
 * One picture after the other: larger, turned, and beside what was filed. Everything is a button; the keys work wherever in the window the focus is, while nothing
 * is typed. ← → are left to scrolling once the picture is larger than its area.
 */
export function PaperViewer({ filingId, content, shown, current, onChange, onClose, purpose, reveal }: PaperViewerProps) {
  const say = useSay()
  const format = useFormat()
  const { facts, origin } = usePaperText()
  const [zoom, setZoom] = useState(0)
  const [turns, setTurns] = useState(0)
  const [compares, setCompares] = useState(false)
  const at = shown.findIndex(({ paper }) => paper.id === current)
  const one = shown[at]
  const { data, error, refetch } = useBytes('getPaper', { params: { id: filingId, paperId: current }, body: purpose }, { enabled: one !== undefined })
  const address = useObjectUrl(data)
  if (!one) return null
  const { paper, about, nth } = one
  const title = nth === null ? say(one.title) : filled(say(paperWords.picture), { title: say(one.title), n: nth })
  const step = (by: number) => {
    const other = shown[at + by]
    if (!other) return
    setZoom(0)
    setTurns(0)
    onChange(other.paper.id)
  }
  const zoomBy = (by: number) => setZoom((now) => Math.min(zooms.length - 1, Math.max(0, now + by)))
  const turn = () => setTurns((now) => (now + 1) % 4)
  const keys: Readonly<Record<string, () => void>> = {
    '+': () => zoomBy(1), '=': () => zoomBy(1), '-': () => zoomBy(-1), '0': () => setZoom(0), r: turn, R: turn, ...(zoom === 0 ? { ArrowLeft: () => step(-1), ArrowRight: () => step(1) } : {}),
  }
  const press = (event: KeyboardEvent) => {
    const act = keys[event.key]
    if (!act || event.ctrlKey || event.altKey || event.metaKey || (event.target as Element).closest('input, textarea, select')) return
    event.preventDefault()
    act()
  }
  return (
    <ModalWindow
      open title={title} closeLabel={say(paperWords.close)} onClose={onClose} onKey={press} width="xl"
      actions={(
        <>
          <Button variant="outlined" aria-disabled={at === 0} onClick={() => step(-1)}>{say(paperWords.previous)}</Button>
          <Button variant="outlined" aria-disabled={at === shown.length - 1} onClick={() => step(1)}>{say(paperWords.next)}</Button>
          <Button variant="contained" onClick={onClose}>{say(paperWords.close)}</Button>
        </>
      )}
    >
      <Typography variant="body2" role="status" sx={{ mb: 1 }}>
        {filled(say(paperWords.nth), { n: at + 1, all: shown.length })} · {facts(paper)} · {format.sentences(origin(paper))}
      </Typography>
      <Box role="group" aria-label={title} sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', mb: 1.5 }}>
        <Button size="small" variant="outlined" aria-disabled={zoom === zooms.length - 1} onClick={() => zoomBy(1)}>{say(paperWords.larger)}</Button>
        <Button size="small" variant="outlined" aria-disabled={zoom === 0} onClick={() => zoomBy(-1)}>{say(paperWords.smaller)}</Button>
        <Button size="small" variant="outlined" onClick={() => setZoom(0)}>{say(paperWords.whole)}</Button>
        <Button size="small" variant="outlined" onClick={turn}>{say(paperWords.rotate)}</Button>
        <Button size="small" variant={compares ? 'contained' : 'outlined'} aria-pressed={compares} onClick={() => setCompares(!compares)}>{say(paperWords.compare)}</Button>
      </Box>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: compares ? { xs: 'minmax(0, 1fr)', md: 'minmax(0, 3fr) minmax(0, 2fr)' } : 'minmax(0, 1fr)', alignItems: 'start' }}>
        {error ? <ErrorState title={say(error.text)} retry={() => void refetch()} retryText={say(paperWords.retry)} />
          : address ? <TurnedPicture address={address} name={title} label={say(paperWords.area)} width={paper.width} height={paper.height} turns={turns} zoom={zooms[zoom] ?? 1} />
            : <Typography role="status">{say(paperWords.loadingPicture)}</Typography>}
        {compares && <FiledBeside about={about} content={content} {...(reveal ? { reveal } : {})} />}
      </Box>
    </ModalWindow>
  )
}
