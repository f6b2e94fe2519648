import { useSay } from '@icp/filing-views'
import { LabelledChoices, type LabelledChoicesProps, visuallyHidden } from '@icp/ui'
import Box from '@mui/material/Box'
import { formWords } from './words.js'

interface FoldedChoicesProps extends Pick<LabelledChoicesProps, 'id' | 'value' | 'options' | 'onChange' | 'onBlur'> {
  readonly title: string
  /** Stands open though nothing is ticked. */
  readonly open?: boolean
}

/** One part of a long list of choices, folded under its title; it stands open while something in it is ticked, and says how many. */
export function FoldedChoices({ title, open = false, ...choices }: FoldedChoicesProps) {
  const say = useSay()
  const count = choices.value.length
  return (
    <Box
      component="details" open={open || count > 0 || undefined}
      sx={{ border: 1, borderColor: 'divider', borderRadius: 1, mb: 1, px: 1.5, py: 0.5, '& fieldset > legend': visuallyHidden }}
    >
      <Box component="summary" sx={{ py: 1, cursor: 'pointer', fontWeight: 600 }}>
        {title}{count > 0 && ` · ${say(formWords.chosen).replace('{n}', String(count))}`}
      </Box>
      <LabelledChoices label={title} {...choices} />
    </Box>
  )
}
