import Box from '@mui/material/Box'
import { type Tone, tones } from '../theme/palette.js'

export interface DaysMeterProps {
  /** Days allowed; one cell each. */
  readonly total: number
  /** Days gone, today included if it counts; may exceed `total`. */
  readonly used: number
  readonly tone: Tone
  /** Names the meter, such as "Working days for the review". */
  readonly label: string
  /** The reading in words, such as "5 of 20 working days used". Shown, and read instead of the bare number. */
  readonly valueText: string
  /** Such as "Due 23 Nov 2026". */
  readonly dueText: string
  /** Why the due date may still move; hatches the open cells. */
  readonly provisionalText?: string
}

/** Days used and left as cells to count, with the due date in words. */
export function DaysMeter({ total, used, tone, label, valueText, dueText, provisionalText }: DaysMeterProps) {
  const open = provisionalText
    ? { backgroundImage: `repeating-linear-gradient(45deg, transparent 0 3px, ${tones.neutral.wash} 3px 6px)` }
    : {}
  return (
    <Box sx={{ maxWidth: 480 }}>
      <Box
        role="meter"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={Math.min(Math.max(used, 0), total)}
        aria-valuetext={`${valueText}. ${dueText}`}
        sx={{ display: 'grid', gridTemplateColumns: `repeat(${total}, 1fr)`, gap: '3px', mb: 0.75 }}
      >
        {Array.from({ length: total }, (_, cell) => (
          <Box
            key={cell}
            sx={{ height: 16, borderRadius: '2px', border: 1, borderColor: cell < used ? tones[tone].word : tones.neutral.line, bgcolor: cell < used ? tones[tone].word : 'background.paper', ...(cell < used ? {} : open) }}
          />
        ))}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', columnGap: 2, fontSize: '.92rem' }}>
        <Box component="span" sx={{ fontWeight: 600, color: tones[tone].word }}>{valueText}</Box>
        <Box component="span" sx={{ color: 'text.secondary' }}>{dueText}</Box>
      </Box>
      {provisionalText && <Box sx={{ fontSize: '.88rem', color: 'text.secondary' }}>{provisionalText}</Box>}
    </Box>
  )
}
