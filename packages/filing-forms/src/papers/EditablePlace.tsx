import { useAct } from '@icp/client'
import type { Paper, PaperSlotView } from '@icp/contract'
import { mediaTypes, type PaperReason, type PaperSlot, rulesInForce, shanghaiDay } from '@icp/domain'
import { filled, PaperPlace, type PaperPlaceProps, placeId, useRuleData } from '@icp/filing-views'
import { useFormat, useSay } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import useMediaQuery from '@mui/material/useMediaQuery'
import { type ChangeEvent, type DragEvent, useRef, useState } from 'react'
import { PaperRefused } from './PaperRefused.js'
import { type Prepared, preparePicture } from './prepare-picture.js'
import { ReadyPaper } from './ReadyPaper.js'
import { TakeAwayButton } from './TakeAwayButton.js'
import { paperFormWords as words } from './words.js'

export interface EditablePlaceProps extends PaperPlaceProps {
  /** Bytes of a file that is taken and compressed. */
  readonly mostBefore: number
  /** Six digits, or '' while none is chosen: whose rules apply. */
  readonly province: string
  /** Somebody was there first: what is there now has to be seen. */
  readonly onConflict: () => void
  /** The filing was handed in, so what goes is kept. */
  readonly isKept: boolean
  /** After a change, with the version that the filing then has. */
  readonly onChanged?: (version: number) => void
}

const slotOf = ({ provider, decidedBy, ...slot }: PaperSlotView): PaperSlot => ({ ...slot, providerId: provider?.id ?? null, ...(decidedBy ? { decidedBy } : {}) })

/** A place that its reader may change: choose, photograph or drop a picture, see what becomes of it, and hand it in; replace and take away what is there. */
export function EditablePlace({ mostBefore, province, isKept, onConflict, onChanged, ...place }: EditablePlaceProps) {
  const { filingId, slot } = place
  const say = useSay()
  const format = useFormat()
  const ruleData = useRuleData()
  const touched = useMediaQuery('(pointer: coarse)')
  const cannotDrop = useMediaQuery('(hover: none), (pointer: coarse)')
  const put = useAct('putPaper', { refreshes: ['listPapers'] })
  const [file, camera] = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)]
  /** The picture in whose place the next file goes. */
  const target = useRef<string>(undefined)
  /** Only what was chosen last counts. */
  const turn = useRef(0)
  const [over, setOver] = useState(false)
  const [prepared, setPrepared] = useState<Prepared | 'reading'>()
  const [said, setSaid] = useState('')
  const name = say(slot.title)
  const isFull = slot.papers.length >= slot.most
  // A full place for one picture takes what is dropped in its place, and does not ask for it.
  const takesMore = !isFull || slot.most === 1
  // What was replaced or taken away meanwhile is not there to be replaced; a place for one picture has only one that can be meant.
  const replaced = slot.papers.find(({ id }) => id === target.current) ?? (slot.most === 1 ? slot.papers[0] : undefined)

  const take = async (chosen: File | undefined) => {
    if (!chosen || put.isPending) return
    const mine = ++turn.current
    put.reset()
    setSaid('')
    setPrepared('reading')
    const next = await preparePicture(chosen, slotOf(slot), mostBefore, rulesInForce(ruleData, province, shanghaiDay(new Date().toISOString())))
    if (mine === turn.current) setPrepared(next)
  }
  const begin = (input: HTMLInputElement | null, paper?: Paper) => {
    target.current = paper?.id
    input?.click()
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    if (!takesMore) return
    target.current = undefined
    void take(event.dataTransfer.files[0])
  }
  const leave = () => {
    turn.current++
    put.reset()
    setPrepared(undefined)
    document.getElementById(placeId(slot))?.focus()
  }
  const handIn = (body: Uint8Array, reason: PaperReason | undefined) => {
    const query = { purpose: slot.purpose, about: slot.about, ...(replaced ? { replaces: replaced.id } : {}), ...(reason ? { reason } : {}) }
    put.mutate({ params: { id: filingId }, query, body }, {
      onSuccess: ({ version }) => {
        setSaid(filled(say(words.handedIn), { name }))
        leave()
        onChanged?.(version)
      },
      // Where the turn is over the place closes, and takes the chosen picture along; then the reason stays to be read.
      onError: ({ code }) => { if (code === 'paper-there') onConflict() },
    })
  }
  const accept = Object.entries(mediaTypes).filter(([code]) => slot.formats.includes(code)).map(([, { type }]) => type).join(',')
  const input = (which: typeof file, more: object) => (
    <input ref={which} type="file" accept={accept} hidden {...more} onChange={(event: ChangeEvent<HTMLInputElement>) => { void take(event.target.files?.[0]); event.target.value = '' }} />
  )
  const busy = put.isPending
  const isMarked = !isFull || over || prepared !== undefined
  return (
    <PaperPlace
      {...place}
      besideOf={(paper, of) => (
        <>
          <Button size="small" variant="outlined" disabled={busy} aria-label={filled(say(words.replaceOf), { name: of })} onClick={() => begin(file.current, paper)}>{say(words.replace)}</Button>
          <TakeAwayButton filingId={filingId} paperId={paper.id} name={of} asksReason={slot.asksReason} isKept={isKept} placeId={placeId(slot)} {...(onChanged ? { onChanged } : {})} />
        </>
      )}
    >
      <Box
        className="no-print" onDragOver={(event) => { event.preventDefault(); setOver(takesMore) }} onDragLeave={() => setOver(false)} onDrop={drop}
        sx={{ mt: 1, p: isMarked ? 1.5 : 0.5, border: '2px dashed', borderColor: over ? 'primary.main' : isMarked ? 'divider' : 'transparent', borderRadius: 1 }}
      >
        {!isFull && (
          <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', mb: 0.5 }}>
            <Button size="small" variant="outlined" disabled={busy} aria-label={filled(say(words.chooseOf), { name })} onClick={() => begin(file.current)}>{say(words.choose)}</Button>
            {touched && <Button size="small" variant="outlined" disabled={busy} aria-label={filled(say(words.photographOf), { name })} onClick={() => begin(camera.current)}>{say(words.photograph)}</Button>}
          </Box>
        )}
        {input(file, { 'data-testid': `file-${placeId(slot)}` })}
        {input(camera, { capture: 'environment' })}
        {!isFull && <Typography variant="body2" sx={{ color: 'text.secondary' }}>{format.sentences(cannotDrop ? '' : say(words.orDrop), say(words.compresses))}</Typography>}
        <Typography variant="body2" role="status" sx={{ fontWeight: 600 }}>{prepared === 'reading' ? say(words.reading) : said}</Typography>
        {prepared !== undefined && prepared !== 'reading' && prepared.kind !== 'ready' && <PaperRefused prepared={prepared} />}
        {prepared !== undefined && prepared !== 'reading' && prepared.kind === 'ready' && (
          <ReadyPaper
            ready={prepared} name={name} id={placeId(slot)} replaces={replaced !== undefined} asksReason={slot.asksReason} busy={busy} problem={put.error} onHandIn={handIn} onLeave={leave}
          />
        )}
      </Box>
    </PaperPlace>
  )
}
