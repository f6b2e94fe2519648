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
}

/** Choose one; the arrow keys move the choice. */
export function LabelledRadios(props: LabelledRadiosProps) {
  const { value, onChange, onBlur, options, disabled, inline = false } = props
  return (
    <FieldGroup {...props} role="radiogroup">
      <RadioGroup role="presentation" row={inline} name={props.name ?? props.id} value={value} onChange={(_, chosen) => onChange(chosen)} onBlur={() => onBlur?.()}>
        {options.map((option, index) => (
          <FormControlLabel
            key={option.value}
            value={option.value}
            disabled={Boolean(disabled ?? option.disabled)}
            sx={{ alignItems: 'flex-start', ml: '-10px', mr: 2 }}
            control={<Radio id={`${props.id}-${index}`} />}
            label={<OptionWords {...option} />}
          />
        ))}
      </RadioGroup>
    </FieldGroup>
  )
}
