import Box from '@mui/material/Box'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import { descriptionOf, type FieldWords } from './Field.js'
import { FieldError } from './FieldError.js'
import { OptionWords } from './OptionWords.js'

export interface TickProps extends Omit<FieldWords, 'hint'> {
  readonly hint?: string
  readonly value: boolean
  readonly onChange: (value: boolean) => void
  /** Read out instead of the label, where several ticks of a page have the same one. Ends in the label's own words. */
  readonly name?: string
}

/** One statement to tick, such as a declaration. */
export function Tick({ id, label, hint, error, required, disabled, value, onChange, name }: TickProps) {
  return (
    <Box sx={{ maxWidth: 640 }}>
      {error && <FieldError id={`${id}-error`} text={error} />}
      <FormControlLabel
        disabled={Boolean(disabled)}
        sx={{ alignItems: 'flex-start', ml: '-10px', mr: 0 }}
        control={(
          <Checkbox
            id={id}
            checked={value}
            onChange={(_, ticked) => onChange(ticked)}
            slotProps={{ input: { 'aria-describedby': descriptionOf({ id, error }), 'aria-invalid': error ? true : undefined, 'aria-required': required ? true : undefined, 'aria-label': name } }}
          />
        )}
        label={<OptionWords text={label} {...(hint ? { hint } : {})} />}
      />
    </Box>
  )
}
