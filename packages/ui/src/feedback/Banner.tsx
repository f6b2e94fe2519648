import InfoIcon from '@mui/icons-material/InfoOutlined'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { type Tone, tones } from '../theme/palette.js'
import { toneIcon } from './tone-icon.js'

export interface BannerProps {
  readonly tone: Tone
  readonly title?: string
  readonly children?: ReactNode
  /** `alert` interrupts a screen reader, `status` waits; none for what stood there from the start. */
  readonly live?: 'alert' | 'status'
  readonly actions?: ReactNode
}

/** A message that belongs to the page and stays until its reason is gone. */
export function Banner({ tone, title, children, live, actions }: BannerProps) {
  // An empty ring marks a neutral state; a neutral message tells something.
  const Icon = tone === 'neutral' ? InfoIcon : toneIcon[tone]
  return (
    <Box
      {...(live ? { role: live } : {})}
      sx={{ display: 'flex', gap: 1.5, p: 2, mb: 3, borderRadius: 1, bgcolor: tones[tone].wash, border: 1, borderColor: tones[tone].line, borderInlineStartWidth: 5 }}
    >
      <Icon aria-hidden="true" sx={{ color: tones[tone].word, mt: 0.25, flex: 'none' }} />
      <Box sx={{ minWidth: 0, flex: 1 }}>
        {title && <Typography variant="subtitle1" component="p" sx={{ color: tones[tone].word }}>{title}</Typography>}
        {children && <Typography component="div" variant="body2" sx={{ color: 'text.primary', fontSize: '.96rem' }}>{children}</Typography>}
        {actions && <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, mt: 1.5 }}>{actions}</Box>}
      </Box>
    </Box>
  )
}
