import Box from '@mui/material/Box'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import type { FieldWords } from './Field.js'
import { FieldGroup } from './FieldGroup.js'
import { OptionWords } from './OptionWords.js'

export interface ChoiceOption {
  readonly value: string
  readonly text: string
  readonly hint?: string
  readonly disabled?: boolean
}

export interface LabelledChoicesProps extends FieldWords {
  readonly value: readonly string[]
  readonly onChange: (value: string[]) => void
  readonly onBlur?: () => void
  readonly options: readonly ChoiceOption[]
}

/** A list longer than this stands in columns where there is room. */
const columnsFrom = 8

/** Tick any number. The answer keeps the order of the options, not of the ticking. */
export function LabelledChoices(props: LabelledChoicesProps) {
  const { value, onChange, onBlur, options, disabled } = props
  const toggle = (changed: string) =>
    onChange(options.map((option) => option.value).filter((each) => (each === changed ? !value.includes(each) : value.includes(each))))
  return (
    <FieldGroup {...props}>
      <Box sx={options.length > columnsFrom ? { display: 'grid', columnGap: 2, gridTemplateColumns: { xs: 'repeat(auto-fill, minmax(150px, 1fr))', sm: 'repeat(auto-fill, minmax(190px, 1fr))' } } : {}}>
        {options.map((option, index) => (
          <FormControlLabel
            key={option.value}
            disabled={Boolean(disabled ?? option.disabled)}
            sx={{ display: 'flex', alignItems: 'flex-start', ml: '-10px', mr: 0 }}
            control={(
              <Checkbox
                id={`${props.id}-${index}`}
                checked={value.includes(option.value)}
                onChange={() => toggle(option.value)}
                onBlur={() => onBlur?.()}
              />
            )}
            label={<OptionWords {...option} />}
          />
        ))}
      </Box>
    </FieldGroup>
  )
}
