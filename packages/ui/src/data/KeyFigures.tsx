import Box from '@mui/material/Box'
import type { ElementType } from 'react'
import { type Tone, tones } from '../theme/palette.js'

export interface KeyFigure {
  readonly id: string
  readonly label: string
  readonly value: number | string
  /** What the list behind the number holds, in a few words. */
  readonly hint?: string
  /** What the link is given to lead to the list that the number counts, such as `{ to: '/queue', search: { status: 'returned' } }`. */
  readonly to: Readonly<Record<string, unknown>>
  /** `neutral` by default; a number of 0 is always neutral. */
  readonly tone?: Tone
}

export interface KeyFiguresProps {
  /** Names the row. */
  readonly label: string
  readonly figures: readonly KeyFigure[]
  /** The router's link. */
  readonly link: ElementType
  readonly busy?: boolean
}

/** The numbers that matter, each a link to the list that it counts. Numbers are drawn first, so that they stand on one line however long their names are. */
export const KeyFigures = ({ label, figures, link, busy = false }: KeyFiguresProps) => (
  <Box
    component="ul" aria-label={label} aria-busy={busy || undefined}
    sx={{ listStyle: 'none', m: 0, p: 0, mb: 4, display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr 1fr', md: 'repeat(auto-fit, minmax(138px, 1fr))' } }}
  >
    {figures.map(({ id, label: name, value, hint, to, tone = 'neutral' }) => {
      const shown = value === 0 ? 'neutral' : tone
      return (
        <Box component="li" key={id} sx={{ minWidth: 0 }}>
          <Box
            component={link} {...to}
            sx={{
              display: 'flex', flexDirection: 'column', gap: 0.25, height: '100%', p: { xs: 1.5, sm: 2 }, textDecoration: 'none', color: 'text.primary',
              bgcolor: 'background.paper', border: 1, borderColor: 'divider', borderTop: 4, borderTopColor: tones[shown].line, borderRadius: 1,
              '&:hover': { bgcolor: 'action.selected' }, '&:hover .figure-label': { textDecoration: 'underline' },
            }}
          >
            <Box component="span" className="figure-label" sx={{ fontWeight: 600, fontSize: '.95rem' }}>{name}</Box>
            <Box component="span" sx={{ order: -1, fontSize: '2rem', lineHeight: 1.2, fontWeight: 650, color: value === 0 ? 'text.secondary' : tones[shown].word }}>{value}</Box>
            {hint && <Box component="span" sx={{ fontSize: '.86rem', color: 'text.secondary' }}>{hint}</Box>}
          </Box>
        </Box>
      )
    })}
  </Box>
)
