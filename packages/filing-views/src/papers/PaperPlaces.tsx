import { useAnswer } from '@icp/client'
import type { AnswerOf } from '@icp/contract'
import { type FilingContent, paperPath, type ReadPurpose } from '@icp/domain'
import { EmptyState, ErrorState, LoadingRows, useSay } from '@icp/ui'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { Fragment, type ReactNode, useEffect, useRef, useState } from 'react'
import { ownPurpose } from '../reveal/purposes.js'
import type { Revealable } from '../reveal/use-reveal.js'
import { filled } from '../words.js'
import { LookWindow } from './LookWindow.js'
import { PaperLine } from './PaperLine.js'
import { PaperPlace, type PaperPlaceProps } from './PaperPlace.js'
import { PaperViewer } from './PaperViewer.js'
import { shownPapers } from './shown-paper.js'
import { usePaperText } from './use-paper-text.js'
import { paperWords } from './words.js'

type Papers = AnswerOf<'listPapers'>

export interface PaperPlacesProps {
  readonly filingId: string
  readonly content: FilingContent
  /** Of the filing as it is shown: with another one the papers are asked for anew. Left out for a draft, whose saves do that. */
  readonly version?: number
  /** For staff: pictures are fetched one by one as they are opened, for a purpose that is asked first, and the screen says that each look is kept. */
  readonly looksAreKept?: boolean
  /** Where masked values may be asked for, beside a picture. */
  readonly reveal?: Revealable
  /** How a place is drawn that this reader may change. `again` reads the places anew. */
  readonly placeOf?: (place: PaperPlaceProps, papers: Papers, again: () => void) => ReactNode
  readonly besideStray?: (stray: Papers['strays'][number]) => ReactNode
}

/** Which papers a filing asks for, part by part, and the pictures that are there, with the window to look at them. */
export function PaperPlaces({ filingId, content, version, looksAreKept = false, reveal, placeOf, besideStray }: PaperPlacesProps) {
  const say = useSay()
  const { partName, ended } = usePaperText()
  const { data, error, refetch } = useAnswer('listPapers', { params: { id: filingId } }, { staleTime: 0 })
  const [open, setOpen] = useState<string>()
  const asked = useRef(version)
  useEffect(() => {
    if (asked.current === version) return
    asked.current = version
    void refetch()
  }, [version, refetch])
  if (!data) {
    return error ? <ErrorState title={say(error.text)} retry={() => void refetch()} retryText={say(paperWords.retry)} {...(error.requestId ? { requestId: error.requestId, requestIdLabel: say(paperWords.requestId) } : {})} />
      : <LoadingRows label={say(paperWords.loading)} rows={3} />
  }
  if (data.slots.length === 0 && data.strays.length === 0 && data.earlier.length === 0) return <EmptyState text={say(paperWords.none)} />
  const parts = [...new Set(data.slots.map(({ about }) => about))]
  const shown = shownPapers(data)
  const opened = shown.find(({ paper }) => paper.id === open)
  const viewer = (purpose: ReadPurpose) => opened && (
    <PaperViewer filingId={filingId} content={content} shown={shown} current={opened.paper.id} onChange={setOpen} onClose={() => setOpen(undefined)} purpose={purpose} {...(reveal ? { reveal } : {})} />
  )
  return (
    <>
      {looksAreKept && <Typography sx={{ color: 'text.secondary', mb: 2 }}>{say(paperWords.looksAreKept)}</Typography>}
      {parts.map((about) => (
        <Part key={about} name={partName(about, content)}>
          {data.slots.filter((slot) => slot.about === about).map((slot) => {
            const path = paperPath({ ...slot, providerId: slot.provider?.id ?? null })
            const missing = slot.due && slot.papers.length === 0 ? data.findings.find((finding) => finding.path === path) : undefined
            const place = { filingId, slot, missing, atOnce: !looksAreKept, onOpen: setOpen }
            const key = `${path} ${slot.provider?.id ?? ''}`
            return placeOf && slot.mayChange ? <Fragment key={key}>{placeOf(place, data, () => void refetch())}</Fragment> : <PaperPlace key={key} {...place} />
          })}
        </Part>
      ))}
      {data.strays.length > 0 && (
        <Part name={say(paperWords.strays)} lead={say(paperWords.straysLead)}>
          {data.strays.map((stray) => (
            <Box component="li" key={stray.paper.id}>
              <Typography sx={{ fontWeight: 600 }}>{say(stray.title)} · {partName(stray.about, content)}</Typography>
              <Box component="ul" sx={{ listStyle: 'none', m: 0, mt: 1, p: 0 }}>
                <PaperLine filingId={filingId} paper={stray.paper} name={say(stray.title)} atOnce={!looksAreKept} onOpen={() => setOpen(stray.paper.id)}>{besideStray?.(stray)}</PaperLine>
              </Box>
            </Box>
          ))}
        </Part>
      )}
      {data.earlier.length > 0 && (
        <Part name={say(paperWords.earlier)} lead={say(paperWords.earlierLead)}>
          {data.earlier.map(({ about, title, paper, gone }) => (
            <Box component="li" key={paper.id}>
              <Typography sx={{ fontWeight: 600 }}>{say(title)} · {partName(about, content)}</Typography>
              <Typography variant="body2">{ended(gone)}</Typography>
              <Box component="ul" sx={{ listStyle: 'none', m: 0, mt: 1, p: 0 }}>
                <PaperLine filingId={filingId} paper={paper} name={filled(say(paperWords.earlierOf), { title: say(title) })} atOnce={!looksAreKept} onOpen={() => setOpen(paper.id)} />
              </Box>
            </Box>
          ))}
        </Part>
      )}
      {opened && (looksAreKept ? <LookWindow filingId={filingId} name={say(opened.title)} onClose={() => setOpen(undefined)}>{viewer}</LookWindow> : viewer(ownPurpose))}
    </>
  )
}

function Part({ name, lead, children }: { readonly name: string; readonly lead?: string; readonly children: ReactNode }) {
  return (
    <Box sx={{ mb: 3 }}>
      <Typography component="h3" variant="h3" sx={{ mb: 1.5, overflowWrap: 'anywhere' }}>{name}</Typography>
      {lead && <Typography sx={{ color: 'text.secondary', mb: 1.5 }}>{lead}</Typography>}
      <Box component="ul" aria-label={name} sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2.5 }}>{children}</Box>
    </Box>
  )
}
