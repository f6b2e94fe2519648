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
}

/** One statement to tick, such as a declaration. */
export function Tick({ id, label, hint, error, required, disabled, value, onChange }: TickProps) {
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
            slotProps={{ input: { 'aria-describedby': descriptionOf({ id, error }), 'aria-invalid': error ? true : undefined, 'aria-required': required ? true : undefined } }}
          />
        )}
        label={<OptionWords text={label} {...(hint ? { hint } : {})} />}
      />
    </Box>
  )
}
