import FormControlLabel from '@mui/material/FormControlLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import type { FieldWords } from './Field.js'
import { FieldGroup } from './FieldGroup.js'
import type { ChoiceOption } from './LabelledChoices.js'
import { OptionWords } from './OptionWords.js'

export interface LabelledRadiosProps extends FieldWords {
  /** '' while nothing is chosen. */
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onBlur?: () => void
  readonly options: readonly ChoiceOption[]
  readonly name?: string
  /** Side by side when there is room; for two or three short words. */
  readonly inline?: boolean
  /** Each choice as a card of its own; for a few choices that need a word of explanation. */
  readonly cards?: boolean
}

const card = { border: 1, borderColor: 'divider', borderRadius: 1, ml: 0, mr: 0, pr: 1.5, pb: 1, '&:has(input:checked)': { borderColor: 'primary.main', bgcolor: 'action.hover' } }

/** Choose one; the arrow keys move the choice. */
export function LabelledRadios(props: LabelledRadiosProps) {
  const { value, onChange, onBlur, options, disabled, inline = false, cards = false } = props
  return (
    <FieldGroup {...props} role="radiogroup">
      <RadioGroup
        role="presentation" row={inline} name={props.name ?? props.id} value={value} onChange={(_, chosen) => onChange(chosen)} onBlur={() => onBlur?.()}
        {...(cards ? { sx: { display: 'grid', gap: 1, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, mt: 0.5 } } : {})}
      >
        {options.map((option, index) => (
          <FormControlLabel
            key={option.value}
            value={option.value}
            disabled={Boolean(disabled ?? option.disabled)}
            sx={{ alignItems: 'flex-start', ...(cards ? card : { ml: '-10px', mr: 2 }) }}
            control={<Radio id={`${props.id}-${index}`} />}
            label={<OptionWords {...option} />}
          />
        ))}
      </RadioGroup>
    </FieldGroup>
  )
}
