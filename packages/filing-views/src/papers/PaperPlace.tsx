import type { Paper, PaperSlotView } from '@icp/contract'
import { decidedInWords, type Finding, paperRules, sourceText } from '@icp/domain'
import { StatusMark, type Tone, useFormat, useSay } from '@icp/ui'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { RuleLink } from '../RuleLink.js'
import { filled, viewWords } from '../words.js'
import { PaperLine } from './PaperLine.js'
import { kilobytes, usePaperText } from './use-paper-text.js'
import { paperWords } from './words.js'

export interface PaperPlaceProps {
  readonly filingId: string
  readonly slot: PaperSlotView
  /** What says that it is due and not there. */
  readonly missing: Finding | undefined
  readonly atOnce: boolean
  readonly onOpen: (paperId: string) => void
  /** What can be done with a picture that is there. */
  readonly besideOf?: (paper: Paper, name: string) => ReactNode
  /** Where another one is put. */
  readonly children?: ReactNode
}

/** The id of the place on the page, for links to it. */
export const placeId = ({ purpose, about, provider }: Pick<PaperSlotView, 'purpose' | 'about' | 'provider'>): string => `place-${purpose}-${about.replaceAll('.', '-')}${provider ? `-${provider.id}` : ''}`

/** One place: what belongs there, whether it is due and why, who brings it, and what is there. */
export function PaperPlace({ filingId, slot, missing, atOnce, onOpen, besideOf, children }: PaperPlaceProps) {
  const say = useSay()
  const format = useFormat()
  const { formatName } = usePaperText()
  const { title, shows, due, why, source, decidedBy, provider, papers, most, mostBytes, formats, mayChange } = slot
  const id = placeId(slot)
  // Whoever cannot do anything about it is not warned.
  const missingTone: Tone = !missing || !mayChange ? 'neutral' : missing.severity === 'block' ? 'bad' : 'warn'
  const takes = filled(say(most === 1 ? paperWords.takesOne : paperWords.takes), { formats: format.list(formats.map(formatName)), most, kilobytes: format.number(kilobytes(mostBytes)) })
  return (
    <Box component="li" id={id} tabIndex={-1} aria-labelledby={`${id}-title`} sx={{ borderInlineStart: 3, borderColor: 'divider', pl: 1.5, minWidth: 0, overflowWrap: 'anywhere', scrollMarginTop: 96 }}>
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
        <Typography id={`${id}-title`} component="h4" sx={{ fontWeight: 600, fontSize: '1rem', m: 0 }}>{say(title)}</Typography>
        <StatusMark tone={papers.length > 0 ? 'good' : missingTone} text={say(paperWords[papers.length > 0 ? 'there' : missing ? 'missing' : due ? 'due' : 'optional'])} />
      </Box>
      <Typography variant="body2">{format.sentences(say(shows), say(why))}</Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {takes} · {filled(say(paperWords.by), { who: provider?.name ?? say(paperWords.owner) })} · {format.labelled(say(viewWords.source), say(sourceText(source)))}
        {decidedBy && <> · {say(decidedInWords(decidedBy))}</>} · <RuleLink rule={missing?.rule ?? paperRules.due.id} />
      </Typography>
      {papers.length > 0 && (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, mt: 1, p: 0, display: 'grid', gap: 1.5 }}>
          {papers.map((paper, index) => {
            const name = papers.length > 1 ? filled(say(paperWords.picture), { title: say(title), n: index + 1 }) : say(title)
            return <PaperLine key={paper.id} filingId={filingId} paper={paper} name={name} atOnce={atOnce} onOpen={() => onOpen(paper.id)}>{besideOf?.(paper, name)}</PaperLine>
          })}
        </Box>
      )}
      {children}
    </Box>
  )
}
