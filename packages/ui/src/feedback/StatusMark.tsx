import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { type Tone, tones } from '../theme/palette.js'
import { toneIcon } from './tone-icon.js'

export interface StatusMarkProps {
  readonly tone: Tone
  /** The word of the status, in the page's language. */
  readonly text: string
  /** The text is a sentence: it takes as many lines as it needs. A word stays on one line where there is room. */
  readonly sentence?: boolean
  /** Instead of the tone's own shape. */
  readonly icon?: ReactNode
}

/** A status as icon and word; colour only repeats what they say. */
export function StatusMark({ tone, text, sentence = false, icon }: StatusMarkProps) {
  const Icon = toneIcon[tone]
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex', alignItems: 'center', gap: 0.75, px: 1, py: 0.25, borderRadius: 1, fontSize: '.9rem', fontWeight: 600, lineHeight: 1.5, maxWidth: '100%',
        color: tones[tone].word, bgcolor: tones[tone].wash, border: 1, borderColor: tones[tone].line, whiteSpace: sentence ? 'normal' : { xs: 'normal', sm: 'nowrap' },
      }}
    >
      <Box component="span" aria-hidden="true" sx={{ display: 'inline-flex', '& svg': { fontSize: '1.1rem' } }}>{icon ?? <Icon />}</Box>
      {text}
    </Box>
  )
}
