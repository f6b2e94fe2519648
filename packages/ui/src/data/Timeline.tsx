import Box from '@mui/material/Box'
import CheckIcon from '@mui/icons-material/CheckOutlined'
import ReplayIcon from '@mui/icons-material/ReplayOutlined'
import CloseIcon from '@mui/icons-material/CloseOutlined'
import type { ReactNode } from 'react'
import { visuallyHidden } from '../theme/visually-hidden.js'
import { tones, vermilion } from '../theme/palette.js'

export interface TimelineItem {
  readonly id: string
  readonly title: string
  /** `returned` is a loop back, `stopped` an end without success. */
  readonly state: 'done' | 'current' | 'future' | 'returned' | 'stopped'
  /** The state in words for who does not see the mark, such as "Done". */
  readonly stateText: string
  /** Date, actor and how long, in one line. */
  readonly when?: ReactNode
  readonly detail?: ReactNode
}

const marks = {
  done: { color: '#fff', bg: tones.good.word, border: tones.good.word, icon: <CheckIcon /> },
  current: { color: vermilion.main, bg: '#fff', border: vermilion.main, icon: <Box sx={{ width: 10, height: 10, borderRadius: '50%', bgcolor: vermilion.main }} /> },
  future: { color: '#fff', bg: '#fff', border: tones.neutral.line, icon: null },
  returned: { color: tones.warn.word, bg: tones.warn.wash, border: tones.warn.line, icon: <ReplayIcon /> },
  stopped: { color: '#fff', bg: tones.bad.word, border: tones.bad.word, icon: <CloseIcon /> },
} as const

/** Steps in order, from the first to the last, with a line that stops at the current one. */
export const Timeline = ({ items, label }: { readonly items: readonly TimelineItem[]; readonly label?: string }) => (
  <Box component="ol" aria-label={label} sx={{ listStyle: 'none', m: 0, p: 0 }}>
    {items.map((item, index) => {
      const mark = marks[item.state]
      return (
        <Box
          key={item.id}
          component="li"
          aria-current={item.state === 'current' ? 'step' : undefined}
          sx={{
            display: 'grid', gridTemplateColumns: '28px 1fr', columnGap: 2, pb: index === items.length - 1 ? 0 : 2.5, position: 'relative',
            '&:not(:last-of-type)::before': {
              content: '""', position: 'absolute', left: 13, top: 28, bottom: 0, borderLeft: '2px solid',
              borderColor: item.state === 'future' || item.state === 'current' ? 'divider' : 'success.main', borderLeftStyle: item.state === 'done' ? 'solid' : 'dashed',
            },
          }}
        >
          <Box aria-hidden="true" sx={{ width: 28, height: 28, borderRadius: '50%', display: 'grid', placeItems: 'center', border: 2, borderColor: mark.border, bgcolor: mark.bg, color: mark.color, '& svg': { fontSize: 18 } }}>
            {mark.icon}
          </Box>
          <Box sx={{ minWidth: 0, pt: 0.25 }}>
            <Box sx={{ fontWeight: item.state === 'future' ? 400 : 600, color: item.state === 'future' ? 'text.secondary' : 'text.primary' }}>
              {item.title}
              <Box component="span" sx={visuallyHidden}> ({item.stateText})</Box>
            </Box>
            {item.when && <Box sx={{ color: 'text.secondary', fontSize: '.92rem' }}>{item.when}</Box>}
            {item.detail && <Box sx={{ mt: 0.5 }}>{item.detail}</Box>}
          </Box>
        </Box>
      )
    })}
  </Box>
)
